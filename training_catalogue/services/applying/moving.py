"""One step of an application in a session that is locked; the seats follow it.

Everything that moves an application locks the course first, the session second and the application last, so
that seats and the waiting list of a session change one after the other.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Max
from django.utils import timezone

from network.models import User

from ...choices.applications import APPLICATION_STEPS, ApplicationState, ApplicationStepRow
from ...models import Application, ApplicationStep, Course, Session
from ...rules.applications import fits
from ..following import follow_course
from ..seats import lock_session, seat
from .door import has_begun
from .news import tell_applicant


@contextmanager
def locked(session: Session) -> Iterator[Session]:
    """The session as it stands now, locked with its course; lists follow when its state has changed."""
    course = Course.objects.select_for_update(of=("self",)).select_related("provider__state")
    row_of_course = course.get(pk=session.course_id)
    row = lock_session(session)
    row.course = row_of_course
    before = row.state
    yield row
    if row.state != before:
        follow_course(row_of_course)


def lock_application(application: Application, session: Session) -> Application:
    """The application as it stands now, locked; lock its session before."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("applicant")
    row = rows.get(pk=application.pk)
    row.session = session
    return row


def move(application: Application, step: ApplicationStepRow, by: User | None, comment: str = "") -> None:
    """Take one step, write it down, take or free the seat, and tell the applicant."""
    source, session = application.state, application.session
    application.state = step.target
    application.place = _next_place(session) if step.target == ApplicationState.WAIT_LISTED else None
    application.reason = comment if step.needs_comment else ""
    if step.verb == "clear":
        application.cleared_at = timezone.now()
    application.save()
    write_down(application, step.verb, source, by, comment)
    change = (step.target == ApplicationState.ACCEPTED) - (source == ApplicationState.ACCEPTED)
    if change:
        seat(session, change)
    tell_applicant(application, step.verb)


def write_down(application: Application, verb: str, source: str, by: User | None, comment: str = "") -> None:
    """Who did it, from where to where, and why."""
    ApplicationStep.objects.create(
        application=application,
        verb=verb,
        from_state=source,
        to_state=application.state,
        by=by,
        comment=comment,
    )


def move_by_portal(application: Application, verb: str) -> None:
    """A step that nobody decides: a seat is given in the order of applications, a session is closed."""
    move(
        application,
        next(row for row in APPLICATION_STEPS if row.verb == verb and fits(row, application)),
        None,
    )


def seat_or_list(application: Application) -> None:
    """Give a seat at once, or the last place of the waiting list."""
    session = application.session
    if session.seats_left != 0:
        move_by_portal(application, "accept")
    elif session.has_wait_list:
        move_by_portal(application, "wait_list")


def promote(session: Session) -> None:
    """Give the free seats of a locked session to the first of its waiting list, before it begins."""
    if session.seats_left == 0 or has_begun(session, timezone.now()):
        return
    waiting = Application.objects.filter(session=session, state=ApplicationState.WAIT_LISTED)
    rows = waiting.select_for_update(of=("self",)).select_related("applicant").order_by("place")
    for application in rows[: session.seats_left]:
        application.session = session
        move_by_portal(application, "promote")


def _next_place(session: Session) -> int:
    last = Application.objects.filter(session=session).aggregate(last=Max("place"))["last"]
    return (last or 0) + 1
