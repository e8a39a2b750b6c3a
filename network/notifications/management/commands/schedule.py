"""The scheduler: canaries every minute, and work by the clock."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from network.notifications.management.heartbeat import beat
from network.notifications.services import enqueue_periodic, send_canaries, watch

logger = logging.getLogger(__name__)

ROUND = 5.0  # seconds
CANARIES_EVERY = 60.0
WATCH_EVERY = 30.0


class Command(BaseCommand):
    """Send canaries and promise periodic work, for as long as it runs."""

    help = "Sends a canary through every queue each minute and enqueues periodic work. Runs until stopped."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at the clock every few seconds; until the broker takes canaries, send them each round."""
        next_canaries = 0.0
        next_watch = time.monotonic() + CANARIES_EVERY
        while True:
            beat()
            try:
                enqueue_periodic()
                if time.monotonic() >= next_canaries and send_canaries():
                    next_canaries = time.monotonic() + CANARIES_EVERY
                if time.monotonic() >= next_watch:
                    watch()
                    next_watch = time.monotonic() + WATCH_EVERY
            except DatabaseError as error:
                logger.warning("The database does not answer: %s", error)
                connection.close()
            time.sleep(ROUND)
