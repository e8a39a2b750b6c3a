"""The way of a session: one verb per row of `SESSION_STEPS`, one transaction each.

Every verb locks the course first and the session second.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.models import User

from ..choices import SESSION_STEPS, SessionActor, SessionState, SessionStep
from ..models import Course, Session
from ..rules import can_schedule
from .applying.closing import follow_session
from .errors import MovedError, ReasonNeededError, SeatsTakenError, StaleError
from .following import follow_course
from .seats import count_seats, lock_session

SEEN_IN_CALENDARS = ("state", "starts_at", "ends_at", "time_zone", "deadline_at", "link", "is_any_time")


@transaction.atomic
def add_session(*, course: Course, by: User, is_open: bool = False, **fields: Any) -> Session:
    """Announce a run of a course, or open it for application at once; `fields` are columns.

    Raises PermissionDenied, MovedError for a course that nobody changes any more.
    """
    row = _lock_course(course, by)
    session = new_session(row, is_open=is_open, **fields)
    session.save()
    follow_course(row)
    return session


def new_session(course: Course, *, is_open: bool = False, **fields: Any) -> Session:
    """A run of a course, not saved."""
    state = SessionState.OPEN if is_open else SessionState.ANNOUNCED
    return Session(course=course, source_language=course.source_language, state=state, **fields)


@transaction.atomic
def save_session(*, session: Session, by: User, seen: datetime | None = None, **fields: Any) -> Session:
    """Change a session that has not ended; `seen`: when what the person saw was last changed.

    Raises PermissionDenied, MovedError, SeatsTakenError, StaleError.
    """
    course = _lock_course(session.course, by)
    row = lock_session(session)
    if seen is not None and row.changed_at != seen:
        raise StaleError
    if row.state in (SessionState.ENDED, SessionState.CANCELLED):
        raise MovedError(row)
    if fields.get("seats") is not None and fields["seats"] < row.seats_taken:
        raise SeatsTakenError(row.seats_taken)
    before = _said(row)
    for name, value in fields.items():
        setattr(row, name, value)
    row.sequence += before != _said(row)
    count_seats(row)
    row.save()
    follow_session(row)
    follow_course(course)
    return row


@transaction.atomic
def move_session(*, session: Session, by: User, verb: str, reason: str = "") -> Session:
    """Open, close, reopen or cancel. Raises PermissionDenied, MovedError, ReasonNeededError."""
    course = _lock_course(session.course, by)
    row = lock_session(session)
    step = step_of(row, verb, SessionActor.EDITOR)
    if step.needs_reason and not reason.strip():
        raise ReasonNeededError
    if step.target == SessionState.CANCELLED:
        row.cancel_reason = reason.strip()[:500]
    take(row, step)
    follow_session(row)
    follow_course(course)
    return row


@transaction.atomic
def move_by_clock(*, session: Session, verb: str) -> Session:
    """Close at the deadline, start and end at the hour. Raises MovedError."""
    course = Course.objects.select_for_update(of=("self",)).get(pk=session.course_id)
    row = lock_session(session)
    take(row, step_of(row, verb, SessionActor.CLOCK))
    follow_session(row)
    follow_course(course)
    return row


def step_of(session: Session, verb: str, actor: SessionActor) -> SessionStep:
    """The row of the table for `verb` from where the session is. Raises MovedError."""
    for row in SESSION_STEPS:
        if (row.verb, row.source) == (verb, session.state) and actor in row.actors:
            return row
    raise MovedError(session)


def take(session: Session, step: SessionStep) -> None:
    """Take a step with a locked row; who comes by it sees to the course."""
    session.state = step.target or session.state
    session.sequence += 1
    count_seats(session)
    session.save()


def _lock_course(course: Course, by: User) -> Course:
    row = Course.objects.select_for_update(of=("self",)).select_related("provider").get(pk=course.pk)
    if not can_schedule(by, row):
        raise PermissionDenied
    return row


def _said(session: Session) -> tuple[Any, ...]:
    return (*(getattr(session, name) for name in SEEN_IN_CALENDARS), session.original("place"))
