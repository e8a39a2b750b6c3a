"""Topics for a forum: the list, one of them, proposing, supporting, and what staff decide."""

from .acting import ProposalNew, Support, Withdraw
from .deciding import Decline, Schedule
from .reading import ProposalPage, Proposals

__all__ = ["Decline", "ProposalNew", "ProposalPage", "Proposals", "Schedule", "Support", "Withdraw"]
