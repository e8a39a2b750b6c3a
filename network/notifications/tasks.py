"""What the broker's messages name. Ids only: the rows are the truth."""

from datetime import timedelta

from celery import shared_task

from . import services
from .registry import PATIENT, Receipt, every, work


@shared_task(name="notifications.run_entry")
def run_entry(entry_id: int) -> None:
    """Do one piece of work from the outbox."""
    services.run_entry(entry_id=entry_id)


@shared_task(name="notifications.run_entries")
def run_entries(entry_ids: list[int]) -> None:
    """Do several pieces of work, one after the other; each is claimed for itself."""
    for entry_id in entry_ids:
        services.run_entry(entry_id=entry_id)


@shared_task(name="notifications.canary")
def canary(queue: str) -> None:
    """Come round."""
    services.note_return(queue=queue)


@work("notifications.purge", lease=timedelta(minutes=10), in_transaction=False)
def purge() -> None:
    """Throw away finished work, and what the inboxes hold, after their time."""
    services.purge()
    services.purge_notices()


every(timedelta(days=1), task="notifications.purge")


@work("notifications.mail", **PATIENT)
def mail(notification: int) -> Receipt:
    """Send one notification by mail."""
    return services.mail_notification(notification)


@work("notifications.digest", **PATIENT)
def digest(digest: int) -> Receipt:
    """Send one summary."""
    return services.mail_digest(digest)


@work("notifications.fold")
def fold(recipient: int, about_type: int, about_id: str) -> None:
    """Make one mail of many about one object."""
    services.fold(recipient, about_type, about_id)


@work("notifications.plan_digests", lease=timedelta(minutes=5))
def plan_digests() -> None:
    """Make the summaries for whom the morning has come."""
    services.plan_digests()


every(timedelta(minutes=5), task="notifications.plan_digests")
