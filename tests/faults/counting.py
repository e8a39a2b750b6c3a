"""What was lost and what came twice, from acknowledged requests and the mail server's log alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .mailserver import Acceptance

RECORDING = (
    1.0  # seconds that the portal needs at most, after the 250, to write "sent" where nothing is broken
)


def number_of(subject: str) -> int:
    """Which request a mail belongs to."""
    return int(subject.rpartition(" ")[2])


@dataclass(frozen=True)
class Fault:
    """What was broken, from when until when (seconds since the epoch)."""

    kind: str
    begun: float
    ended: float


@dataclass
class Account:
    """The figures of one run."""

    acknowledged: int = 0
    accepted: int = 0
    lost: list[int] = field(default_factory=list)
    explained: list[int] = field(default_factory=list)
    unexplained: list[int] = field(default_factory=list)
    changed_ids: list[int] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        share = 100 * len(self.lost) / max(self.acknowledged, 1)
        return (
            f"{sum(self.faults.values())} faults, {self.acknowledged} acknowledged requests,"
            f" {self.accepted} mails accepted: {len(self.lost)} lost ({share:.1f} %),"
            f" {len(self.explained)} explained repeats, {len(self.unexplained)} unexplained repeats"
        )


def settle(
    acknowledged: set[int], log: list["Acceptance"], faults: list[Fault], restarts: Iterable[Fault] = ()
) -> Account:
    """Compare what was promised with what arrived.

    A repeat is explained only if a fault fell between the server's acceptance of the earlier mail and our
    commit of "sent": the server itself hung up or dawdled, or something was broken within RECORDING seconds.
    `restarts` are what followed from faults: programs that ended and were started again.
    """
    arrived: dict[int, list[Acceptance]] = defaultdict(list)
    for acceptance in log:
        arrived[acceptance.number].append(acceptance)
    account = Account(len(acknowledged), len(log), sorted(acknowledged - set(arrived)))
    account.faults.update(fault.kind for fault in faults)
    broken = [*faults, *restarts]
    for number, mails in arrived.items():
        if len({mail.message_id for mail in mails}) > 1:
            account.changed_ids.append(number)
        for earlier in mails[:-1]:
            explained = earlier.fault in ("slow", "drop") or any(
                fault.begun <= earlier.at + RECORDING and fault.ended >= earlier.at for fault in broken
            )
            (account.explained if explained else account.unexplained).append(number)
    return account
