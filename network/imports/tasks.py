"""Work that the outbox does for imports."""

from datetime import timedelta

from network.notifications.registry import work

from .services.looking import read_import
from .services.starting import READ, TAKE
from .services.taking import take_import


@work(READ, lease=timedelta(minutes=5), in_transaction=False)
def read(*, batch: int) -> None:
    """Read a file that somebody handed in."""
    read_import(batch=batch)


@work(TAKE, lease=timedelta(minutes=2), in_transaction=False)
def take(*, batch: int) -> None:
    """Take rows over."""
    take_import(batch=batch)
