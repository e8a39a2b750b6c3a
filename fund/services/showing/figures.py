"""The figures of the public pages, each defined by the accounts that it is the balance of.

Received less used less exchanged is what the bank holds: the legs of every entry sum to zero.
"""

from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.ui import numbers

from ...choices import AT_BANK, AccountRole

BASE, EXPONENT = "USD", 2  # of a Fund in which nothing has moved
GIVEN = (AccountRole.CONTRIBUTION, AccountRole.CONDITIONAL)
#: Figure: its accounts, and the sign that turns debits less credits into what readers call it.
FIGURES: dict[str, tuple[tuple[AccountRole, ...], int]] = {
    "received": ((*GIVEN, AccountRole.INTEREST), -1),
    "given": (GIVEN, -1),
    "used": (
        (
            AccountRole.ADVANCE,
            AccountRole.EXPENDITURE,
            AccountRole.BANK_CHARGE,
            AccountRole.ICR,
            AccountRole.ICR_DUE,
        ),
        1,
    ),
    "of_projects": ((AccountRole.ADVANCE, AccountRole.EXPENDITURE), 1),
    "icr_paid": ((AccountRole.ICR, AccountRole.ICR_DUE), 1),
    "bank": (AT_BANK, 1),
}
LABELS: dict[str, str | Promise] = {
    "received": _("Received"),
    "given": _("Contributions received"),
    "used": _("Used"),
    "of_projects": _("Paid for projects"),
    "icr_paid": _("Indirect cost recovery paid"),
    "bank": _("At the bank"),
}


def roles_of(name: str) -> tuple[AccountRole, ...]:
    """Accounts of a figure, or of a single role; none for another name."""
    if name in FIGURES:
        return FIGURES[name][0]
    return (AccountRole(name),) if name in AccountRole.values else ()


def label_of(name: str) -> str:
    """What a figure or role is called."""
    return str(LABELS[name] if name in LABELS else AccountRole(name).label)


def figure(name: str, rows: list[dict[str, Any]]) -> int:
    """Smallest units of a figure in rows of turnovers that name their `account__role`."""
    roles, sign = FIGURES[name]
    return sign * net(rows, *roles)


def net(rows: list[dict[str, Any]], *roles: str) -> int:
    """Debits less credits of these roles."""
    return sum(row["total"] for row in rows if row["account__role"] in roles)


def shown(units: int, exponent: int) -> str:
    """Smallest units as an amount in the reader's language: 5000000 with 2 decimals is 50,000.00."""
    return numbers.number(Decimal(units).scaleb(-exponent), exponent)
