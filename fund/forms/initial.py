"""A draft back into the form that it came from: its amounts and earmark are read from its legs."""

from typing import Any

from ..choices import EntryKind
from ..models import Account, DraftEntry
from .fields import Money

PLAIN = (
    "event_on",
    "description",
    "language",
    "party",
    "donor",
    "agreement",
    "project",
    "valuation",
    "rate",
    "rate_source",
    "rate_on",
)


def initial_of(draft: DraftEntry) -> dict[str, Any]:
    """What each field shows. The second leg of every kind is the whole amount (services/composing)."""
    accounts = Account.objects.select_related("currency", "earmark").in_bulk(draft.leg_accounts)
    legs = [(accounts[account], abs(amount)) for account, amount in draft.legs]
    money = [Money(amount, account.currency) for account, amount in legs]
    known = {name: getattr(draft, name) for name in PLAIN} | {"entry": draft.reverses_id}
    known["contribution_kind"] = legs[0][0].contribution_kind
    if draft.agreement_id is None:
        known["earmark"] = next((account.earmark for account, _units in legs if account.earmark), "")
    if draft.kind == EntryKind.EXCHANGE:
        return known | {"sold": money[1], "bought": money[2]}
    has_charge = len(money) > 2 and draft.kind != EntryKind.CONTRIBUTION
    return known | {"amount": money[1], "charge": money[2] if has_charge else None}
