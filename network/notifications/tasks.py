"""What the broker's messages name. Ids only: the rows are the truth."""

from datetime import timedelta

from celery import shared_task

from . import services
from .registry import every, work


@shared_task(name="notifications.run_entry")
def run_entry(entry_id: int) -> None:
    """Do one piece of work from the outbox."""
    services.run_entry(entry_id=entry_id)


@shared_task(name="notifications.canary")
def canary(queue: str) -> None:
    """Come round."""
    services.note_return(queue=queue)


@work("notifications.purge", lease=timedelta(minutes=10), in_transaction=False)
def purge() -> None:
    """Throw away finished work after its time."""
    services.purge()


every(timedelta(days=1), task="notifications.purge")
