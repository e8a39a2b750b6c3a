"""Recomputing the chain: every hash from what is stored, every link, every balance.

The texts that hashes are made of come from the files of SQL, not from functions of the database, and the
hashes are computed here: somebody who changes the database's functions deceives nobody.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import connection, transaction

SQL = Path(__file__).resolve().parents[1] / "sql"
CHUNK = 20_000  # entries between two words of progress
GENESIS = bytes(32)


@dataclass
class Verdict:
    """What was found. `first_bad` is the first entry that does not hold, None when all do."""

    entries: int = 0
    head: bytes = GENESIS
    first_bad: int | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether everything is as it was posted."""
        return self.first_bad is None and not self.reasons

    def blame(self, number: int | None, reason: str) -> None:
        """Note a difference; the lowest number is the first entry that does not hold."""
        if number is not None and (self.first_bad is None or number < self.first_bad):
            self.first_bad = number
        self.reasons.append(reason)


def canonical_sql(name: str) -> str:
    """The SQL that writes one canonical text: "entry_text", "leg_text" or "draft_text"."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8").strip()


def verify_ledger(*, tell: Callable[[int], None] = lambda done: None) -> Verdict:
    """Recompute the whole ledger as it stands at one moment; posting goes on meanwhile.

    `tell` is called now and then with how many entries were looked at.
    """
    verdict = Verdict()
    with transaction.atomic():
        with connection.cursor() as cursor:
            if not connection.in_atomic_block or len(connection.savepoint_ids) == 0:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        _verify_chain(verdict, tell)
        for name, reason in CHECKS.items():
            with connection.cursor() as cursor:
                cursor.execute(_check(name))
                for (number,) in cursor.fetchall():
                    verdict.blame(number, reason)
    return verdict


def _verify_chain(verdict: Verdict, tell: Callable[[int], None]) -> None:
    expected, previous = 1, GENESIS
    for number, prev_hash, kept, text in _entries():
        if number != expected:
            verdict.blame(expected, f"Entry {expected} is missing.")
            return
        if prev_hash != previous:
            verdict.blame(number, f"Entry {number} is not linked to the one before.")
            return
        if text is None or sha256(text.encode()).digest() != kept:
            verdict.blame(number, f"Entry {number} does not have the hash of what it says.")
            return
        previous = kept
        verdict.entries, verdict.head = number, kept
        if number % CHUNK == 0:
            tell(number)
        expected += 1
    tell(verdict.entries)


def _entries() -> Iterator[tuple[int, bytes, bytes, str | None]]:
    """Number, hash before, hash and canonical text of every entry, in order, as a stream."""
    query = CHAIN.format(entry_text=canonical_sql("entry_text"), leg_text=canonical_sql("leg_text"))
    last = 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(query, [last, last + CHUNK, last, last + CHUNK])
            rows = cursor.fetchall()
            if not rows:
                cursor.execute("SELECT min(number) FROM fund_entry WHERE number > %s", [last + CHUNK])
                (further,) = cursor.fetchone()
                if further is None:
                    return
                yield further, b"", b"", None
                return
            for number, prev_hash, kept, text in rows:
                yield number, bytes(prev_hash), bytes(kept), text
            last += CHUNK


CHAIN = """
SELECT e.number, e.prev_hash, e.hash, {entry_text}
  FROM fund_entry e
  LEFT JOIN fund_period p ON p.id = e.period_id
  LEFT JOIN (
      SELECT l.entry_id, string_agg({leg_text}, ',' ORDER BY l.n) AS legs
        FROM fund_leg l
        LEFT JOIN fund_account a ON a.id = l.account_id
        LEFT JOIN fund_currency c ON c.code = l.currency_id
       WHERE l.entry_id > %s AND l.entry_id <= %s
       GROUP BY l.entry_id
  ) s ON s.entry_id = e.number
 WHERE e.number > %s AND e.number <= %s
 ORDER BY e.number
"""

#: Each gives the first entry that a difference touches; no row when all is well.
CHECKS: dict[str, str] = {
    "head": "The head of the ledger is not its last entry.",
    "balances": "A balance is not the sum of its legs.",
    "turnovers": "A turnover is not the sum of its legs.",
    "snapshots": "A balance at the end of a period is not the sum of its legs.",
    "bounds": "The bounds of a balance are not those of its account.",
    "drafts": "A draft is not what was approved.",
    "periods": "An entry lies outside its period.",
    "sums": "An entry does not balance.",
}


def _check(name: str) -> str:
    return (
        (SQL / "checks" / f"{name}.sql")
        .read_text(encoding="utf-8")
        .replace("{draft_text}", canonical_sql("draft_text"))
    )


def differences() -> list[tuple[str, Any]]:
    """Names of the checks that find something, with the first entry touched; for the nightly job."""
    found = []
    with connection.cursor() as cursor:
        for name in CHECKS:
            cursor.execute(_check(name))
            found += [(name, number) for (number,) in cursor.fetchall()]
    return found
