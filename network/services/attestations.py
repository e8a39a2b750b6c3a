"""Once a year focal points and staff confirm that they still hold the office.

They are reminded before the day, and once it is past. Thirty days later the role is no longer in force
until a staff manager confirms it: both are told.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.notifications.services import notify

from ..models import RoleGrant, User
from ..querysets import ATTESTATION_GRACE
from ..rules import is_staff_manager
from .roles import ATTESTATION_EVERY, managers

MADE_UP_FOR = timedelta(days=30)  # so long after a role stopped it is still told, if nothing ran meanwhile


@transaction.atomic
def confirm_attestation(*, grant: RoleGrant, by: User) -> RoleGrant:
    """Confirm for another year from today: the holder until the grace period is over, then a staff manager.

    Raises PermissionDenied for anybody else, for a holder whose grace is over, for a grant that has ended.
    """
    locked = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    is_holders_own = locked.user_id == by.pk
    if locked.revoked_at is not None or locked.attestation_due_on is None:
        raise PermissionDenied
    if is_holders_own and locked.is_blocked:
        raise PermissionDenied
    if not is_holders_own and not is_staff_manager(by):
        raise PermissionDenied
    locked.attested_at = timezone.now()
    locked.attestation_due_on = timezone.localdate() + ATTESTATION_EVERY
    locked.save(update_fields=["attested_at", "attestation_due_on"])
    return locked


def remind_of_attestations() -> int:
    """Tell holders of roles to be confirmed; gives how many people were told. Each reminder comes once."""
    return sum(_remind(grant) for grant in _waiting())


def _waiting() -> Iterable[RoleGrant]:
    today = timezone.localdate()
    ahead = max(settings.ATTESTATION_REMINDER_DAYS, default=0)
    return (
        RoleGrant.objects.live()
        .of_taking_part()
        .filter(
            attestation_due_on__lte=today + timedelta(days=ahead),
            attestation_due_on__gte=today - ATTESTATION_GRACE - MADE_UP_FOR,
            user__is_active=True,
        )
        .select_related("user")
        .iterator()
    )


def _remind(grant: RoleGrant) -> int:
    assert grant.attestation_due_on is not None  # noqa: S101 - selected so
    left = (grant.attestation_due_on - timezone.localdate()).days
    key = f"attest:{grant.pk}:{grant.attestation_due_on}"
    if grant.is_blocked:
        told = notify("network.role_stopped", about=grant, to=[grant.user], once=f"{key}:stopped")
        return told + notify(
            "network.role_unconfirmed", about=grant, to=managers(), actor=grant.user, once=f"{key}:staff"
        )
    if left < 0:
        return notify("network.attestation_overdue", about=grant, to=[grant.user], once=f"{key}:overdue")
    step = min(days for days in settings.ATTESTATION_REMINDER_DAYS if left <= days)
    return notify("network.attestation_due", about=grant, to=[grant.user], once=f"{key}:{step}")
