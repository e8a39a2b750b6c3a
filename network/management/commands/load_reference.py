"""`manage.py load_reference`: member states, topics and ICCS sections."""

from typing import Any

from django.core.management.base import BaseCommand

from network.services.reference import load_reference


class Command(BaseCommand):
    """Add the reference data that is missing."""

    help = "Add the member states, topics and ICCS sections that are missing; edited ones are left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what there is afterwards."""
        counts = load_reference()
        words = "Reference data: {states} states, {topics} topics, {iccs} ICCS sections."
        self.stdout.write(words.format(**counts))
