"""Tables of people, organizations, member states and topics."""

from .people import Membership, Organization, User
from .roles import RoleGrant
from .states import MemberState, StateStatusPeriod
from .taxonomy import IccsSection, Topic
from .text import Passage, SourceTextModel

__all__ = [
    "IccsSection",
    "MemberState",
    "Membership",
    "Organization",
    "Passage",
    "RoleGrant",
    "SourceTextModel",
    "StateStatusPeriod",
    "Topic",
    "User",
]
