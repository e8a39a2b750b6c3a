"""Entries as rows and records of files, in parts of bounded size."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from network.ui.tables import guarded

from ...models import Entry
from .chain import links
from .lines import with_legs

PART = 2_000  # entries in one file
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


def part_of(found: Any, after: int | None) -> tuple[list[Entry], int | None]:
    """Entries of a part, oldest first, and the number after which the next part begins."""
    rows = list(with_legs(found.filter(number__gt=after or 0)).order_by("number")[: PART + 1])
    entries = rows[:PART]
    return entries, entries[-1].number if len(rows) > PART else None


def rows_of(entries: list[Entry]) -> Iterator[list[str]]:
    """A row per leg."""
    for entry in entries:
        about = [guarded(text) for text in _about(entry)]
        for leg in _legs(entry):
            units = Decimal(leg.amount).scaleb(-leg.account.currency.exponent)
            yield [
                *about,
                str(leg.n),
                leg.account.code,
                leg.account.role,
                f"{units:f}" if units > 0 else "",
                f"{-units:f}" if units < 0 else "",
                leg.currency_id,
                entry.fingerprint,
                bytes(entry.prev_hash).hex(),
            ]


def _about(entry: Any) -> list[str]:
    return [
        str(entry.number),
        entry.booked_on.isoformat(),
        entry.event_on.isoformat(),
        entry.posted_at.isoformat(),
        entry.kind,
        entry.description,
        entry.language,
        entry.party,
        entry.donor.name if entry.donor else "",
        entry.project.identifier if entry.project else "",
        str(entry.reverses_id or ""),
        str(entry.is_memorandum).lower(),
        str(entry.is_demonstration).lower(),
    ]


def _legs(entry: Any) -> list[Any]:
    return sorted(entry.legs.all(), key=lambda leg: leg.n)


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
        "legs": [_leg(leg) for leg in _legs(entry)],
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
