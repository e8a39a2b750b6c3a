"""Once a year focal points and staff confirm that they still hold the office."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from ..models import RoleGrant, User
from ..rules import is_staff_manager
from .roles import ATTESTATION_EVERY


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
