"""Sources and uses of the Fund, all of it or of one year, from maintained turnovers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ...choices import AccountRole, ContributionKind
from ...models import AccountTurnover, Pledge
from .breakdown import (
    CurrencyLine,
    DonorLine,
    by_kind,
    by_year,
    donor_lines,
    given_by_donor,
    in_kind_lines,
    other_currencies,
    projects_of,
)
from .figures import BASE, EXPONENT, figure, net
from .standing import Standing, standing

MOST_LINES = 20
BY_ROLE = (
    "year",
    "kind",
    "account__role",
    "account__currency",
    "account__currency__exponent",
    "account__fund__base_currency",
)


@dataclass
class Overview:
    """All figures of the public page; amounts in smallest units of `currency`."""

    currency: str
    exponent: int
    year: int | None
    years: list[int]
    is_certified: bool
    as_of: date | None
    received: int
    interest: int
    used: int
    bank: int
    before: int
    free: int
    icr_kept: int
    charges: int
    icr_paid: int
    exchanged: int
    pledged: int
    donors: list[DonorLine]
    donors_beyond: int
    pledges: list[Pledge]
    projects: list[Any]
    by_year: list[dict[str, Any]]
    by_kind: list[dict[str, Any]]
    in_kind: list[dict[str, Any]]
    others: list[CurrencyLine]


def overview(
    year: int | None = None, *, most: int | None = MOST_LINES, now: Standing | None = None
) -> Overview:
    """The Fund from its beginning, or the movements of a calendar year and the balances at its end.

    At most `most` donors and projects are named; the totals hold all of them. `now`: if it was read before.
    """
    now = now or standing()
    rows = AccountTurnover.objects.by(*BY_ROLE)
    base = next((row["account__fund__base_currency"] for row in rows), BASE)
    own = [row for row in rows if row["account__currency"] == base]
    moved = [row for row in own if year is None or row["year"] == year]
    held = [row for row in own if year is None or row["year"] <= year]
    given = given_by_donor(year)
    pledges = _pledges(year)
    donors = donor_lines([row for row in given if row["account__currency"] == base], pledges, base)
    received, used = figure("received", moved), figure("used", moved)
    bank, exchanged = figure("bank", held), net(moved, AccountRole.EXCHANGE)
    return Overview(
        currency=base,
        exponent=next((row["account__currency__exponent"] for row in own), EXPONENT),
        year=year,
        years=now.years,
        is_certified=_certified(now, year),
        as_of=_as_of(now, year),
        received=received,
        interest=-net(moved, AccountRole.INTEREST),
        used=used,
        bank=bank,
        before=bank - received + used + exchanged,
        free=net(held, AccountRole.CASH),
        icr_kept=net(held, AccountRole.CASH_ICR),
        charges=net(moved, AccountRole.BANK_CHARGE),
        icr_paid=figure("icr_paid", moved),
        exchanged=exchanged,
        pledged=sum(pledge.amount for pledge in pledges if pledge.currency_id == base),
        donors=donors[:most],
        donors_beyond=len(donors) - len(donors[:most]),
        pledges=pledges,
        projects=projects_of(base, year, most),
        by_year=by_year(own),
        by_kind=by_kind(moved),
        in_kind=in_kind_lines(given),
        others=other_currencies(rows, base, year),
    )


def _pledges(year: int | None) -> list[Pledge]:
    """Announced in money and not yet turned into an agreement, newest first."""
    found = Pledge.objects.outstanding().filter(kind=ContributionKind.FINANCIAL)
    found = found.select_related("donor", "currency")
    return list(found.filter(announced_on__year=year) if year else found)


def _certified(now: Standing, year: int | None) -> bool:
    """Whether every period that the figures contain was certified."""
    counted = [period for period in now.periods if year is None or period["year"] == year]
    return bool(counted) and all(period["is_certified"] for period in counted)


def _as_of(now: Standing, year: int | None) -> date | None:
    """The day up to which figures count: that of the last posting, or the end of a year that is over."""
    last = now.head.posted_on
    return min(last, date(year, 12, 31)) if year and last else last
