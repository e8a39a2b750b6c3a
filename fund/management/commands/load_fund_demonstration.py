"""`manage.py load_fund_demonstration`: the Fund of the demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from fund.services.demonstration import load_demonstration_fund


class Command(BaseCommand):
    """Fill the Fund with Guatemala's contribution and marked examples; again adds nothing."""

    help = "Fill the demonstration's Fund. Needs DEMO=1: examples never leave an append-only ledger."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many entries there are."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1: demonstration content never enters another database.")
        self.stdout.write(f"The Fund of the demonstration has {load_demonstration_fund()} entries.")
