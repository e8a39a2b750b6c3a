"""Seats of a locked session: taken, freed and counted. The database refuses more than there are."""

from ..choices import SessionState
from ..models import Session


def lock_session(session: Session) -> Session:
    """The session as it stands now, locked; lock its course before."""
    return Session.objects.select_for_update(of=("self",)).get(pk=session.pk)


def seat(session: Session, change: int) -> None:
    """Take (+1) or free (-1) a seat of a locked session; it is full or open again by that.

    Who gives seats calls `follow_course` afterwards.
    """
    session.seats_taken += change
    count_seats(session)
    session.save()


def count_seats(session: Session) -> None:
    """Full when no seat is left, open again when one is."""
    left = session.seats_left
    if session.state == SessionState.OPEN and left == 0:
        session.state = SessionState.FULL
    elif session.state == SessionState.FULL and left != 0:
        session.state = SessionState.OPEN
