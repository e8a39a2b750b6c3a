"""What is set aside for projects and used by them."""

from ...choices import AccountRole, EntryKind
from ...models import Account, Currency, Earmark, Project
from ..accounts import account_for
from .facts import Facts, Words, facts
from .keeping import charge_lines

#: What moves for a project: kind of entry, debited role, credited role.
MOVES = {
    EntryKind.ALLOCATION: (AccountRole.SET_ASIDE, AccountRole.CASH),
    EntryKind.RELEASE: (AccountRole.CASH, AccountRole.SET_ASIDE),
    EntryKind.DISBURSEMENT: (AccountRole.ADVANCE, AccountRole.SET_ASIDE),
    EntryKind.SETTLEMENT: (AccountRole.EXPENDITURE, AccountRole.ADVANCE),
    EntryKind.EXPENDITURE: (AccountRole.EXPENDITURE, AccountRole.SET_ASIDE),
    EntryKind.REFUND_RECEIVED: (AccountRole.SET_ASIDE, AccountRole.ADVANCE),
}
WITH_EARMARK = (AccountRole.CASH, AccountRole.SET_ASIDE)


def project_move(
    words: Words,
    *,
    kind: EntryKind,
    project: Project,
    currency: Currency,
    amount: int,
    earmark: Earmark | None = None,
    charge: int = 0,
) -> Facts:
    """Allocation, release, disbursement, settlement, expenditure or refund of a project.

    `earmark` says which money is set aside or used. `charge` is what the bank took for it: two more legs.
    """
    fund = project.fund

    def account(role: AccountRole) -> Account:
        return account_for(
            fund=fund,
            role=role,
            currency=currency,
            project=None if role == AccountRole.CASH else project,
            earmark=earmark if role in WITH_EARMARK else None,
        )

    debited, credited = MOVES[kind]
    lines = [(account(debited), amount), (account(credited), -amount)]
    if charge:
        lines += charge_lines(fund, currency, charge, earmark)
    return facts(words, fund=fund, kind=kind, lines=lines, project=project)
