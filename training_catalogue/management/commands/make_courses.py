"""`manage.py make_courses N`: invented courses with three sessions each, for measurements."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from training_catalogue.services.making import make_courses


class Command(BaseCommand):
    """Add invented courses in bulk."""

    help = "Add N invented published courses with 3 N sessions and their search rows (needs DEMO=1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, and the seed of their texts."""
        parser.add_argument("count", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how far it is, and how many there are afterwards."""

        def tell(made: int) -> None:
            if made % 10_000 == 0 or made == options["count"]:
                self.stdout.write(f"{made} made")

        total = make_courses(count=options["count"], seed=options["seed"], tell=tell)
        self.stdout.write(f"{total} courses are published.")
