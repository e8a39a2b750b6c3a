"""`manage.py rebuild_search`: make search rows anew where they were made by earlier rules."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from network.search import registry
from network.search.services.version import outdated, rebuild


class Command(BaseCommand):
    """What an update of the portal may ask for; does nothing when all rows are up to date."""

    help = "Make the search rows of each kind anew that were made by earlier rules; --all makes all anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to rebuild what is up to date too."""
        parser.add_argument("--all", action="store_true", help="also what is up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and report."""
        every = [indexer.kind for indexer in registry.indexers()]
        for kind in every if options["all"] else outdated():
            count = rebuild(kind)
            if options["verbosity"]:
                self.stdout.write(f"{kind}: {count} objects indexed.")
