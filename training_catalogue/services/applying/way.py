"""The way of an application: applying, and one verb per row of `APPLICATION_STEPS`; one transaction each."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import MemberState, User
from network.services.table_of_steps import came_too_late

from ...choices import Admission
from ...choices.applications import APPLICATION_STEPS, ApplicationState, ApplicationStepRow
from ...models import Application, Session
from ...rules.applications import acts_on, may_apply, steps_for
from ..errors import (
    AlreadyAppliedError,
    BegunError,
    CannotApplyError,
    MovedError,
    NoSeatError,
    NoWaitingListError,
    ReasonNeededError,
    SeatFreeError,
)
from .door import has_begun, obstacle_of
from .moving import lock_application, locked, move, promote, seat_or_list, write_down
from .news import tell_focal_points, tell_provider


@transaction.atomic
def apply_for(
    *,
    session: Session,
    by: User,
    motivation: str,
    language: str,
    country: MemberState | None = None,
) -> Application:
    """Ask for a seat. Where the course says so the focal point of `country` clears it first.

    Where the session gives seats at once, it is given or listed here. Raises PermissionDenied,
    CannotApplyError, AlreadyAppliedError; ValueError without a country where one is needed.
    """
    if not may_apply(by):
        raise PermissionDenied
    with locked(session) as row:
        if standing := Application.objects.live().filter(session=row, applicant=by).first():
            raise AlreadyAppliedError(standing)
        if obstacle := obstacle_of(row, timezone.now()):
            raise CannotApplyError(obstacle)
        clears = row.course.admission == Admission.FOCAL_POINT
        if clears and country is None:
            raise ValueError("Whose focal point clears it?")
        application = Application.objects.create(
            session=row,
            applicant=by,
            country=country,
            needs_clearance=clears,
            language=language,
            motivation=motivation.strip(),
        )
        write_down(application, "apply", "", by)
        if clears:
            tell_focal_points(application)
        else:
            _pass_on(application)
    return application


@transaction.atomic
def take_step(*, application: Application, by: User, verb: str, comment: str = "") -> Application:
    """Clear, refuse, accept, put on the waiting list, decline or withdraw.

    A seat that becomes free goes to the first of the waiting list. Raises PermissionDenied; MovedError when
    somebody was first; ReasonNeededError, NoSeatError, SeatFreeError, NoWaitingListError, BegunError.
    """
    comment = comment.strip()
    with locked(application.session) as session:
        row = lock_application(application, session)
        if row.state != application.state:
            raise MovedError(row)
        step = _check(row, by, verb)
        if step.needs_comment and not comment:
            raise ReasonNeededError
        if step.before_start and has_begun(session, timezone.now()):
            raise BegunError
        _check_seats(session, step)
        had_seat = row.state == ApplicationState.ACCEPTED
        move(row, step, by, comment)
        if verb == "clear":
            _pass_on(row)
        if verb == "withdraw" and row.reaches_provider:
            tell_provider("application.withdrawn", row)
        if had_seat:
            promote(session)
    return row


def _pass_on(application: Application) -> None:
    """It reaches the provider: who decides, or has left that to the order of applications."""
    if application.session.accepts_at_once:
        seat_or_list(application)
    if application.state != ApplicationState.ACCEPTED and application.place is None:
        tell_provider("application.received", application)


def _check(application: Application, by: User, verb: str) -> ApplicationStepRow:
    """The row of the table; PermissionDenied for who may not, MovedError for who came too late."""
    for row in steps_for(by, application):
        if row.verb == verb:
            return row
    if came_too_late(
        APPLICATION_STEPS,
        verb,
        application.state,
        lambda row: any(acts_on(actor, by, application) for actor in row.actors),
    ):
        raise MovedError(application)
    raise PermissionDenied


def _check_seats(session: Session, step: ApplicationStepRow) -> None:
    if step.target == ApplicationState.ACCEPTED and session.seats_left == 0:
        raise NoSeatError
    if step.target == ApplicationState.WAIT_LISTED:
        if session.seats_left != 0:
            raise SeatFreeError
        if not session.has_wait_list:
            raise NoWaitingListError
