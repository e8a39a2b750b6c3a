"""What the inboxes hold of a person, for how long, and letting go of it."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from network.models import User

from ..models import Digest, MailSettings, Notification, Preference

BATCH = 5000


def purge_notices() -> int:
    """Throw away what was told longer ago than settings.RETENTION_DAYS says; gives how many notices."""
    days = settings.RETENTION_DAYS["notices"]
    if not days:
        return 0
    before = timezone.now() - timedelta(days=days)
    gone = 0
    while True:
        ids = list(  # the oldest come first by their key: no index on the time is needed
            Notification.objects.filter(created_at__lt=before)
            .order_by("pk")
            .values_list("pk", flat=True)[:BATCH]
        )
        Notification.objects.filter(pk__in=ids).delete()
        gone += len(ids)
        if len(ids) < BATCH:
            break
    Digest.objects.filter(made_at__lt=before).delete()
    return gone


def notices_of(user: User) -> dict[str, Any]:
    """What a person was told and how the person wants to be told, for the person's own export."""
    mail_settings = MailSettings.objects.filter(user=user).values(
        "digest_hour", "digest_weekday", "paused_until", "bounced_at", "bounced_address"
    )
    return {
        "inbox": list(
            Notification.objects.filter(recipient=user)
            .order_by("pk")
            .values("verb", "about_type__model", "about_id", "created_at", "read_at", "channel", "mailed_at")
        ),
        "mail_settings": mail_settings.first(),
        "mail_preferences": list(
            Preference.objects.filter(user=user).values("verb", "about_type__model", "about_id", "frequency")
        ),
    }


def forget_notices(user: User) -> None:
    """Let go of all that was told to a person, and of the person's wishes; call it in a transaction."""
    Notification.objects.filter(recipient=user).delete()
    Digest.objects.filter(recipient=user).delete()
    Preference.objects.filter(user=user).delete()
    MailSettings.objects.filter(user=user).delete()
