"""Whether one can apply for a session here now, and if not, why."""

from datetime import datetime

from ...choices import CourseState, SessionState
from ...choices.applications import Obstacle
from ...models import Session

BY_STATE = {
    SessionState.ANNOUNCED: Obstacle.NOT_YET,
    SessionState.RUNNING: Obstacle.BEGUN,
    SessionState.ENDED: Obstacle.ENDED,
    SessionState.CANCELLED: Obstacle.CANCELLED,
}
BEFORE_START = (SessionState.ANNOUNCED, SessionState.OPEN, SessionState.FULL, SessionState.CLOSED)


def obstacle_of(session: Session, now: datetime) -> Obstacle | None:
    """What keeps everyone from applying at that moment; None where one can."""
    if not session.takes_applications or session.course.state != CourseState.PUBLISHED:
        return Obstacle.NOT_HERE
    state = SessionState(session.state)
    if state in BY_STATE:
        return BY_STATE[state]
    return _of_clock(session, now) or _of_seats(session, state)


def _of_clock(session: Session, now: datetime) -> Obstacle | None:
    if session.ends_at and session.ends_at <= now:
        return Obstacle.ENDED
    if session.starts_at and session.starts_at <= now:
        return Obstacle.BEGUN
    return Obstacle.TOO_LATE if session.deadline_at and session.deadline_at < now else None


def _of_seats(session: Session, state: SessionState) -> Obstacle | None:
    if state == SessionState.CLOSED:
        return Obstacle.CLOSED
    return Obstacle.FULL if session.seats_left == 0 and not session.has_wait_list else None


def has_begun(session: Session, now: datetime) -> bool:
    """Whether nothing is decided about its applications any more."""
    return session.state not in BEFORE_START or bool(session.starts_at and session.starts_at <= now)
