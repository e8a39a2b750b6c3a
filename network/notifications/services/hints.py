"""Telling the broker that there is work. A hint may get lost: nothing rests on it but speed."""

import logging
import time

from celery import current_app

logger = logging.getLogger(__name__)

QUIET_SECONDS = 10.0  # after a failure, so that a frozen broker does not slow every request down
TASK = "notifications.run_entry"  # named, not imported: tasks stand above services

_quiet_until = 0.0


def hint(entry_id: int, queue: str) -> bool:
    """Send one hint; False when the broker does not take it, or did not a moment ago."""
    if time.monotonic() < _quiet_until:
        return False
    return publish(TASK, [entry_id], queue)


def publish(task: str, args: list[object], queue: str, expires: float | None = None) -> bool:
    """Send one message without retrying; False and a line in the log when the broker does not take it."""
    global _quiet_until  # noqa: PLW0603 - one process, one opinion of its broker
    try:
        current_app.send_task(task, args=args, queue=queue, expires=expires, retry=False, ignore_result=True)
    except Exception as error:  # noqa: BLE001 - whatever ails the broker, the row is safe
        _quiet_until = time.monotonic() + QUIET_SECONDS
        logger.warning("The broker did not take %s for %s: %s", task, queue, error)
        return False
    _quiet_until = 0.0
    return True


def backlog(queue: str) -> int:
    """How many messages wait in a queue. Raises what the client raises when the broker is away."""
    with current_app.connection_for_write() as connection:
        return int(connection.default_channel.client.llen(queue))
