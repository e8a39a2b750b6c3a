"""What each kind of entry consists of: its facts and its legs. Debits are positive, credits negative.

No money is in two places: what is set aside for a project lies on an account of its own and can't be set
aside again; what is kept for indirect cost recovery can't be allocated.
"""

from .facts import Facts, Line, Words, facts
from .giving import condition_met, contribution, icr_of, in_kind, refund_to_donor
from .keeping import bank_charge, exchange, icr_payment, interest, reversal
from .spending import project_move

__all__ = [
    "Facts",
    "Line",
    "Words",
    "bank_charge",
    "condition_met",
    "contribution",
    "exchange",
    "facts",
    "icr_of",
    "icr_payment",
    "in_kind",
    "interest",
    "project_move",
    "refund_to_donor",
    "reversal",
]
