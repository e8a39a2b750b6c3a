"""Addresses that take no mail: what providers report, and how it ends."""

from django.db import transaction
from django.utils import timezone

from network.models import User

from ..models import MailSettings


@transaction.atomic
def record_bounce(*, address: str, reason: str) -> bool:
    """No more mails to this address until the person changes or confirms it; False for an unknown address."""
    user = User.objects.filter(email__iexact=address.strip()).first()
    if user is None:
        return False
    MailSettings.objects.update_or_create(
        user=user,
        defaults={
            "bounced_at": timezone.now(),
            "bounced_address": user.email,
            "bounce_reason": reason[:200],
        },
    )
    return True


@transaction.atomic
def forgive_bounce(*, user: User) -> None:
    """The person says that the address works again."""
    MailSettings.objects.filter(user=user).update(bounced_at=None, bounced_address="", bounce_reason="")
