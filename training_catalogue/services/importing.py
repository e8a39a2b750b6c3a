"""Rows of a provider's list become courses with sessions, by the same steps that people take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from network.imports.choices import Outcome
from network.imports.models import SourceLink
from network.imports.querysets import owner_of
from network.imports.registry import Taken
from network.imports.services.origins import as_data, merged
from network.models import Organization, User
from network.notifications.services import enqueue

from ..choices import CourseState, SessionState
from ..models import Course, Session
from ..rules import can_take
from . import sessions as runs
from . import way
from .entering import NewCourse, enter_courses
from .errors import SeatsTakenError, TrainingError
from .following import following_together

KIND = "training.courses"
PUBLISH = "training.publish_imported"
SESSIONS, WAITS = "sessions", "waits"
OVER = (SessionState.ENDED, SessionState.CANCELLED)


@dataclass(frozen=True)
class CourseRow:
    """What a row says: columns of the course; per session its key, its columns, whether it takes people."""

    key: str
    language: str
    values: dict[str, Any]
    sessions: list[tuple[str, dict[str, Any], bool]] = field(default_factory=list)
    publish: bool = True


@transaction.atomic
def take_courses(
    *, provider: Organization, by: User, rows: Sequence[tuple[CourseRow, SourceLink | None]]
) -> list[Taken]:
    """Make the courses of rows, or bring them up to what the rows say now; each with its link of earlier.

    What was changed here since the last time stays; the row's words win everywhere else. A provider's first
    course goes to the Secretariat; its other courses wait as drafts until that one is published. Raises
    PermissionDenied.
    """
    keys = [link.object_id for _row, link in rows if link is not None]
    there = Course.objects.select_related("provider").in_bulk(keys)
    new, taken = [], dict[int, Taken]()
    with following_together():
        for place, (row, link) in enumerate(rows):
            course = there.get(link.object_id) if link is not None else None
            if course is None or link is None:
                new.append(place)
            else:
                taken[place] = _bring(course, by, row, link.base)
    taken |= zip(new, _make(provider, by, [rows[place][0] for place in new]), strict=True)
    return [taken[place] for place in range(len(rows))]


def _make(provider: Organization, by: User, rows: Sequence[CourseRow]) -> Iterator[Taken]:
    for row, (course, waits) in zip(
        rows, enter_courses(provider=provider, by=by, courses=[_new(row) for row in rows]), strict=True
    ):
        if course is None:
            yield Taken(Outcome.REFUSED)
        else:
            yield Taken(Outcome.MADE, course.pk, _base(row) | {WAITS: waits})


def _new(row: CourseRow) -> NewCourse:
    columns = {**row.values, "source_key": row.key[:200]}
    topics = columns.pop("topics", None) or ()
    sessions = [({**values, "source_key": key}, is_open) for key, values, is_open in row.sessions]
    return NewCourse(row.language, columns, topics, sessions, row.publish)


def _bring(course: Course, by: User, row: CourseRow, base: dict[str, Any]) -> Taken:
    """Bring one up to date; what cannot be leaves nothing of the row behind."""
    try:
        with transaction.atomic():
            return _bring_up(course, by, row, base)
    except (TrainingError, ValidationError):
        return Taken(Outcome.REFUSED)


def _bring_up(course: Course, by: User, row: CourseRow, base: dict[str, Any]) -> Taken:
    incoming = {name: as_data(_plain(value)) for name, value in row.values.items()}
    written, kept = merged(base, _current(course, incoming), incoming)
    if written and course.state != CourseState.WITHDRAWN:
        course = way.save_course(course=course, by=by, **{name: row.values[name] for name in written})
    changed = bool(written)
    for key, values, is_open in row.sessions:
        changed |= _bring_session(course, by, key, values, is_open, base.get(SESSIONS, {}).get(key, {}))
    if course.state == CourseState.HIDDEN and can_take(by, course, "confirm"):
        course = way.confirm_course(course=course, by=by)
    waits = row.publish and course.state == CourseState.DRAFT and not _publish(course, by)
    now = _base(row) | {WAITS: waits} | {name: base[name] for name in kept}
    return Taken(Outcome.CHANGED if changed else Outcome.SAME, course.pk, now, kept)


def _bring_session(
    course: Course, by: User, key: str, values: dict[str, Any], is_open: bool, base: dict[str, Any]
) -> bool:
    session = Session.objects.filter(course=course, source_key=key).first()
    if session is None:
        runs.add_session(course=course, by=by, is_open=is_open, source_key=key, **values)
        return True
    incoming = {name: as_data(value) for name, value in values.items()}
    current = {name: as_data(getattr(session, name)) for name in incoming}
    written, _kept = merged(base, current, incoming)
    if not written or session.state in OVER:
        return False
    try:
        runs.save_session(session=session, by=by, **{name: values[name] for name in written})
    except SeatsTakenError:  # people sit there: the seats stay as they are
        return False
    return True


def _plain(value: Any) -> Any:
    """Topics by their slugs."""
    return [getattr(each, "pk", each) for each in value] if isinstance(value, list | tuple) else value


def _current(course: Course, names: Any) -> dict[str, Any]:
    found = {name: as_data(getattr(course, name)) for name in names if name != "topics"}
    if "topics" in names:
        found["topics"] = sorted(course.topics.values_list("pk", flat=True))
    return found


def _base(row: CourseRow) -> dict[str, Any]:
    found = {name: as_data(_plain(value)) for name, value in row.values.items()}
    runs_of = {
        key: {name: as_data(value) for name, value in values.items()} for key, values, _o in row.sessions
    }
    return found | {SESSIONS: runs_of}


def _publish(course: Course, by: User) -> bool:
    """Publish it, or bring a provider's first to the Secretariat; whether nothing is left to be done."""
    if not can_take(by, course, "submit"):
        return True  # it stays a draft, for who speaks for the provider
    if way.is_first_of(course.provider):
        waiting = Course.objects.filter(provider=course.provider, state=CourseState.SUBMITTED)
        if waiting.exists():
            return False
    way.submit_course(course=course, by=by)
    return True


def follow_first(course: Course) -> None:
    """A provider's first course is published: what was imported with it follows, as work."""
    if SourceLink.objects.of(KIND, owner_of(course.provider)).filter(base__waits=True).exists():
        enqueue(task=PUBLISH, dedupe_key=f"{PUBLISH}:{course.pk}", args={"provider": course.provider_id})


def publish_waiting(*, provider: int) -> int:
    """Publish imported courses that waited for the provider's first one; gives how many."""
    links = SourceLink.objects.of(KIND, f"organization:{provider}").filter(base__waits=True)
    done = 0
    for link in links.order_by("pk"):
        with transaction.atomic():
            row = SourceLink.objects.select_for_update().get(pk=link.pk)
            course = Course.objects.filter(pk=row.object_id, state=CourseState.DRAFT).first()
            if course is not None and course.author is not None and not course.missing():
                done += _submitted(course, course.author)
            row.base[WAITS] = False
            row.save(update_fields=["base"])
    return done


def _submitted(course: Course, by: User) -> bool:
    try:
        with transaction.atomic():
            return _publish(course, by)
    except TrainingError:
        return False
