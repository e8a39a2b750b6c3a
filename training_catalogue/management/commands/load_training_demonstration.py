"""`manage.py load_training_demonstration`: example courses, applications, offers, cooperations and needs."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from training_catalogue.services.demonstration import load_demonstration_courses
from training_catalogue.services.demonstration_assistance import load_demonstration_assistance


class Command(BaseCommand):
    """A second run adds nothing."""

    help = "Make the demonstration's courses, assistance and needs, counted from today (needs DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many are new."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1: demonstration content never enters another database.")
        courses, records = load_demonstration_courses(), load_demonstration_assistance()
        self.stdout.write(f"{courses} new courses, {records} new offers and requests of the demonstration.")
