"""A donor's statement: what was pledged, signed, received and returned, with the entries that say so."""

from dataclasses import dataclass
from typing import Any

from ...choices import AccountRole
from ...models import AccountTurnover, Agreement, Donor, Pledge
from .chain import Head, head_beside, head_of_chain
from .figures import GIVEN


@dataclass(frozen=True)
class Statement:
    """All about one donor; amounts in smallest units, currencies apart, in kind apart."""

    donor: Donor
    head: Head
    received: list[dict[str, Any]]
    in_kind: list[dict[str, Any]]
    pledges: list[Pledge]
    agreements: list[Any]

    @property
    def totals(self) -> list[dict[str, Any]]:
        """Received less refunds in all years, per currency."""
        sums: dict[str, dict[str, Any]] = {}
        for line in self.received:
            total = sums.setdefault(line["currency"], line | {"year": None, "amount": 0})
            total["amount"] += line["amount"]
        return list(sums.values())


def statement_of(donor: Donor) -> Statement:
    """The statement as the ledger stands now; a donor that was read `with_head` saves a query."""
    rows = (
        AccountTurnover.objects.filter(account__donor=donor)
        .of_roles(*GIVEN, AccountRole.IN_KIND_RECEIVED)
        .by("account__currency", "account__currency__exponent", "year", "account__role")
    )
    agreements = list(Agreement.objects.filter(donor=donor).with_received().select_related("currency"))
    for agreement in agreements:
        agreement.open = max(0, agreement.amount - agreement.received)
        agreement.icr_percent = agreement.icr_rate * 100
    return Statement(
        donor=donor,
        head=head_beside(donor) if hasattr(donor, "head_number") else head_of_chain(),
        received=_by_year(rows, *GIVEN),
        in_kind=_by_year(rows, AccountRole.IN_KIND_RECEIVED),
        pledges=list(Pledge.objects.filter(donor=donor).select_related("currency")),
        agreements=agreements,
    )


def _by_year(rows: list[dict[str, Any]], *roles: AccountRole) -> list[dict[str, Any]]:
    """Received less refunded, per currency and year."""
    lines: dict[tuple[str, int], dict[str, Any]] = {}
    for row in rows:
        if row["account__role"] in roles:
            code, year = row["account__currency"], row["year"]
            line = lines.setdefault(
                (code, year),
                {
                    "currency": code,
                    "exponent": row["account__currency__exponent"],
                    "year": year,
                    "amount": 0,
                },
            )
            line["amount"] -= row["total"]
    return [lines[key] for key in sorted(lines)]
