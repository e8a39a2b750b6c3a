"""Rules that the Fund's sources do not state: the portal's own, neutral unless an operator sets them.

Settings FUND_DEFAULT_ICR_PERCENT and FUND_EVIDENCE_REQUIRED; pages that show them say whose rules they are.
"""

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from django.conf import settings


class OwnRules(NamedTuple):
    """default_icr: percent that the form of an agreement proposes, None for none.

    needs_evidence: whether a draft needs a document before it is submitted.
    """

    default_icr: Decimal | None
    needs_evidence: bool


def own_rules() -> OwnRules:
    """As they are set now."""
    return OwnRules(default_icr(), settings.FUND_EVIDENCE_REQUIRED)


def default_icr() -> Decimal | None:
    """The rate in percent, where one is set that can be one."""
    try:
        rate = Decimal(settings.FUND_DEFAULT_ICR_PERCENT)
    except InvalidOperation:
        return None
    return rate if 0 <= rate < 100 else None
