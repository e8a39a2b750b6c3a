"""`manage.py load_reference`: member states, topics and ICCS sections."""

from typing import Any

from django.core.management.base import BaseCommand

from network.services.reference import load_reference


class Command(BaseCommand):
    """Load or refresh the reference data."""

    help = "Load or refresh member states, topics and ICCS sections."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what there is afterwards."""
        counts = load_reference()
        self.stdout.write("Reference data: {states} states, {topics} topics, {iccs} ICCS sections.".format(**counts))
