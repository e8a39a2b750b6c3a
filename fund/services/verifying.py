"""Recomputing the chain: every hash from what is stored, every link, every balance.

The texts that hashes are made of come from the files of SQL, not from functions of the database, and the
hashes are computed here: somebody who changes the database's functions deceives nobody.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg import Cursor

SQL = Path(__file__).resolve().parents[1] / "sql"
PART = 20_000  # entries that are read at a time
READERS = 2
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


def canonical_sql(name: str, account: str = "") -> str:
    """The SQL that writes one canonical text: "entry_text", "leg_text", "account_text" or "draft_text".

    `account` is what stands for the account's part of a leg where that is written already.
    """
    text = (SQL / f"{name}.sql").read_text(encoding="utf-8").strip()
    return text.replace("{account_text}", account or canonical_sql("account_text")) if "{" in text else text


def verify_ledger(*, tell: Callable[[int], None] = lambda done: None) -> Verdict:
    """Recompute the whole ledger as it stands at one moment; posting goes on meanwhile.

    `tell` is called now and then with how many entries were looked at. Parts of the chain are read on two
    connections at a time that see the same moment; within a transaction of the caller, on its own.
    """
    verdict, alone = Verdict(), not connection.in_atomic_block
    with transaction.atomic(), ExitStack() as stack:
        at_once: Mapping = map
        if alone:
            at_once = stack.enter_context(_readers(_moment()))
        questions = at_once(_first_difference, CHECKS)
        _verify_chain(verdict, at_once, tell)
        for reason, numbers in zip(CHECKS.values(), questions, strict=True):
            for number in numbers:
                verdict.blame(number, reason)
    return verdict


Mapping = Callable[..., Iterator[Any]]


def _moment() -> str:
    """Fix what this transaction sees; gives its name, under which other connections see the same."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        return cursor.fetchone()[0]


@contextmanager
def _readers(moment: str) -> Iterator[Mapping]:
    """A `map` whose calls run on connections of their own, all at this moment; gives answers in order."""

    def reading(ask: Callable[[Any], Any], about: Any) -> Any:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                cursor.execute("SET TRANSACTION SNAPSHOT %s", [moment])
                return ask(about)
        finally:
            connection.close()

    pool = ThreadPoolExecutor(READERS)
    try:
        yield lambda ask, things: pool.map(partial(reading, ask), things)
    finally:
        pool.shutdown(cancel_futures=True)


def _verify_chain(verdict: Verdict, at_once: Mapping, tell: Callable[[int], None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(number), 0) FROM fund_entry")
        (last,) = cursor.fetchone()
    parts = [(first, min(first + PART - 1, last)) for first in range(1, last + 1, PART)]
    for part in at_once(_verify_part, parts):
        number, before, head, fault = part
        if before is not None and before != verdict.head:
            verdict.blame(
                verdict.entries + 1, f"Entry {verdict.entries + 1} is not linked to the one before."
            )
            return
        verdict.entries, verdict.head = number, head if before is not None else verdict.head
        if fault:
            verdict.blame(number + 1, fault)
            return
        tell(number)


def _verify_part(part: tuple[int, int]) -> tuple[int, bytes | None, bytes, str]:
    """The last entry in order that holds, the hash that the first one is linked to, the last hash, a fault.

    The fault concerns the entry after; it is "" when all hold. The link is None when there is no first entry.
    """
    first, last = part
    before: bytes | None = None
    expected, previous = first, GENESIS
    for number, prev_hash, kept, text in entries(first, last):
        if number != expected:
            break
        if number == first:
            before = previous = prev_hash
        if prev_hash != previous:
            return number - 1, before, previous, f"Entry {number} is not linked to the one before."
        if text is None or sha256(text.encode()).digest() != kept:
            return number - 1, before, previous, f"Entry {number} does not have the hash of what it says."
        expected, previous = number + 1, kept
    missing = f"Entry {expected} is missing." if expected <= last else ""
    return expected - 1, before, previous, missing


def entries(first: int, last: int) -> list[tuple[int, bytes, bytes, str | None]]:
    """Number, hash before, hash and canonical text of these entries, in order."""
    query = CHAIN.format(
        entry_text=canonical_sql("entry_text"),
        leg_text=canonical_sql("leg_text", account="a.text"),
        account_text=canonical_sql("account_text"),
    )
    connection.ensure_connection()
    with Cursor(connection.connection) as cursor:  # the driver's own: bytes come as they are, not as hex
        return cursor.execute(query, [first, last, first, last], binary=True).fetchall()


#: An account's part of the text is the same in all its legs: it is written once.
CHAIN = """
WITH account AS MATERIALIZED (SELECT a.id, {account_text} AS text FROM fund_account a)
SELECT e.number, e.prev_hash, e.hash, {entry_text}
  FROM fund_entry e
  LEFT JOIN fund_period p ON p.id = e.period_id
  LEFT JOIN (
      SELECT l.entry_id, string_agg({leg_text}, ',' ORDER BY l.n) AS legs
        FROM fund_leg l
        LEFT JOIN account a ON a.id = l.account_id
        LEFT JOIN fund_currency c ON c.code = l.currency_id
       WHERE l.entry_id BETWEEN %s AND %s
       GROUP BY l.entry_id
  ) s ON s.entry_id = e.number
 WHERE e.number BETWEEN %s AND %s
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


def _first_difference(name: str) -> list[int]:
    """The first entry that this check finds touched by a difference; nothing when all is well."""
    query = (SQL / "checks" / f"{name}.sql").read_text(encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute(query.replace("{draft_text}", canonical_sql("draft_text")))
        return [number for (number,) in cursor.fetchall()]
