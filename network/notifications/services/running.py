"""Doing one piece of work: take it, do it, write down how it went."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models.functions import Now

from ..choices import EntryState
from ..models import OutboxEntry
from ..querysets import OutboxQuerySet
from ..registry import GiveUpError, Receipt, SkipError, UnknownTaskError, Work, find, leases

logger = logging.getLogger(__name__)

LONGEST_PAUSE = timedelta(hours=1)
PATIENCE = 600.0  # seconds to keep trying to write down what is already done
UNKNOWN = Work(lambda: None, lease=timedelta(seconds=60), max_attempts=10, in_transaction=False)


class LeaseLostError(Exception):
    """It took longer than its lease and somebody else has it now: what was written is rolled back."""


def run_entry(*, entry_id: int) -> bool:
    """Do this piece of work now, if it is due and nobody else has it; whether it was done.

    Never raises for the work's own errors: they are kept in the row and it is tried again
    later, with growing pauses, until its attempts are used up.
    """
    entry = OutboxEntry.objects.claim(entry_id, lease=UNKNOWN.lease, leases=leases())
    if entry is None:
        return False
    work = _work(entry.task)
    if entry.attempts > work.max_attempts:
        _close(entry, EntryState.FAILED, f"Interrupted {work.max_attempts} times. {entry.error}")
        return False
    return _attempt(entry, work)


def _work(task: str) -> Work:
    try:
        return find(task)
    except UnknownTaskError:
        return UNKNOWN


def _attempt(entry: OutboxEntry, work: Work) -> bool:
    try:
        _do(entry, work)
    except LeaseLostError:
        logger.warning("%s outlived its lease of %s.", entry, work.lease)
        return False
    except SkipError as reason:
        _close(entry, EntryState.SKIPPED, str(reason))
        return False
    except GiveUpError as reason:
        _close(entry, EntryState.FAILED, str(reason))
        return False
    except Exception as error:
        logger.exception("%s failed in attempt %d.", entry, entry.attempts)
        _postpone(entry, work, f"{type(error).__name__}: {error}")
        return False
    return True


def _do(entry: OutboxEntry, work: Work) -> None:
    if work is UNKNOWN:
        find(entry.task)  # raises, with the name
    if work.in_transaction:
        with transaction.atomic():
            work.run(**entry.args)
            if not _record(entry, EntryState.DONE, ""):
                raise LeaseLostError
    else:
        receipt = work.run(**entry.args)
        _keep_trying(lambda: _acknowledge(entry, receipt if isinstance(receipt, Receipt) else Receipt()))


def _postpone(entry: OutboxEntry, work: Work, error: str) -> None:
    if entry.attempts >= work.max_attempts:
        _close(entry, EntryState.FAILED, error)
        return
    later = Now() + min(work.first_pause * work.growth ** min(entry.attempts - 1, 20), LONGEST_PAUSE)
    _keep_trying(
        lambda: _mine(entry).update(
            next_at=later, publish_at=later, lease_until=None, token=None, error=error[:500]
        )
    )


def _close(entry: OutboxEntry, state: EntryState, reason: str) -> None:
    _keep_trying(lambda: _record(entry, state, reason))


def _acknowledge(entry: OutboxEntry, receipt: Receipt) -> int:
    """What was sent is sent, also when the lease ran out meanwhile: nobody shall send it again."""
    mine = OutboxEntry.objects.waiting().filter(pk=entry.pk)
    changes = _closing(EntryState.DONE, receipt.note)
    if receipt.write is None:
        return mine.update(**changes)
    with transaction.atomic():
        done = mine.update(**changes)
        if done:
            receipt.write()
    return done


def _record(entry: OutboxEntry, state: EntryState, reason: str) -> int:
    return _mine(entry).update(**_closing(state, reason))


def _closing(state: EntryState, reason: str) -> dict[str, Any]:
    return {"state": state, "error": reason[:500], "done_at": Now(), "lease_until": None, "token": None}


def _mine(entry: OutboxEntry) -> OutboxQuerySet:
    return OutboxEntry.objects.waiting().filter(pk=entry.pk, token=entry.token)


def _keep_trying(write: Callable[[], int]) -> None:
    """Write down what has already happened, also when the database is away for a while.

    A mail that was accepted must not be sent again because "sent" could not be recorded.
    """
    end = time.monotonic() + PATIENCE
    pause = 0.1
    while True:
        try:
            write()
            return
        except (OperationalError, InterfaceError):
            if time.monotonic() > end:
                raise
            connection.close()
            time.sleep(pause)
            pause = min(pause * 2, 5.0)
