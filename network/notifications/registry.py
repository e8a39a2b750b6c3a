"""Which function does which work. Apps register theirs in AppConfig.ready() by importing their tasks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from django.conf import settings

from .choices import Queue

Function = TypeVar("Function", bound=Callable[..., Any])


class GiveUpError(Exception):
    """Raised by work that will never succeed: it is marked as failed at once, with this reason."""


class SkipError(Exception):
    """Raised by work that is no longer wanted: it is marked as skipped, with this reason."""


@dataclass(frozen=True)
class Work:
    """A function, and how patient to be with it.

    lease: how long one run may take before another worker may take over.
    in_transaction: run it and record "done" in one transaction, for work that only writes to the
    database: then it happens exactly once. Work that sends something runs outside, and may give a Receipt.
    first_pause, growth: how long to wait after the first failure, and how many times longer after each next.
    """

    run: Callable[..., Any]
    lease: timedelta
    max_attempts: int
    in_transaction: bool
    first_pause: timedelta = timedelta(seconds=10)
    growth: int = 3


@dataclass(frozen=True)
class Receipt:
    """What work that sent something wants recorded together with "done": a note, and rows to write."""

    note: str = ""
    write: Callable[[], Any] | None = None


@dataclass(frozen=True)
class Periodic:
    """Work to be put into the outbox once in every slot of time."""

    task: str
    every: timedelta
    queue: str


#: How patient work that sends a mail is. Sending takes at most a handful of answers of the mail server, each
#: within EMAIL_TIMEOUT; a server may be away for two days and more.
PATIENT: dict[str, Any] = {
    "lease": timedelta(seconds=7 * settings.EMAIL_TIMEOUT + 5),
    "max_attempts": 60,
    "in_transaction": False,
    "first_pause": timedelta(seconds=2),
    "growth": 2,
}


class UnknownTaskError(LookupError):
    """No app registered this task: its code is missing or older than the row."""


_works: dict[str, Work] = {}
_periodic: dict[str, Periodic] = {}


def work(
    name: str,
    *,
    lease: timedelta = timedelta(seconds=60),
    max_attempts: int = 10,
    in_transaction: bool = True,
    first_pause: timedelta = timedelta(seconds=10),
    growth: int = 3,
) -> Callable[[Function], Function]:
    """Register a function that takes ids by keyword as the work of this name; the name outlives the code."""

    def register(function: Function) -> Function:
        if name in _works and _works[name].run is not function:
            raise ValueError(f"Two functions are registered as {name}.")
        _works[name] = Work(function, lease, max_attempts, in_transaction, first_pause, growth)
        return function

    return register


def every(interval: timedelta, *, task: str, queue: str = Queue.DEFAULT) -> None:
    """Have the scheduler put this work into the outbox once per interval, however many schedulers run."""
    _periodic[task] = Periodic(task, interval, queue)


def find(name: str) -> Work:
    """The work of this name; raises UnknownTaskError."""
    try:
        return _works[name]
    except KeyError:
        raise UnknownTaskError(f"No function is registered for {name}.") from None


def leases() -> dict[str, float]:
    """How long one run of each work may take, in seconds."""
    return {name: work.lease.total_seconds() for name, work in _works.items()}


def periodic() -> list[Periodic]:
    """All work that comes round by the clock."""
    return list(_periodic.values())
