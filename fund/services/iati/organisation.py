"""organisation.xml: who publishes, and what the Fund used in each year."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils import timezone

from ...models import AccountTurnover, Entry
from ..reference import the_fund
from ..showing.figures import FIGURES
from . import codes
from .reporting import ORGANIZATION, in_languages, reporting_org
from .writing import DECLARATION, element, narratives, opened, value


def organisation() -> Iterator[str]:
    """The file in pieces. Spending of a year that is not over counts up to the last posting."""
    fund, said = the_fund(), in_languages(ORGANIZATION)
    newest = Entry.objects.values_list("posted_at", flat=True).first() or timezone.now()
    moment = newest.isoformat(timespec="seconds")
    yield DECLARATION
    yield opened("iati-organisations", {"version": codes.VERSION, "generated-datetime": moment})
    attributes = {
        "last-updated-datetime": moment,
        "xml:lang": "en",
        "default-currency": fund.base_currency_id,
    }
    yield opened("iati-organisation", attributes)
    yield element("organisation-identifier", None, settings.IATI_REPORTING_ORG)
    yield element("name", None, narratives(said))
    yield reporting_org()
    yield from _spent(newest.date())
    yield "</iati-organisation></iati-organisations>\n"


def _spent(until: date) -> Iterator[str]:
    """Used in each year, currencies apart."""
    roles, sign = FIGURES["used"]
    names = ("year", "account__currency", "account__currency__exponent")
    for row in AccountTurnover.objects.of_roles(*roles).by(*names):
        first, last = date(row["year"], 1, 1), min(date(row["year"], 12, 31), until)
        yield element(
            "total-expenditure",
            None,
            element("period-start", {"iso-date": first.isoformat()}),
            element("period-end", {"iso-date": last.isoformat()}),
            value(sign * row["total"], row["account__currency__exponent"], row["account__currency"], last),
        )
