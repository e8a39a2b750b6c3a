"""`manage.py make_fora N`: invented threads and posts for measurements."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fora.services.making import make_fora


class Command(BaseCommand):
    """Add posts in bulk, in four languages, with revisions, search rows and figures."""

    help = "Add N invented posts in threads of about ten (needs DEMO=1 or DEBUG=1)."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, the seed of their texts, and how many of them stand in one thread."""
        parser.add_argument("count", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--long-thread", type=int, default=0, metavar="M")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how far it is, and how many there are afterwards."""

        def tell(made: int) -> None:
            if made % 20_000 == 0:
                self.stdout.write(f"{made} made")

        total = make_fora(
            count=options["count"], seed=options["seed"], long_thread=options["long_thread"], tell=tell
        )
        self.stdout.write(f"The fora have {total} published posts.")
