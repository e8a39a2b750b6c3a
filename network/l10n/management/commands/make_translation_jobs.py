"""`manage.py make_translation_jobs --count N`: invented translations, for measurements."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from network.l10n.services.making import make_translation_jobs


class Command(BaseCommand):
    """Fill the table of translations; only where DEMO=1 or DEBUG=1."""

    help = "Add invented translations of records that do not exist, for measurements of the desk."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many."""
        parser.add_argument("--count", type=int, default=1_000_000)

    def handle(self, *args: Any, count: int, **options: Any) -> None:
        """Print how many there are afterwards."""
        try:
            self.stdout.write(f"{make_translation_jobs(count=count)} translations.")
        except RuntimeError as error:
            raise CommandError(str(error)) from error
