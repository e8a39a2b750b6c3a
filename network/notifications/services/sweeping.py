"""Publishing again what seems to have got lost on its way through the broker."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now

from ..choices import Queue
from ..models import OutboxEntry
from .hints import BATCH as MAILS_AT_ONCE
from .hints import BATCH_TASK, TASK, backlogs, publish

logger = logging.getLogger(__name__)

BATCH = 100
FIRST_SPACING = timedelta(seconds=5)
LONGEST_SPACING = timedelta(minutes=5)
BROKER_AWAY = timedelta(seconds=2)  # until it is asked again
FULL = 100  # messages in a queue, above which none is added: they are late, not lost


def sweep() -> int:
    """Publish up to a hundred overdue entries again; gives how many the broker took.

    Their next turn is written down before anything is sent, with spacing that doubles each time, so
    that no lock is held while a broker dawdles and a fixed few seconds do not flood a queue. A full
    queue is left alone, and does not stand in the way of the others.
    """
    if not OutboxEntry.objects.to_publish().exists():
        return 0
    try:
        full = [queue for queue, count in backlogs().items() if count >= FULL]
    except Exception as error:
        logger.warning("The broker does not answer: %s", error)
        return 0
    taken = _take(full)
    done = 0
    for queue, entries in _messages(taken):
        ids = [entry.pk for entry in entries]
        if not (publish(BATCH_TASK, [ids], queue) if len(ids) > 1 else publish(TASK, ids, queue)):
            _give_back(taken[done:])
            break
        done += len(entries)
    return done


def _messages(taken: list[OutboxEntry]) -> list[tuple[str, list[OutboxEntry]]]:
    """What goes into one message: several mails, which are short work, or one piece of any other work."""
    taken.sort(key=lambda entry: entry.queue)
    found: list[tuple[str, list[OutboxEntry]]] = []
    for entry in taken:
        most = MAILS_AT_ONCE if entry.queue == Queue.MAIL else 1
        if found and found[-1][0] == entry.queue and len(found[-1][1]) < most:
            found[-1][1].append(entry)
        else:
            found.append((entry.queue, [entry]))
    return found


@transaction.atomic
def _take(full: list[str]) -> list[OutboxEntry]:
    overdue = OutboxEntry.objects.to_publish().exclude(queue__in=full).select_for_update(skip_locked=True)
    taken = list(overdue[:BATCH])
    by_spacing: dict[int, list[int]] = {}
    for entry in taken:
        by_spacing.setdefault(entry.publishes, []).append(entry.pk)
    for publishes, ids in by_spacing.items():
        spacing = min(FIRST_SPACING * 2 ** min(publishes, 10), LONGEST_SPACING)
        OutboxEntry.objects.filter(pk__in=ids).update(
            publish_at=Now() + spacing, publishes=min(publishes + 1, 100)
        )
    return taken


def _give_back(entries: list[OutboxEntry]) -> None:
    """Nothing was sent: the spacing does not grow, so that work resumes soon after the broker."""
    by_spacing: dict[int, list[int]] = {}
    for entry in entries:
        by_spacing.setdefault(entry.publishes, []).append(entry.pk)
    for publishes, ids in by_spacing.items():
        OutboxEntry.objects.waiting().filter(pk__in=ids, publishes=min(publishes + 1, 100)).update(
            publish_at=Now() + BROKER_AWAY, publishes=publishes
        )
