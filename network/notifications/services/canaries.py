"""A message through every queue every minute: it comes round only if work is really being done."""

from django.db.models.functions import Now

from ..choices import Queue
from ..models import Canary
from .hints import publish

TASK = "notifications.canary"
EXPIRES = 120.0  # seconds: canaries of a stopped worker do not pile up


def send_canaries() -> int:
    """Send one through each queue; gives how many the broker took."""
    sent = 0
    for queue in Queue.values:
        if not publish(TASK, [queue], queue, expires=EXPIRES):
            break
        Canary.objects.update_or_create(queue=queue, defaults={"sent_at": Now()})
        sent += 1
    return sent


def note_return(*, queue: str) -> None:
    """One has come round."""
    Canary.objects.update_or_create(queue=queue, defaults={"returned_at": Now()})
