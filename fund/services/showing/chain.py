"""The chain as readers verify it: canonical texts, the newest links recomputed, the nightly check's word."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import connection
from django.db.models import Subquery

from network.notifications.models import OutboxEntry

from ...models import Entry, LedgerHead
from ..verifying import GENESIS, Verdict, canonical_sql

TASK = "fund.check_ledger"
NEWEST = 100  # links that the public page recomputes each time
QUERY = """
SELECT e.number, e.prev_hash, e.hash, {entry_text}
  FROM fund_entry e
  LEFT JOIN fund_period p ON p.id = e.period_id
  LEFT JOIN LATERAL (
      SELECT string_agg({leg_text}, ',' ORDER BY l.n) AS legs
        FROM fund_leg l
        LEFT JOIN fund_account a ON a.id = l.account_id
        LEFT JOIN fund_currency c ON c.code = l.currency_id
       WHERE l.entry_id = e.number
  ) s ON true
 WHERE e.number = ANY(%s)
 ORDER BY e.number
"""


@dataclass(frozen=True)
class Link:
    """One entry in the chain: what is hashed, and what was kept."""

    number: int
    previous: str
    kept: str
    text: str

    @property
    def holds(self) -> bool:
        """Whether the text has the hash that was kept."""
        return sha256(self.text.encode()).hexdigest() == self.kept


def links(numbers: list[int]) -> list[Link]:
    """The links of these entries, in order."""
    query = QUERY.format(entry_text=canonical_sql("entry_text"), leg_text=canonical_sql("leg_text"))
    with connection.cursor() as cursor:
        cursor.execute(query, [numbers])
        return [
            Link(number, bytes(previous).hex(), bytes(kept).hex(), text or "")
            for number, previous, kept, text in cursor.fetchall()
        ]


@dataclass(frozen=True)
class Recomputed:
    """What was recomputed just now. `first_bad`: the first entry that does not hold, None when all do."""

    first: int
    last: int
    head: str
    first_bad: int | None

    @property
    def count(self) -> int:
        """How many entries."""
        return self.last - self.first + 1 if self.last else 0


def recompute_newest(head: int, most: int = NEWEST) -> Recomputed:
    """Recompute the last links up to the entry `head`, the link to the one before the first included."""
    first = max(1, head - most + 1)
    previous, expected, bad = (GENESIS.hex() if first == 1 else ""), first, None
    for link in links(list(range(first, head + 1))):
        linked = not previous or link.previous == previous
        if bad is None and not (link.number == expected and linked and link.holds):
            bad = min(link.number, expected)
        previous, expected = link.kept, link.number + 1
    if bad is None and expected != head + 1:
        bad = expected
    return Recomputed(first, head, previous, bad)


@dataclass(frozen=True)
class Head:
    """How far the chain reaches. `posted_on` is None while nothing is posted."""

    number: int
    fingerprint: str
    posted_on: date | None
    verification: "Verification | None"


def head_of_chain() -> Head:
    """The head with the day of its posting and what the last check of everything found, in one query."""
    return head_beside(with_head(LedgerHead.objects.all()).get())


def with_head(rows: Any) -> Any:
    """Rows of any table with what `head_beside` reads, so that a page need not ask once more."""
    head = LedgerHead.objects.all()[:1]
    checks = OutboxEntry.objects.filter(task=TASK, state="done").order_by("-done_at")[:1]
    return rows.annotate(
        head_number=Subquery(head.values("number")),
        head_hash=Subquery(head.values("hash")),
        head_posted_at=Subquery(Entry.objects.order_by("-number").values("posted_at")[:1]),
        checked_at=Subquery(checks.values("done_at")),
        check_found=Subquery(checks.values("error")),
    )


def head_beside(row: Any) -> Head:
    """The head that was read with a row."""
    return Head(
        row.head_number,
        bytes(row.head_hash).hex(),
        row.head_posted_at.date() if row.head_posted_at else None,
        _verification(row.checked_at, row.check_found),
    )


@dataclass(frozen=True)
class Verification:
    """What the last nightly check found."""

    at: datetime
    entries: int
    head: str
    first_bad: int | None
    holds: bool


def note_of(verdict: Verdict) -> str:
    """What the outbox keeps of a check."""
    found = {"entries": verdict.entries, "head": verdict.head.hex(), "first_bad": verdict.first_bad}
    return json.dumps(found | {"holds": verdict.holds})


def last_verification() -> Verification | None:
    """The newest finished check of the whole ledger; None when there was none, or what it found is gone."""
    done = OutboxEntry.objects.filter(task=TASK, state="done").order_by("-done_at")
    entry = done.only("done_at", "error").first()
    return _verification(entry.done_at, entry.error) if entry else None


def _verification(at: datetime | None, note: str | None) -> Verification | None:
    try:
        found = json.loads(note or "")
        return Verification(at, found["entries"], found["head"], found["first_bad"], found["holds"])  # type: ignore[arg-type]
    except (ValueError, KeyError, TypeError):
        return None
