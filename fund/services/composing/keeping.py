"""What the bank does, what the Organization recovers, and corrections."""

from datetime import date
from decimal import Decimal

from ...choices import AccountRole, EntryKind
from ...models import Currency, Earmark, Entry, Fund
from ..accounts import account_for
from .facts import Facts, Line, Words, facts


def interest(words: Words, *, fund: Fund, currency: Currency, amount: int) -> Facts:
    """Interest that the bank paid."""
    cash = account_for(fund=fund, role=AccountRole.CASH, currency=currency)
    earned = account_for(fund=fund, role=AccountRole.INTEREST, currency=currency)
    return facts(words, fund=fund, kind=EntryKind.INTEREST, lines=[(cash, amount), (earned, -amount)])


def bank_charge(
    words: Words, *, fund: Fund, currency: Currency, amount: int, earmark: Earmark | None = None
) -> Facts:
    """What the bank took."""
    lines = charge_lines(fund, currency, amount, earmark)
    return facts(words, fund=fund, kind=EntryKind.BANK_CHARGE, lines=lines)


def icr_payment(words: Words, *, fund: Fund, currency: Currency, amount: int) -> Facts:
    """Indirect cost recovery handed over to the Organization."""
    due = account_for(fund=fund, role=AccountRole.ICR_DUE, currency=currency)
    kept = account_for(fund=fund, role=AccountRole.CASH_ICR, currency=currency)
    return facts(words, fund=fund, kind=EntryKind.ICR_PAID, lines=[(due, amount), (kept, -amount)])


def exchange(
    words: Words,
    *,
    fund: Fund,
    sold: tuple[Currency, int],
    bought: tuple[Currency, int],
    rate: Decimal,
    rate_source: str,
    rate_on: date,
    earmark: Earmark | None = None,
) -> Facts:
    """Currency sold for another. Each currency sums to zero by its own exchange account."""
    lines: list[Line] = []
    for (currency, amount), sign in ((sold, -1), (bought, 1)):
        cash = account_for(fund=fund, role=AccountRole.CASH, currency=currency, earmark=earmark)
        position = account_for(fund=fund, role=AccountRole.EXCHANGE, currency=currency)
        lines += [(cash, sign * amount), (position, -sign * amount)]
    return facts(
        words,
        fund=fund,
        kind=EntryKind.EXCHANGE,
        lines=lines,
        rate=rate,
        rate_source=rate_source,
        rate_on=rate_on,
    )


def reversal(words: Words, *, entry: Entry) -> Facts:
    """The exact negation of an entry: the only correction that there is."""
    lines = [(leg.account, -leg.amount) for leg in entry.legs.select_related("account").order_by("n")]
    return facts(
        words,
        fund=entry.fund,
        kind=EntryKind.REVERSAL,
        lines=lines,
        donor=entry.donor,
        agreement=entry.agreement,
        project=entry.project,
        party=words.party or entry.party,
        is_memorandum=entry.is_memorandum,
        is_demonstration=entry.is_demonstration,
        reverses=entry,
    )


def charge_lines(fund: Fund, currency: Currency, amount: int, earmark: Earmark | None) -> list[Line]:
    """The two legs of what the bank took."""
    cost = account_for(fund=fund, role=AccountRole.BANK_CHARGE, currency=currency)
    cash = account_for(fund=fund, role=AccountRole.CASH, currency=currency, earmark=earmark)
    return [(cost, amount), (cash, -amount)]
