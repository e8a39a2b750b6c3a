"""`manage.py make_ledger N`: invented entries for measurements."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fund.services.making import make_ledger


class Command(BaseCommand):
    """Post invented contributions in bulk, with a valid chain."""

    help = "Post N invented entries of two legs each, spread over ten years and 200 donors (needs DEMO=1)."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, and the seed of their amounts."""
        parser.add_argument("count", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how far it is, and how many there are afterwards."""

        def tell(made: int) -> None:
            if made % 10_000 == 0:
                self.stdout.write(f"{made} made")

        total = make_ledger(count=options["count"], seed=options["seed"], tell=tell)
        self.stdout.write(f"The ledger has {total} entries.")
