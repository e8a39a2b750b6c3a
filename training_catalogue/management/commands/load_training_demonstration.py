"""`manage.py load_training_demonstration`: example courses of example providers."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from training_catalogue.services.demonstration import load_demonstration_courses


class Command(BaseCommand):
    """A second run adds nothing."""

    help = "Make the demonstration's courses and sessions, counted from today (needs DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many are new."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1: demonstration content never enters another database.")
        self.stdout.write(f"{load_demonstration_courses()} new courses of the demonstration.")
