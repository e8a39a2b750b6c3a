"""`manage.py load_reference`: member states, topics, ICCS sections and the glossary."""

from typing import Any

from django.core.management.base import BaseCommand

from network.services.reference import load_reference


class Command(BaseCommand):
    """Add the reference data that is missing."""

    help = "Add member states, topics, ICCS sections and glossary terms that are missing; edited ones stay."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what there is afterwards."""
        counts = load_reference()
        words = "Reference data: {states} states, {topics} topics, {iccs} ICCS sections, {terms} terms."
        self.stdout.write(words.format(**counts))
