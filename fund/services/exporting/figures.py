"""The figures of the public page and of a donor's statement as rows: one figure a row, currencies apart."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..showing.overview import Overview
from ..showing.statement import Statement

COLUMNS = (
    "figure",
    "subject",
    "subject_identifier",
    "kind",
    "year",
    "amount",
    "currency",
    "is_in_totals_of_money",
)
STATEMENT_COLUMNS = ("section", "year", "date", "reference", "about", "state", "amount", "currency")
WHOLE = ("received", "interest", "used", "bank", "free", "icr_kept", "charges", "icr_paid", "exchanged")


def summary_rows(seen: Overview) -> Iterator[list[Any]]:
    """All figures of the page; `year` is empty for all years."""

    def row(figure: str, units: int, subject: str = "", key: Any = "", *, counts: bool = True) -> list[Any]:
        amount = Decimal(units).scaleb(-seen.exponent)
        return [figure, subject, str(key), "", seen.year, amount, seen.currency, counts]

    for name in WHOLE:
        yield row(name, getattr(seen, name))
    yield row("pledged", seen.pledged, counts=False)
    for donor in seen.donors:
        yield row("received_from_donor", donor.received, donor.name, donor.donor)
        yield row("pledged_by_donor", donor.pledged, donor.name, donor.donor, counts=False)
    for project in seen.projects:
        title = str(project.title_passage)
        yield row("allocated_to_project", project.allocated, title, project.identifier)
        yield row("used_by_project", project.used, title, project.identifier)
        yield row("set_aside_for_project", project.left, title, project.identifier)
    for line in seen.by_year:
        for name in ("received", "used", "bank"):
            amount = Decimal(line[name]).scaleb(-seen.exponent)
            yield [f"{name}_by_year", "", "", "", line["year"], amount, seen.currency, True]
    for line in seen.by_kind:
        amount = Decimal(line["bank"]).scaleb(-seen.exponent)
        yield ["change_at_bank", "", "", line["kind"], seen.year, amount, seen.currency, True]
    yield from _apart(seen)


def _apart(seen: Overview) -> Iterator[list[Any]]:
    """What no total of the Fund's own currency contains."""
    for line in seen.in_kind:
        value = Decimal(line["value"]).scaleb(-line["exponent"])
        about = [line["name"], str(line["donor"]), line["code"], seen.year]
        yield ["in_kind_stated_value", *about, value, line["currency"], False]
    for other in seen.others:
        for name in ("received", "used", "bank"):
            amount = Decimal(getattr(other, name)).scaleb(-other.exponent)
            yield [name, "", "", "", seen.year, amount, other.currency, True]


def statement_rows(seen: Statement) -> Iterator[list[Any]]:
    """All figures of a donor's statement."""
    for section, lines in (
        ("received", seen.received),
        ("received_total", seen.totals),
        ("in_kind", seen.in_kind),
    ):
        for line in lines:
            amount = Decimal(line["amount"]).scaleb(-line["exponent"])
            yield [section, line["year"], None, "", "", "", amount, line["currency"]]
    for each in seen.agreements:
        places = -each.currency.exponent
        about = [None, each.signed_on, each.reference, each.purpose, each.stipulation]
        for section, units in (
            ("agreed", each.amount),
            ("agreement_received", each.received),
            ("agreement_open", each.open),
        ):
            yield [section, *about, Decimal(units).scaleb(places), each.currency_id]
    for each in seen.pledges:
        amount = Decimal(each.amount).scaleb(-each.currency.exponent)
        yield ["pledge", None, each.announced_on, "", each.source, each.state, amount, each.currency_id]


def as_records(columns: tuple[str, ...], rows: Iterator[list[Any]]) -> list[dict[str, Any]]:
    """Rows as data; amounts are text so that no program rounds them."""
    return [
        {
            name: f"{value:f}" if isinstance(value, Decimal) else value
            for name, value in zip(columns, row, strict=True)
        }
        for row in rows
    ]
