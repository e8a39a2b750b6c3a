"""Work of the Fund that comes round by the clock."""

from datetime import timedelta

from network.notifications.registry import Receipt, every, work

from .services.showing.chain import TASK, note_of
from .services.watching import check_ledger


@work(TASK, lease=timedelta(hours=2), max_attempts=3, in_transaction=False)
def check_ledger_nightly() -> Receipt:
    """Recompute the ledger, and raise an alarm on any difference; the public page reads what was found."""
    return Receipt(note=note_of(check_ledger()))


every(timedelta(hours=24), task=TASK)
