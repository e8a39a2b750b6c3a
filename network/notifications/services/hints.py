"""Telling the broker that there is work. A hint may get lost: nothing rests on it but speed."""

import logging
import time
from typing import Any

from celery import current_app

from ..choices import Queue

logger = logging.getLogger(__name__)

QUIET_SECONDS = 10.0  # after a failure, so that a frozen broker does not slow every request down
TASK = "notifications.run_entry"  # named, not imported: tasks stand above services
BATCH_TASK = "notifications.run_entries"
BATCH = 25  # entries in one message
HINTED = 250  # of entries promised at once; the sweeper brings the others, so that no queue grows long

_quiet_until = 0.0


def hint(entry_id: int, queue: str) -> bool:
    """Send one hint; False when the broker does not take it, or did not a moment ago."""
    if time.monotonic() < _quiet_until:
        return False
    return publish(TASK, [entry_id], queue)


def hint_many(entry_ids: list[int], queue: str) -> None:
    """Send hints for the first of many entries, several in a message."""
    for start in range(0, min(len(entry_ids), HINTED), BATCH):
        batch = entry_ids[start : start + BATCH]
        if time.monotonic() < _quiet_until or not publish(BATCH_TASK, [batch], queue):
            return


def publish(task: str, args: list[Any], queue: str, expires: float | None = None) -> bool:
    """Send one message without retrying; False and a line in the log when the broker does not take it."""
    global _quiet_until  # noqa: PLW0603 - one process, one opinion of its broker
    try:
        current_app.send_task(task, args=args, queue=queue, expires=expires, retry=False, ignore_result=True)
    except Exception as error:
        _quiet_until = time.monotonic() + QUIET_SECONDS
        logger.warning("The broker did not take %s for %s: %s", task, queue, error)
        return False
    _quiet_until = 0.0
    return True


def backlogs() -> dict[str, int]:
    """How many messages wait in each queue. Raises what the client raises when the broker is away."""
    with current_app.connection_for_write() as connection:
        client = connection.default_channel.client
        return {queue: int(client.llen(queue)) for queue in Queue.values}


def backlog(queue: str) -> int:
    """How many messages wait in one queue; raises as `backlogs`."""
    return backlogs()[queue]
