"""How courses are found: what of a record goes into its search rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator

from network.choices import Language
from network.search.registry import Entry, Indexer
from network.search.services.entries import (
    address_without_language,
    approved_languages,
    entries_in_languages,
    facets_from,
)

from ..choices import COMING, START_DAYS, SessionState, StartsWithin
from ..models import Course, Session

KIND = "course"
SPECIMEN = "TC-0000-0000"
HEADS = ("title", "summary")


def course_indexer() -> Indexer:
    """Published courses, for network.search."""
    return Indexer(
        kind=KIND,
        label=_("Course"),
        label_plural=_("Courses"),
        entries=course_entries,
        ids=published_ids,
        list_url="training:courses",
    )


def published_ids() -> list[int]:
    """Keys of all courses that are to be found."""
    return list(Course.objects.published().values_list("pk", flat=True))


def course_entries(ids: Sequence[int]) -> Iterator[Entry]:
    """Entries of the published ones among these: the original, and each language that has a translation."""
    found = (
        Course.objects.published()
        .filter(pk__in=ids)
        .select_related("provider__state")
        .prefetch_related("topics", "sessions")
    )
    for course in found:
        yield from entries_of(course)


def entries_of(course: Course) -> Iterator[Entry]:
    """The entries of one course read with all that belongs to it."""
    fields = _fields()
    translated = [
        code
        for code in Language.values
        if code != course.source_language and any(getattr(course, f"{name}_{code}") for name in fields)
    ]
    yield from entries_in_languages(
        course,
        translated,
        lambda code: {"body": _texts(course, code), "names": _names(course, code)},
        address=address_without_language("training:course", SPECIMEN, course.identifier),
        facets=facets_of(course),
        display=display_of(course, translated),
    )


def facets_of(course: Course, today: date | None = None) -> list[str]:
    """What the course is filtered by, as "group:value"."""
    day = today or timezone.now().date()
    sessions = list(course.sessions.all())
    topics = list(course.topics.all())
    single = {
        "pillar": course.pillar,
        "mode": course.mode,
        "level": course.level,
        "provider": course.provider.kind,
        "state": course.provider.state_id,
        "year": course.published_at and course.published_at.year,
        "free": "yes" if course.costs_nothing else "",
        "grants": "yes" if course.has_grants else "",
        "open": "yes" if any(session.state == SessionState.OPEN for session in sessions) else "",
    }
    several = {
        "topic": [topic.pk for topic in topics],
        "theme": [topic.parent_id for topic in topics],
        "language": course.languages,
        "starts": starts_within(sessions, day),
    }
    return facets_from(single, several)


def starts_within(sessions: Sequence[Session], today: date) -> list[str]:
    """How soon one may begin."""
    days = [(begin - today).days for begin in _begins(sessions)]
    found = [str(span) for span in START_DAYS if any(0 <= ahead <= span for ahead in days)]
    if any(session.is_any_time and session.state in COMING for session in sessions):
        found.append(str(StartsWithin.ANY_TIME.value))
    return found


def turns_on(sessions: Iterable[Session], today: date) -> date | None:
    """The next day on which the clock alone brings a session nearer by a step of `START_DAYS`."""
    turns = [begin - timedelta(days=span) for begin in _begins(sessions) for span in START_DAYS]
    return min((turn for turn in turns if turn > today), default=None)


def _begins(sessions: Any) -> list[date]:
    return [each.starts_at.date() for each in sessions if each.starts_at and each.state in COMING]


def next_session(sessions: Sequence[Session]) -> Session | None:
    """The one that a list shows: what is open first, then what is coming, by its beginning."""
    coming = [each for each in sessions if each.state in COMING]
    return min(
        coming,
        key=lambda each: (each.state != SessionState.OPEN, _moment(each.starts_at), each.pk),
        default=None,
    )


def _moment(value: datetime | None) -> float:
    return value.timestamp() if value else 0.0


def display_of(course: Course, translated: list[str]) -> dict[str, Any]:
    """What a list shows of it besides title and summary."""
    sessions = list(course.sessions.all())
    first = next_session(sessions)
    return {
        "identifier": course.identifier,
        "provider": course.provider.name,
        "provider_language": course.provider.name_language,
        "mode": course.mode,
        "languages": course.languages,
        "hours": course.hours,
        "hours_a_week": course.hours_a_week,
        "certificate": course.certificate,
        "free": course.costs_nothing,
        "fee": None if course.fee_amount is None else str(course.fee_amount),
        "currency": course.fee_currency,
        "grants": course.has_grants,
        "required": [course.required_language, course.required_language_level],
        "admission": course.admission,
        "sample": course.is_demonstration,
        "source": course.source_language,
        "translated": translated,
        "approved": approved_languages(translated, [course]),
        "session": None if first is None else _shown(first),
        "coming": sum(each.state in COMING for each in sessions),
    }


def _shown(session: Session) -> dict[str, Any]:
    return {
        "state": session.state,
        "any_time": session.is_any_time,
        "starts": session.starts_at and session.starts_at.isoformat(),
        "ends": session.ends_at and session.ends_at.isoformat(),
        "deadline": session.deadline_at and session.deadline_at.isoformat(),
        "zone": session.time_zone,
        "place": session.original("place"),
        "left": session.seats_left,
    }


@cache
def _fields() -> list[str]:
    """Names of the columns that exist per language."""
    return sorted(translator.get_options_for_model(Course).fields)


def _texts(course: Course, code: str) -> str:
    """Everything written in one language, except title and summary."""
    texts = [getattr(course, f"{name}_{code}") for name in _fields() if name not in HEADS]
    texts += [getattr(session, f"place_{code}") for session in course.sessions.all()]
    return "\n".join(text for text in texts if text)


def _names(course: Course, code: str) -> str:
    """Names by which people look for it."""
    names = [course.identifier, course.provider.name]
    if course.provider.state:
        names.append(getattr(course.provider.state, f"name_{code}"))
    names += [
        getattr(topic, f"name_{code}") for topic in sorted(course.topics.all(), key=lambda each: each.pk)
    ]
    return "\n".join(name for name in names if name)
