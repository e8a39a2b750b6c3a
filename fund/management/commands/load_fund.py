"""`manage.py load_fund`: the Fund and its currencies; with two people, the documented contributions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fund.services.founding import load_founding_contributions
from fund.services.reference import load_fund_reference
from network.models import User


class Command(BaseCommand):
    """A second run adds nothing."""

    help = (
        "Make the Fund and its currencies. With --officer and --approver (addresses of a fund officer and a"
        " fund approver who read the source) post what fund/data/fund.json documents."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Two people, since nobody approves the own draft."""
        parser.add_argument("--officer")
        parser.add_argument("--approver")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was posted."""
        load_fund_reference()
        if not (options["officer"] and options["approver"]):
            self.stdout.write("The Fund is there. --officer and --approver post what is documented.")
            return
        people = {}
        for name in ("officer", "approver"):
            try:
                people[name] = User.objects.get(email__iexact=options[name])
            except User.DoesNotExist:
                raise CommandError(f"Nobody has the address {options[name]}.") from None
        self.stdout.write(f"{load_founding_contributions(**people)} documented contributions posted.")
