"""Sources and uses of the Fund, all of it or of one year, from maintained turnovers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, Sum

from ...choices import AccountRole, ContributionKind, EntryKind
from ...models import AccountTurnover, Entry, Period, Pledge, Project
from .figures import BASE, EXPONENT, FIGURES, GIVEN, figure, net
from .lines import with_legs

LATEST, MOST_LINES = 5, 20
BY_ROLE = (
    "year",
    "kind",
    "account__role",
    "account__currency",
    "account__currency__exponent",
    "account__fund__base_currency",
)
BY_DONOR = (
    "account__donor",
    "account__donor__name",
    "account__donor__name_language",
    "account__donor__is_demonstration",
    "account__role",
    "account__currency",
    "account__currency__exponent",
    "account__contribution_kind",
)


@dataclass
class DonorLine:
    """What one donor gave in money and pledged beside it, in smallest units."""

    donor: int
    name: str
    language: str
    is_demonstration: bool
    received: int = 0
    pledged: int = 0


@dataclass
class CurrencyLine:
    """The figures of a currency that is not the Fund's own."""

    currency: str
    exponent: int
    received: int
    used: int
    bank: int


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
    latest: list[Entry] = field(default_factory=list)

    @property
    def head(self) -> Entry | None:
        """The newest entry: where the chain ends."""
        return self.latest[0] if self.latest else None


def overview(year: int | None = None) -> Overview:
    """The Fund from its beginning, or the movements of a calendar year and the balances at its end."""
    rows = AccountTurnover.objects.by(*BY_ROLE)
    base = next((row["account__fund__base_currency"] for row in rows), BASE)
    own = [row for row in rows if row["account__currency"] == base]
    moved = [row for row in own if year is None or row["year"] == year]
    held = [row for row in own if year is None or row["year"] <= year]
    given = _given(year)
    pledges = _pledges(year)
    donors = _donors([row for row in given if row["account__currency"] == base], pledges, base)
    periods = list(Period.objects.all())
    latest = list(with_legs(Entry.objects.all())[:LATEST])
    received, used = figure("received", moved), figure("used", moved)
    bank, exchanged = figure("bank", held), net(moved, AccountRole.EXCHANGE)
    return Overview(
        currency=base,
        exponent=next((row["account__currency__exponent"] for row in own), EXPONENT),
        year=year,
        years=sorted({period.starts_on.year for period in periods}, reverse=True),
        is_certified=_certified(periods, year),
        as_of=_as_of(latest, year),
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
        donors=donors[:MOST_LINES],
        donors_beyond=len(donors[MOST_LINES:]),
        pledges=pledges,
        projects=_projects(base, year),
        by_year=_by_year(own),
        by_kind=_by_kind(moved),
        in_kind=_in_kind(given),
        others=_others(rows, base, year),
        latest=latest,
    )


def _given(year: int | None) -> list[dict[str, Any]]:
    found = AccountTurnover.objects.of_roles(*GIVEN, AccountRole.IN_KIND_RECEIVED)
    return (found.filter(year=year) if year else found).by(*BY_DONOR)


def _pledges(year: int | None) -> list[Pledge]:
    """Announced in money and not yet turned into an agreement, newest first."""
    found = Pledge.objects.outstanding().filter(kind=ContributionKind.FINANCIAL)
    found = found.select_related("donor", "currency")
    return list(found.filter(announced_on__year=year) if year else found)


def _donors(given: list[dict[str, Any]], pledges: list[Pledge], base: str) -> list[DonorLine]:
    lines: dict[int, DonorLine] = {}
    for row in given:
        if row["account__role"] in GIVEN:
            about = (row[name] for name in BY_DONOR[:4])
            line = lines.setdefault(row["account__donor"], DonorLine(*about))
            line.received -= row["total"]
    for pledge in pledges:
        if pledge.currency_id == base:
            donor = pledge.donor
            line = lines.setdefault(
                donor.pk, DonorLine(donor.pk, donor.name, donor.name_language, donor.is_demonstration)
            )
            line.pledged += pledge.amount
    return sorted(lines.values(), key=lambda line: (-line.received, -line.pledged, line.name))


def _projects(base: str, year: int | None) -> list[Any]:
    """Projects with what was allocated, used and is still set aside; `left` at the end of the year."""
    path = "accounts__turnovers__"
    own = Q(accounts__currency=base)
    moved = own & Q(**{f"{path}year": year}) if year else own
    held = own & Q(**{f"{path}year__lte": year}) if year else own
    aside = Q(accounts__role=AccountRole.SET_ASIDE)
    allocated = aside & Q(**{f"{path}kind__in": [EntryKind.ALLOCATION, EntryKind.RELEASE]})
    spent = Q(accounts__role__in=FIGURES["of_projects"][0])

    def total(which: Q) -> Any:
        return Sum(f"{path}debit", filter=which, default=0) - Sum(f"{path}credit", filter=which, default=0)

    found = list(
        Project.objects.annotate(
            allocated=total(moved & allocated), used=total(moved & spent), left=total(held & aside)
        ).order_by("-allocated", "identifier")[:MOST_LINES]
    )
    for project in found:
        project.title_passage = project.passage("title")
    return found


def _by_year(own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Received and used in each year, and what the bank held at its end, newest first."""
    lines = []
    for year in sorted({row["year"] for row in own}, reverse=True):
        of_year = [row for row in own if row["year"] == year]
        line = {"year": year, "received": figure("received", of_year), "used": figure("used", of_year)}
        lines.append(line | {"bank": figure("bank", [row for row in own if row["year"] <= year])})
    return lines


def _by_kind(moved: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What each kind of entry changed at the bank; a reversal counts as what it reverses."""
    lines = []
    for kind in EntryKind:
        of_kind = [row for row in moved if row["kind"] == kind]
        if change := figure("bank", of_kind):
            lines.append({"kind": kind.value, "label": kind.label, "bank": change})
    return lines


def _in_kind(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Memorandum: the stated value of what each donor gave in kind."""
    return [
        {
            "donor": row["account__donor"],
            "name": row["account__donor__name"],
            "language": row["account__donor__name_language"],
            "is_demonstration": row["account__donor__is_demonstration"],
            "kind": ContributionKind(row["account__contribution_kind"]).label,
            "currency": row["account__currency"],
            "exponent": row["account__currency__exponent"],
            "value": -row["total"],
        }
        for row in given
        if row["account__role"] == AccountRole.IN_KIND_RECEIVED and row["total"]
    ]


def _others(rows: list[dict[str, Any]], base: str, year: int | None) -> list[CurrencyLine]:
    """Other currencies are kept apart; a figure of money never contains memorandum accounts."""
    lines = []
    roles = {role for roles, _sign in FIGURES.values() for role in roles}
    codes = {row["account__currency"] for row in rows if row["account__role"] in roles} - {base}
    for code in sorted(codes):
        own = [row for row in rows if row["account__currency"] == code]
        moved = [row for row in own if year is None or row["year"] == year]
        held = [row for row in own if year is None or row["year"] <= year]
        lines.append(
            CurrencyLine(
                code,
                own[0]["account__currency__exponent"],
                figure("received", moved),
                figure("used", moved),
                figure("bank", held),
            )
        )
    return lines


def _certified(periods: list[Period], year: int | None) -> bool:
    """Whether every period that the figures contain was certified."""
    counted = [period for period in periods if year is None or period.starts_on.year == year]
    return bool(counted) and all(period.is_certified for period in counted)


def _as_of(latest: list[Entry], year: int | None) -> date | None:
    """The day up to which figures count: that of the last posting, or the end of a year that is over."""
    last = latest[0].posted_at.date() if latest else None
    if year and last:
        return min(last, date(year, 12, 31))
    return last
