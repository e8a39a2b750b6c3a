"""Transactions: pledges and agreements as they stand, and what was posted, read in parts."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce

from ...choices import AccountRole, ContributionKind, EntryKind
from ...models import Agreement, Donor, Entry, LedgerHead, Leg, Pledge, Project
from . import codes
from .writing import coded, element, narrative, value

PART = 5_000  # entries read at a time
FACTS = (
    "entry_id",
    "entry__event_on",
    "entry__booked_on",
    "entry__description",
    "entry__language",
    "entry__party",
    "entry__donor",
    "account__role",
    "currency",
    "account__currency__exponent",
)


def promises() -> Iterator[str]:
    """Outstanding pledges and all agreements in money, oldest first."""
    pledges = Pledge.objects.outstanding().filter(kind=ContributionKind.FINANCIAL)
    for each in pledges.select_related("donor__organization", "currency").order_by("announced_on", "id"):
        words = narrative(each.source)
        yield _promise(f"pledge-{each.pk}", codes.PLEDGE, each, each.announced_on, words)
    agreements = Agreement.objects.filter(kind=ContributionKind.FINANCIAL)
    for each in agreements.select_related("donor__organization", "currency").order_by("signed_on", "id"):
        words = narrative(" ".join(filter(None, [each.reference, each.purpose])), each.language)
        yield _promise(each.reference, codes.AGREEMENT, each, each.signed_on, words)


def _promise(reference: str, code: str, each: Any, day: Any, words: str) -> str:
    parts = [element("description", None, words), provider(each.donor)]
    amount = value(each.amount, each.currency.exponent, each.currency_id, day)
    return transaction(reference, code, day, amount, *parts)


def of_fund() -> Iterator[str]:
    """What came in, and costs of the Fund itself, in the order of posting."""
    donors = {donor.pk: donor for donor in Donor.objects.select_related("organization")}
    roles = [role for accounts, _sign in codes.OF_FUND.values() for role in accounts]
    last = LedgerHead.objects.get().number
    for after in range(0, last, PART):
        legs = Leg.objects.filter(entry_id__gt=after, entry_id__lte=min(after + PART, last))
        rows = _sums(legs.filter(account__role__in=roles))
        for code, (accounts, sign) in codes.OF_FUND.items():
            for first, total in _by_entry(row for row in rows if row["account__role"] in accounts):
                donor = donors.get(first["entry__donor"] or 0) if code == codes.RECEIPT else None
                yield _posted(first, code, sign * total, provider(donor) if donor else "")


def of_project(project: Project) -> Iterator[str]:
    """What was set aside for a project, and paid for it, in the order of posting."""
    after = 0
    found = Entry.objects.of_project(project.pk).order_by("number")
    while numbers := list(found.filter(number__gt=after).values_list("number", flat=True)[:PART]):
        legs = Leg.objects.filter(entry__in=numbers, account__project=project)
        rows = _sums(legs.filter(account__role__in=(AccountRole.SET_ASIDE, *codes.PAID)))
        allocating = (
            row
            for row in rows
            if row["account__role"] == AccountRole.SET_ASIDE and row["of_kind"] in codes.ALLOCATING
        )
        for first, total in _by_entry(allocating):
            yield _posted(first, codes.ALLOCATION, total, _receiver(project, ""))
        for first, total in _by_entry(row for row in rows if row["account__role"] in codes.PAID):
            direct = first["of_kind"] == EntryKind.EXPENDITURE
            code = codes.SPENDING if direct else codes.DISBURSEMENT
            yield _posted(first, code, total, _receiver(project, first["entry__party"]))
        after = numbers[-1]


def _sums(legs: Any) -> list[dict[str, Any]]:
    """Debits less credits per entry, role and currency; `of_kind` is a reversed entry's own kind."""
    kinds = legs.annotate(of_kind=Coalesce("entry__reverses__kind", "entry__kind"))
    return list(
        kinds.order_by("entry_id", "currency").values(*FACTS, "of_kind").annotate(total=Sum("amount"))
    )


def _by_entry(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], int]]:
    """Rows of one entry and currency as one amount; what nets to nothing moved no money."""
    found: dict[tuple[int, str], tuple[dict[str, Any], int]] = {}
    for row in rows:
        key = (row["entry_id"], row["currency"])
        first, total = found.get(key, (row, 0))
        found[key] = (first, total + row["total"])
    return ((first, total) for first, total in found.values() if total)


def _posted(row: dict[str, Any], code: str, units: int, party: str) -> str:
    amount = value(units, row["account__currency__exponent"], row["currency"], row["entry__booked_on"])
    words = narrative(row["entry__description"], row["entry__language"])
    description = element("description", None, words)
    return transaction(str(row["entry_id"]), code, row["entry__event_on"], amount, description, party)


def transaction(reference: str, code: str, day: Any, amount: str, *parts: str) -> str:
    """A transaction; `reference` is the number of the entry on the portal."""
    return element(
        "transaction",
        {"ref": reference},
        coded("transaction-type", code),
        element("transaction-date", {"iso-date": day.isoformat()}),
        amount,
        *parts,
    )


def provider(donor: Donor) -> str:
    """Who gave."""
    attributes = {"type": codes.type_of_donor(donor)}
    return element("provider-org", attributes, narrative(donor.name, donor.name_language))


def _receiver(project: Project, party: str) -> str:
    name = party or project.implementer
    return element("receiver-org", None, narrative(name)) if name else ""
