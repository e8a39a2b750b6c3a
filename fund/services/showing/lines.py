"""Entries as lists show them: who was debited, who credited, how much."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch
from django.template.loader import get_template

from ...choices import AT_BANK, AccountRole
from ...models import Entry, Leg
from .kept import kept_each

ROLES = dict(AccountRole.choices)


@dataclass(frozen=True)
class EntryLine:
    """A posted entry with its two sides in words."""

    entry: Entry
    debit: str
    credit: str
    amounts: list[tuple[int, int, str]]  # smallest units, decimals, currency

    @property
    def fingerprint(self) -> str:
        """The hash, shortened for a list."""
        whole = self.entry.fingerprint
        return f"{whole[:4]}…{whole[-4:]}"

    @property
    def is_marked(self) -> bool:
        """Whether the sign of an example is still missing before the description."""
        return self.entry.is_demonstration and not self.entry.description.startswith("◇")


def with_legs(entries: Any) -> Any:
    """Entries, newest first, with what a line needs, in two queries."""
    legs = Leg.objects.select_related("account__currency").order_by("n")
    found = entries.select_related("reversed_by")
    return found.prefetch_related(Prefetch("legs", legs))


def entry_lines(entries: Iterable[Entry]) -> list[EntryLine]:
    """Lines of entries whose legs, accounts and currencies were fetched."""
    return [_line(entry, list(entry.legs.all())) for entry in entries]


def for_rows(entries: Any) -> Any:
    """Entries, newest first, with what `entry_rows` reads of each: that which its row is kept under."""
    return entries.only("number", "hash").annotate(reversed_in=F("reversed_by__number"))


def entry_rows(entries: Iterable[Any]) -> list[str]:
    """Rows of entries from `for_rows`, as HTML in the reader's language; one query for those not kept."""
    numbers, abouts = [], []
    for entry in entries:
        numbers.append(entry.number)
        abouts.append((entry.fingerprint, entry.reversed_in))
    return kept_each("row", abouts, lambda places: _rows([numbers[place] for place in places]))


def latest_rows(head: int, most: int) -> list[str]:
    """Rows of the last entries up to the number `head`, for what is kept as a whole."""
    return _rows(list(range(head, max(0, head - most), -1)))


def _rows(numbers: list[int]) -> list[str]:
    template = get_template("fund/_line.html")
    legs = Leg.objects.filter(entry__in=numbers).order_by("n")
    found: dict[int, list[Any]] = defaultdict(list)
    for leg in legs.select_related("account__currency", "entry__reversed_by"):
        found[leg.entry_id].append(leg)
    return [template.render({"line": _line(found[number][0].entry, found[number])}) for number in numbers]


def _line(entry: Any, legs: list[Any]) -> EntryLine:
    return EntryLine(
        entry,
        _roles([leg for leg in legs if leg.amount > 0]),
        _roles([leg for leg in legs if leg.amount < 0]),
        amounts_of(legs),
    )


def _roles(legs: list[Leg]) -> str:
    return ", ".join(dict.fromkeys(str(ROLES[leg.account.role]) for leg in legs))


def amounts_of(legs: Iterable[Leg]) -> list[tuple[int, int, str]]:
    """Per currency what changed at the bank, or, where nothing did, the largest leg."""
    bank: dict[str, int] = defaultdict(int)
    largest: dict[str, int] = defaultdict(int)
    decimals: dict[str, int] = {}
    for leg in legs:
        code = leg.currency_id
        decimals[code] = leg.account.currency.exponent
        largest[code] = max(largest[code], abs(leg.amount))
        if leg.account.role in AT_BANK:
            bank[code] += leg.amount
    return [(abs(bank[code]) or most, decimals[code], code) for code, most in sorted(largest.items())]
