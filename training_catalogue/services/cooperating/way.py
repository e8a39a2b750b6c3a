"""The way of a cooperation: one verb per row of `COOPERATION_STEPS`."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.l10n.services.staleness import follow_whole
from network.models import User
from network.services.table_of_steps import came_too_late

from ...choices.assistance import AssistanceKind, AssistanceState
from ...choices.cooperation import COOPERATION_STEPS, CooperationState
from ...choices.parties import Actor
from ...models import Assistance, AssistanceStep, Cooperation, CooperationReport, CooperationStep
from ...rules.assistance import is_staff_manager, sides_of
from ...rules.cooperation import cooperation_step
from ..assistance.following import follow_assistance
from ..assistance.news import tell_of_cooperation
from ..errors import MovedError, ReasonNeededError, ReportMissingError, TermsMissingError
from .terms import lock_cooperation

NEWS = {
    "agree": "assistance.cooperation_agreed",
    "begin": "assistance.cooperation_begun",
    "complete": "assistance.cooperation_completed",
    "withdraw": "assistance.cooperation_withdrawn",
}


@transaction.atomic
def move_cooperation(*, cooperation: Cooperation, by: User, verb: str, comment: str = "") -> Cooperation:
    """Take one step; both sides are told, and with the last one the request is met.

    Raises PermissionDenied; MovedError when it is elsewhere by now; TermsMissingError, ReportMissingError,
    ReasonNeededError for what a step needs.
    """
    row = lock_cooperation(cooperation)
    step = cooperation_step(by, row, verb)
    if step is None:
        raise _refusal(row, by, verb)
    if step.needs_comment and not comment.strip():
        raise ReasonNeededError
    _check(row, verb)
    source, row.state = row.state, CooperationState(str(step.target))
    _stamp(row)
    row.revision += 1
    row.save()
    CooperationStep.objects.create(
        cooperation=row, verb=verb, from_state=source, to_state=row.state, by=by, comment=comment.strip()
    )
    follow_whole(row)
    if row.state == CooperationState.COMPLETED:
        _complete(row, by)
    tell_of_cooperation(NEWS[verb], row, by)
    return row


def _refusal(row: Cooperation, by: User, verb: str) -> Exception:
    """MovedError for who may take this step from elsewhere, PermissionDenied for others."""
    may = {Actor(side.value) for side in sides_of(by, row.match)}
    may |= {Actor.MODERATOR} if is_staff_manager(by) else set()
    is_late = came_too_late(COOPERATION_STEPS, verb, row.state, lambda step: bool(may & set(step.actors)))
    return MovedError(row) if is_late else PermissionDenied()


def _check(row: Cooperation, verb: str) -> None:
    if verb == "agree" and not row.has_terms:
        raise TermsMissingError
    if verb == "complete" and not CooperationReport.objects.filter(cooperation=row).exists():
        raise ReportMissingError


def _stamp(row: Cooperation) -> None:
    now = timezone.now()
    match row.state:
        case CooperationState.AGREED:
            row.agreed_at = now
        case CooperationState.UNDER_WAY:
            row.begun_at = now
        case CooperationState.COMPLETED:
            row.completed_at = now


def _complete(row: Cooperation, by: User) -> None:
    """The report is public from now on, and what was asked for is met."""
    follow_whole(CooperationReport.objects.select_related("cooperation__match__request").get(cooperation=row))
    request = Assistance.objects.select_for_update(of=("self",)).get(pk=row.match.request_id)
    if request.kind != AssistanceKind.REQUEST or not request.is_open:
        return
    source, request.state = request.state, AssistanceState.CLOSED
    request.revision += 1
    request.save()
    AssistanceStep.objects.create(
        assistance=request, verb="fulfil", from_state=source, to_state=request.state, by=by
    )
    follow_assistance(request)
