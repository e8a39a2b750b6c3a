"""What becomes of applications when their session changes: more seats, cancelled, begun.

The session is locked by who calls.
"""

from django.utils import timezone

from ...choices import SessionState
from ...choices.applications import APPLICATION_STEPS, LIVE, WAITING
from ...models import Application, ApplicationStep, Session
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
