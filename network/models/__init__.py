"""Tables of people, organizations, member states and topics."""

from .accounts import AccountMail, EmailChange
from .doors import HandOver, Invitation, RegistrationRequest
from .people import Membership, Organization, User
from .roles import RoleGrant
from .states import MemberState, StateStatusPeriod
from .taxonomy import IccsSection, Topic
from .text import Passage, SourceText, SourceTextModel, reading_originals, reads_originals
from .tokens import AnsweredRequest, ApiToken

__all__ = [
    "AccountMail",
    "AnsweredRequest",
    "ApiToken",
    "EmailChange",
    "HandOver",
    "IccsSection",
    "Invitation",
    "MemberState",
    "Membership",
    "Organization",
    "Passage",
    "RegistrationRequest",
    "RoleGrant",
    "SourceText",
    "SourceTextModel",
    "StateStatusPeriod",
    "Topic",
    "User",
    "reading_originals",
    "reads_originals",
]
