"""Changing how a member state stands to the Organization."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from ..choices import HandOverState, StateStatus
from ..models import HandOver, Invitation, MemberState, RoleGrant, StateStatusPeriod, User
from ..rules import is_staff_manager
from .roles import end_grant


@dataclass(frozen=True)
class StatusEffect:
    """What a change of status will do, counted now. Published content stays in every case."""

    changes: bool
    stops: bool
    resumes: bool
    people: list[User]
    grants: int
    invitations: int
    hand_overs: int


def what_status_change_does(*, state: MemberState, status: StateStatus) -> StatusEffect:
    """Count what a change would stop or bring back, for staff to read before they act.

    A state that ceases to be active loses its grants, invitations and hand-overs under way. They do not come
    back with the status: its people are then invited anew.
    """
    grants = (
        RoleGrant.objects.live().filter(state=state).select_related("user").order_by("user__full_name", "pk")
    )
    rows = list(grants)
    open_hand_overs = HandOver.objects.filter(
        grant__state=state, state__in=[HandOverState.PENDING, HandOverState.INVITED]
    )
    return StatusEffect(
        changes=status != state.status,
        stops=state.is_active and status != StateStatus.ACTIVE,
        resumes=not state.is_active and status == StateStatus.ACTIVE,
        people=list({grant.user_id: grant.user for grant in rows}.values()),
        grants=len(rows),
        invitations=Invitation.objects.open().filter(state=state).count(),
        hand_overs=open_hand_overs.count(),
    )


@transaction.atomic
def change_state_status(
    *, state: MemberState, status: StateStatus, since_on: date | None, note: str, source: str, by: User | None
) -> StateStatusPeriod:
    """Record a status from a day on; grants of a state that ceases to be active stop at once.

    `by` None is the loading of reference data. Raises PermissionDenied when `by` is no staff manager.
    """
    if by is not None and not is_staff_manager(by):
        raise PermissionDenied
    state = MemberState.objects.select_for_update().get(pk=state.pk)
    state.status = status
    state.save(update_fields=["status"])
    if status != StateStatus.ACTIVE:
        _take_grants(state, by)
    return StateStatusPeriod.objects.create(
        state=state, status=status, since_on=since_on, note=note, source=source, recorded_by=by
    )


def _take_grants(state: MemberState, by: User | None) -> None:
    now = timezone.now()
    for grant in RoleGrant.objects.live().filter(state=state).select_related("user"):
        end_grant(grant=grant, reason="The state does not take part at present", by=by)
    Invitation.objects.open().filter(state=state).update(revoked_at=now, revoked_by=by)
    under_way = HandOver.objects.filter(
        grant__state=state, state__in=[HandOverState.PENDING, HandOverState.INVITED]
    )
    under_way.update(state=HandOverState.DECLINED, decided_at=now, decided_by=by)
