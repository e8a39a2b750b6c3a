"""The figures of the public page by donor, project, year, kind of entry and currency."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, Sum

from ...choices import AccountRole, ContributionKind, EntryKind
from ...models import AccountTurnover, Pledge, Project
from .figures import FIGURES, GIVEN, figure

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


def given_by_donor(year: int | None) -> list[dict[str, Any]]:
    found = AccountTurnover.objects.of_roles(*GIVEN, AccountRole.IN_KIND_RECEIVED)
    return (found.filter(year=year) if year else found).by(*BY_DONOR)


def donor_lines(given: list[dict[str, Any]], pledges: list[Pledge], base: str) -> list[DonorLine]:
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


def projects_of(base: str, year: int | None, most: int | None) -> list[Any]:
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
        ).order_by("-allocated", "identifier")[:most]
    )
    for project in found:
        project.title_passage = project.passage("title")
    return found


def by_year(own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Received and used in each year, and what the bank held at its end, newest first."""
    lines = []
    for year in sorted({row["year"] for row in own}, reverse=True):
        of_year = [row for row in own if row["year"] == year]
        line = {"year": year, "received": figure("received", of_year), "used": figure("used", of_year)}
        lines.append(line | {"bank": figure("bank", [row for row in own if row["year"] <= year])})
    return lines


def by_kind(moved: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What each kind of entry changed at the bank; a reversal counts as what it reverses."""
    lines = []
    for kind in EntryKind:
        of_kind = [row for row in moved if row["kind"] == kind]
        if change := figure("bank", of_kind):
            lines.append({"kind": kind.value, "label": kind.label, "bank": change})
    return lines


def in_kind_lines(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Memorandum: the stated value of what each donor gave in kind."""
    return [
        {
            "donor": row["account__donor"],
            "name": row["account__donor__name"],
            "language": row["account__donor__name_language"],
            "is_demonstration": row["account__donor__is_demonstration"],
            "code": row["account__contribution_kind"],
            "kind": ContributionKind(row["account__contribution_kind"]).label,
            "currency": row["account__currency"],
            "exponent": row["account__currency__exponent"],
            "value": -row["total"],
        }
        for row in given
        if row["account__role"] == AccountRole.IN_KIND_RECEIVED and row["total"]
    ]


def other_currencies(rows: list[dict[str, Any]], base: str, year: int | None) -> list[CurrencyLine]:
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
