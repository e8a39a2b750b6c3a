"""`manage.py load_assistance`: offers, demands and needs that the documents of the process state."""

from typing import Any

from django.core.management.base import BaseCommand

from training_catalogue.services.loading import load_assistance


class Command(BaseCommand):
    """A second run adds nothing."""

    help = "Record the offers, demands and needs of training_catalogue/data/ that are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many are new."""
        records, needs = load_assistance()
        self.stdout.write(f"{records} new offers and requests, {needs} new needs.")
