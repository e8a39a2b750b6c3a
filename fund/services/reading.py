"""Drafts as people at the desk read them: legs as they will be posted, and the day they will count on."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..models import Account, DraftEntry, Leg, Period
from .showing.lines import amounts_of


@dataclass(frozen=True)
class DraftLeg:
    """A leg to be, with what its account would hold then; amounts in smallest units."""

    account: Account
    amount: int
    after: int

    @property
    def debit(self) -> int | None:
        """What is debited, if it is."""
        return self.amount if self.amount > 0 else None

    @property
    def credit(self) -> int | None:
        """What is credited, if it is."""
        return -self.amount if self.amount < 0 else None

    @property
    def is_too_much(self) -> bool:
        """Whether the account, as it stands now, could not take it."""
        return not self.account.floor <= self.after <= self.account.ceiling


def legs_of(draft: DraftEntry) -> list[DraftLeg]:
    """The legs of a draft in their order, from one query."""
    accounts = Account.objects.select_related(
        "currency", "donor", "project", "agreement", "balance", "earmark__topic", "earmark__state"
    ).select_related("earmark__project")
    found = accounts.in_bulk(draft.leg_accounts)
    moved: dict[int, int] = {}
    for account, amount in draft.legs:
        moved[account] = moved.get(account, 0) + amount
    is_posted = draft.state == "posted"
    return [
        DraftLeg(
            account=found[account],
            amount=amount,
            after=found[account].balance.amount + (0 if is_posted else moved[account]),
        )
        for account, amount in draft.legs
    ]


def amounts_of_drafts(drafts: Sequence[DraftEntry]) -> list[list[tuple[int, int, str]]]:
    """Per draft: amount, decimals and currency, for lists; one query for all."""
    wanted = {account for draft in drafts for account in draft.leg_accounts}
    accounts = Account.objects.select_related("currency").in_bulk(wanted)
    return [amounts_of(_legs(draft, accounts)) for draft in drafts]


def amounts_of_legs(legs: Iterable[DraftLeg]) -> list[tuple[int, int, str]]:
    """The same of one draft's legs."""
    return amounts_of([_leg(each.account, each.amount) for each in legs])


def _legs(draft: DraftEntry, accounts: dict[int, Account]) -> list[Leg]:
    return [_leg(accounts[account], amount) for account, amount in draft.legs]


def _leg(account: Account, amount: int) -> Leg:
    return Leg(account=account, currency_id=account.currency_id, amount=amount)


def counts_on(event_on: dt.date) -> dt.date | None:
    """The day on which an event of this date would be booked now; None where no period is open for it."""
    period = Period.objects.open().filter(ends_on__gte=event_on).first()
    return max(event_on, period.starts_on) if period else None
