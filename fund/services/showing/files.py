"""Entries as rows and records of files, read in parts of bounded size."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ...models import Entry, LedgerHead, Leg
from .chain import links
from .lines import with_legs

PART = 2_000  # entries in one file of JSON, and read at a time for the others
XLSX_PART = 10_000  # entries in one workbook
COLUMNS = (
    "number",
    "booked_on",
    "event_on",
    "posted_at",
    "kind",
    "description",
    "language",
    "party",
    "donor",
    "project",
    "reverses",
    "is_memorandum",
    "is_demonstration",
    "line",
    "account",
    "account_role",
    "debit",
    "credit",
    "currency",
    "hash",
    "hash_before",
)
#: Where a row of a leg comes from, in the order of COLUMNS; debit and credit come of the amount.
FACTS = (
    "entry_id",
    "booked_on",
    "entry__event_on",
    "entry__posted_at",
    "entry__kind",
    "entry__description",
    "entry__language",
    "entry__party",
    "entry__donor__name",
    "entry__project__identifier",
    "entry__reverses",
    "entry__is_memorandum",
    "entry__is_demonstration",
    "n",
    "account__code",
    "account__role",
)
MONEY = ("amount", "account__currency__exponent", "currency", "entry__hash", "entry__prev_hash")


def part_of(found: Any, after: int | None, size: int = PART) -> tuple[list[Entry], int | None]:
    """Entries of a part, oldest first, and the number after which the next part begins."""
    rows = list(
        with_legs(found.filter(number__gt=after or 0).select_related("donor", "project")).order_by("number")[
            : size + 1
        ]
    )
    entries = rows[:size]
    return entries, entries[-1].number if len(rows) > size else None


def end_of_part(found: Any, after: int | None, size: int) -> int | None:
    """The last entry of a part; None when nothing comes after it."""
    numbers = found.filter(number__gt=after or 0).order_by("number").values_list("number", flat=True)
    ends = list(numbers[size - 1 : size + 1])
    return ends[0] if len(ends) > 1 else None


def leg_rows(found: Any, after: int | None = None, until: int | None = None) -> Iterator[list[Any]]:
    """A row per leg of the entries, oldest first, up to the ledger's head as it is now; constant memory."""
    last = until or LedgerHead.objects.get().number
    place = after or 0
    numbers = found.filter(number__lte=last).order_by("number").values_list("number", flat=True)
    while part := list(numbers.filter(number__gt=place)[:PART]):
        legs = Leg.objects.filter(entry__in=part).order_by("entry_id", "n")
        for row in legs.values_list(*FACTS, *MONEY):
            yield _row(row)
        place = part[-1]


def _row(row: tuple[Any, ...]) -> list[Any]:
    *facts, units, exponent, currency, fingerprint, before = row
    amount = Decimal(units).scaleb(-exponent)
    return [
        *facts,
        amount if units > 0 else None,
        -amount if units < 0 else None,
        currency,
        bytes(fingerprint).hex(),
        bytes(before).hex(),
    ]


def record(entries: list[Entry]) -> list[dict[str, Any]]:
    """Entries as data, each with the canonical text that its hash is made of."""
    texts = {link.number: link.text for link in links([entry.number for entry in entries])}
    return [_record(entry, texts[entry.number]) for entry in entries]


def _record(entry: Any, canonical: str) -> dict[str, Any]:
    return {
        "number": entry.number,
        "booked_on": entry.booked_on.isoformat(),
        "event_on": entry.event_on.isoformat(),
        "posted_at": entry.posted_at.isoformat(),
        "kind": entry.kind,
        "description": entry.description,
        "language": entry.language,
        "party": entry.party,
        "donor": entry.donor.name if entry.donor else None,
        "project": entry.project.identifier if entry.project else None,
        "reverses": entry.reverses_id,
        "is_memorandum": entry.is_memorandum,
        "is_demonstration": entry.is_demonstration,
        "legs": [_leg(leg) for leg in sorted(entry.legs.all(), key=lambda leg: leg.n)],
        "hash": entry.fingerprint,
        "hash_before": bytes(entry.prev_hash).hex(),
        "canonical": canonical,
    }


def _leg(leg: Any) -> dict[str, Any]:
    """A leg; the amount is text so that no program rounds it, debits positive."""
    return {
        "line": leg.n,
        "account": leg.account.code,
        "account_role": leg.account.role,
        "amount": f"{Decimal(leg.amount).scaleb(-leg.account.currency.exponent):f}",
        "currency": leg.currency_id,
    }
