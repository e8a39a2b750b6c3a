"""Work of the Fund that comes round by the clock."""

from datetime import timedelta

from network.notifications.registry import every, work

from .services.watching import check_ledger


@work("fund.check_ledger", lease=timedelta(hours=2), max_attempts=3, in_transaction=False)
def check_ledger_nightly() -> None:
    """Recompute the ledger, and raise an alarm on any difference."""
    check_ledger()


every(timedelta(hours=24), task="fund.check_ledger")
