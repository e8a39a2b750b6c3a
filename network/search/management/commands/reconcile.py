"""`manage.py reconcile`: prove that search rows and counts are what they should be."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from network.search.services.reconcile import reconcile


class Command(BaseCommand):
    """Compare, and with --repair put right."""

    help = (
        "Prove that no search row and no count differs from what the records say; --repair puts them right."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to repair."""
        parser.add_argument("--repair", action="store_true", help="rebuild what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Report; exits with an error when something differs and was not repaired."""
        found = reconcile(repair=options["repair"])
        for kind, ids in found.differing.items():
            for number in ids[:20]:
                self.stdout.write(f"differs: {kind} {number}")
        differing = sum(len(ids) for ids in found.differing.values())
        self.stdout.write(
            f"{found.compared} objects compared, {differing} differ, {found.wrong_counts} counts are wrong."
        )
        if not found.all_is_well and not options["repair"]:
            raise CommandError("Run manage.py reconcile --repair.")
