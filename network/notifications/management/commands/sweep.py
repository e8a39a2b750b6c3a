"""The sweeper: a process of its own, so that lost messages are found whatever became of the workers."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connection

from network.notifications.management.heartbeat import beat
from network.notifications.services import sweep
from network.notifications.services.sweeping import BATCH

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Publish overdue work again, once a second, for as long as it runs."""

    help = "Publishes again the work whose broker message got lost. Runs until it is stopped."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="one round, then end")
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between rounds")

    def handle(self, *args: Any, once: bool, interval: float, **options: Any) -> None:
        """Sweep; an error of the database is a reason to wait, not to end."""
        while True:
            beat()
            sent = 0
            try:
                sent = sweep()
            except DatabaseError as error:
                logger.warning("The database does not answer: %s", error)
                connection.close()
            if once:
                return
            if sent < BATCH:
                time.sleep(interval)
