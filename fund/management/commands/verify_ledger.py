"""`manage.py verify_ledger`: recompute the chain from the first entry on."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fund.services.verifying import verify_ledger


class Command(BaseCommand):
    """Says how far it is, then the head of the chain, or the first entry that does not hold."""

    help = "Recompute every hash, link, balance and snapshot of the ledger. Exit code 1 when one differs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print progress about once a second."""
        start = said = time.monotonic()

        def tell(done: int) -> None:
            nonlocal said
            if time.monotonic() - said >= 1:
                said = time.monotonic()
                self.stdout.write(f"{done:>10} entries, {done / (said - start):,.0f} a second")

        verdict = verify_ledger(tell=tell)
        seconds = time.monotonic() - start
        if not verdict.holds:
            for reason in verdict.reasons:
                self.stderr.write(reason)
            raise CommandError(f"The ledger does not hold. First entry concerned: {verdict.first_bad}.")
        self.stdout.write(
            f"{verdict.entries} entries hold. Head: {verdict.head.hex()} "
            f"({seconds:.1f} s, {verdict.entries / max(seconds, 0.001):,.0f} entries a second)"
        )
