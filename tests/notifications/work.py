"""Work for the tests: it leaves a line in a file outside the database, as mail would leave the house."""

import os
import time
from datetime import timedelta
from pathlib import Path

from network.notifications.models import Canary
from network.notifications.registry import GiveUpError, SkipError, work


def spool(name: str) -> Path:
    """The file that the work of this name writes to."""
    return Path(os.environ["TEST_VAR_DIR"]) / f"spool-{name}"


def lines(name: str) -> list[str]:
    """What has been written, a line for each time the work was done."""
    return spool(name).read_text().splitlines() if spool(name).exists() else []


def note(name: str, text: str = "done") -> None:
    """Append a line in one write."""
    with spool(name).open("a") as file:
        file.write(f"{text} {os.getpid()}\n")


@work("tests.write", in_transaction=False)
def write(name: str) -> None:
    """Leave a line."""
    note(name)


@work("tests.dawdle", lease=timedelta(seconds=2), in_transaction=False)
def dawdle(name: str) -> None:
    """Leave a line; the first time, hang until killed."""
    first = not lines(name)
    note(name, "begun" if first else "done")
    if first:
        time.sleep(120)


@work("tests.fail", max_attempts=3)
def fail(name: str) -> None:
    """Write to the database, then fail."""
    Canary.objects.create(queue=name)
    raise ConnectionError("the other side hung up")


@work("tests.count")
def count(name: str) -> None:
    """Write to the database only."""
    Canary.objects.create(queue=name)


@work("tests.outlive")
def outlive(name: str, entry: str) -> None:
    """Write to the database, and lose the lease meanwhile."""
    from network.notifications.models import OutboxEntry

    Canary.objects.create(queue=name)
    OutboxEntry.objects.filter(dedupe_key=entry).update(token=None)


@work("tests.unwanted")
def unwanted() -> None:
    """No longer wanted."""
    raise SkipError("nobody follows it any more")


@work("tests.hopeless")
def hopeless() -> None:
    """Will never succeed."""
    raise GiveUpError("no such address")
