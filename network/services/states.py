"""Changing how a member state stands to the Organization."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from ..choices import StateStatus
from ..models import MemberState, StateStatusPeriod, User
from ..rules import is_staff_manager


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
    return StateStatusPeriod.objects.create(
        state=state, status=status, since_on=since_on, note=note, source=source, recorded_by=by
    )
