"""What comes from donors, in money and in kind, and goes back to them."""

from decimal import ROUND_HALF_UP, Decimal

from ...choices import AccountRole, EntryKind, Stipulation
from ...models import Account, Agreement, Currency, Donor, Earmark, Fund, Project
from ..accounts import account_for
from .facts import Facts, Line, Words, facts


def icr_of(amount: int, agreement: Agreement | None) -> int:
    """Indirect cost recovery by the agreement's own rate, rounded half up to the smallest unit."""
    rate = agreement.icr_rate if agreement else Decimal(0)
    return int((amount * rate).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def contribution(
    words: Words,
    *,
    fund: Fund,
    donor: Donor,
    currency: Currency,
    amount: int,
    agreement: Agreement | None = None,
    earmark: Earmark | None = None,
) -> Facts:
    """Money received: cash; the donor's income, or a liability while a condition is not met; ICR apart."""
    cash, given = _cash_and_given(fund, donor, currency, agreement, earmark)
    icr = icr_of(amount, agreement)
    lines: list[Line] = [(cash, amount - icr), (given, -amount)]
    if icr:
        kept, cost, due = (
            account_for(fund=fund, role=role, currency=currency)
            for role in (AccountRole.CASH_ICR, AccountRole.ICR, AccountRole.ICR_DUE)
        )
        lines += [(kept, icr), (cost, icr), (due, -icr)]
    party = words.party or donor.name
    return facts(
        words,
        fund=fund,
        kind=EntryKind.CONTRIBUTION,
        lines=lines,
        donor=donor,
        agreement=agreement,
        party=party,
    )


def in_kind(  # noqa: PLR0913 - a value needs its method
    words: Words,
    *,
    fund: Fund,
    donor: Donor,
    currency: Currency,
    amount: int,
    contribution_kind: str,
    valuation: str,
    agreement: Agreement | None = None,
    project: Project | None = None,
) -> Facts:
    """A memorandum of what was given in kind, at a stated value by a stated method."""
    given = account_for(
        fund=fund,
        role=AccountRole.IN_KIND_RECEIVED,
        currency=currency,
        donor=donor,
        agreement=agreement,
        contribution_kind=contribution_kind,
    )
    used = account_for(
        fund=fund,
        role=AccountRole.IN_KIND_USED,
        currency=currency,
        project=project,
        contribution_kind=contribution_kind,
    )
    return facts(
        words,
        fund=fund,
        kind=EntryKind.IN_KIND,
        lines=[(used, amount), (given, -amount)],
        donor=donor,
        agreement=agreement,
        project=project,
        valuation=valuation,
        is_memorandum=True,
        party=words.party or donor.name,
    )


def condition_met(words: Words, *, agreement: Agreement, amount: int) -> Facts:
    """A conditional contribution becomes income."""
    held, income = (
        account_for(
            fund=agreement.fund,
            role=role,
            currency=agreement.currency,
            donor=agreement.donor,
            agreement=agreement,
        )
        for role in (AccountRole.CONDITIONAL, AccountRole.CONTRIBUTION)
    )
    return facts(
        words,
        fund=agreement.fund,
        kind=EntryKind.CONDITION_MET,
        lines=[(held, amount), (income, -amount)],
        donor=agreement.donor,
        agreement=agreement,
        party=words.party or agreement.donor.name,
    )


def refund_to_donor(
    words: Words,
    *,
    fund: Fund,
    donor: Donor,
    currency: Currency,
    amount: int,
    agreement: Agreement | None = None,
    earmark: Earmark | None = None,
) -> Facts:
    """Money returned to a donor: takes from what the donor gave, or from what is held under condition."""
    cash, given = _cash_and_given(fund, donor, currency, agreement, earmark)
    return facts(
        words,
        fund=fund,
        kind=EntryKind.REFUND_PAID,
        lines=[(given, amount), (cash, -amount)],
        donor=donor,
        agreement=agreement,
        party=words.party or donor.name,
    )


def _cash_and_given(
    fund: Fund, donor: Donor, currency: Currency, agreement: Agreement | None, earmark: Earmark | None
) -> tuple[Account, Account]:
    """Where a donor's money lies, by its earmark, and what it stands for: income, or held under condition."""
    earmark = agreement.earmark if agreement else earmark
    conditional = agreement is not None and agreement.stipulation == Stipulation.CONDITION
    role = AccountRole.CONDITIONAL if conditional else AccountRole.CONTRIBUTION
    cash = account_for(fund=fund, role=AccountRole.CASH, currency=currency, earmark=earmark)
    return cash, account_for(fund=fund, role=role, currency=currency, donor=donor, agreement=agreement)
