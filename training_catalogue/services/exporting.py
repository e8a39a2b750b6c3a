"""A search as a table: a row per course and session, for spreadsheets and programs."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from network.ui.addresses import absolute

from ..models import Course

COLUMNS = (
    "identifier",
    "url",
    "title",
    "title_language",
    "summary",
    "provider",
    "provider_kind",
    "state",
    "topics",
    "pillar",
    "level",
    "mode",
    "languages",
    "required_language",
    "required_language_level",
    "hours",
    "hours_a_week",
    "weeks",
    "certificate",
    "is_free",
    "fee_amount",
    "fee_currency",
    "has_grants",
    "admission",
    "link",
    "confirmed_on",
    "session",
    "session_state",
    "starts_at",
    "ends_at",
    "time_zone",
    "deadline_at",
    "place",
    "seats",
    "seats_left",
)
LONG = ("title", "summary", "url", "link", "provider")
MOST = 10_000  # courses in one file
AT_ONCE = 500


def course_rows(found: Any, language: str) -> Iterator[tuple[Any, ...]]:
    """Rows of COLUMNS; a course without sessions has one row, with nothing in the session's columns."""
    for course in _read(found):
        head = _head(course, language)
        sessions = list(course.sessions.all())
        for session in sessions or [None]:
            yield (*head, *_session(session, language))


def _read(found: Any) -> Iterator[Course]:
    """Courses in parts, each with what belongs to it."""
    rows = found.select_related("provider").prefetch_related("topics", "sessions").order_by("pk")
    yield from islice(rows.iterator(chunk_size=AT_ONCE), MOST)


def _head(course: Course, language: str) -> tuple[Any, ...]:
    title = course.passage("title", language)
    return (
        course.identifier,
        absolute(f"/{language}/training/courses/{course.identifier}/"),
        title.text,
        title.language,
        course.passage("summary", language).text,
        course.provider.name,
        course.provider.kind,
        course.provider.state_id,
        " ".join(sorted(topic.pk for topic in course.topics.all())),
        course.pillar,
        course.level,
        course.mode,
        " ".join(course.languages),
        course.required_language,
        course.required_language_level,
        course.hours,
        course.hours_a_week,
        course.weeks,
        course.certificate,
        course.costs_nothing,
        course.fee_amount,
        course.fee_currency,
        course.has_grants,
        course.admission,
        course.link,
        course.confirmed_on,
    )


def _session(session: Any, language: str) -> tuple[Any, ...]:
    if session is None:
        return (None,) * (len(COLUMNS) - COLUMNS.index("session"))
    return (
        str(session.uuid),
        session.state,
        session.starts_at,
        session.ends_at,
        session.time_zone,
        session.deadline_at,
        session.passage("place", language).text,
        session.seats,
        session.seats_left,
    )
