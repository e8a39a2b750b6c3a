"""What becomes of applications when their session changes: more seats, cancelled, begun.

The session is locked by who calls.
"""

from django.utils import timezone

from ...choices import SessionState
from ...choices.applications import APPLICATION_STEPS, LIVE, WAITING
from ...models import Application, ApplicationStep, Course, Session
from ..seats import count_seats
from .door import BEFORE_START
from .moving import promote
from .news import tell_all


def follow_session(session: Session) -> None:
    """Let the applications to a locked session follow what it has become."""
    if session.state == SessionState.CANCELLED:
        _close(session, "cancel", LIVE, "application.session_cancelled")
        session.seats_taken = 0
        session.save()
    elif session.state in (SessionState.RUNNING, SessionState.ENDED):
        _close(session, "lapse", WAITING, "application.lapsed")
    else:
        promote(session)


def end_with_course(course: Course) -> None:
    """The course is withdrawn: what stands for its coming sessions ends, and their seats are free again.

    The course is locked by who calls; whoever has a seat in a session that has begun keeps it.
    """
    coming = Session.objects.filter(course=course, state__in=BEFORE_START)
    for session in coming.select_for_update(of=("self",)).order_by("pk"):
        _close(session, "end", LIVE, "application.course_withdrawn")
        session.seats_taken = 0
        count_seats(session)
        session.save()


def _close(session: Session, verb: str, sources: tuple[str, ...], news: str) -> None:
    """One step for all that stand; their people are told by one insert."""
    standing = Application.objects.filter(session=session, state__in=sources)
    rows = list(standing.select_for_update(of=("self",)).order_by("pk"))
    if not rows:
        return
    step = next(row for row in APPLICATION_STEPS if row.verb == verb)
    target = step.target
    ApplicationStep.objects.bulk_create(
        ApplicationStep(application=row, verb=verb, from_state=row.state, to_state=target) for row in rows
    )
    Application.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=target, place=None, changed_at=timezone.now()
    )
    tell_all(news, session, [row.applicant_id for row in rows])
