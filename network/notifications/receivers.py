"""What providers of mail report: bounces and complaints, through django-anymail's webhooks."""

from typing import Any

from anymail.signals import EventType, tracking
from django.dispatch import receiver

from .services import record_bounce

FINAL = {EventType.BOUNCED, EventType.REJECTED, EventType.COMPLAINED, EventType.UNSUBSCRIBED}


@receiver(tracking)
def note_bounce(sender: Any, event: Any, esp_name: str, **kwargs: Any) -> None:
    """An address that refuses mails, or whose owner calls them unwanted, gets none."""
    if event.event_type in FINAL and event.recipient:
        reason = event.description or event.mta_response or event.reject_reason or ""
        record_bounce(address=event.recipient, reason=f"{esp_name}: {event.event_type} {reason}".strip())
