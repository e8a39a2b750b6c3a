"""What changes the Network's own tables: one verb per change, one transaction each."""

from .addresses import confirm_email_change, open_email_change, request_email_change
from .attestations import confirm_attestation
from .demonstration import demo_accounts
from .erasure import erase_account
from .hand_overs import (
    Successor,
    complete_hand_over,
    confirm_hand_over,
    decline_hand_over,
    start_hand_over,
)
from .invitations import (
    Offer,
    accept_invitation,
    has_account,
    invite,
    join_by_invitation,
    open_invitation,
    revoke_invitation,
)
from .letters import request_new_password
from .organizations import change_organization, verify_organization
from .personal_data import export_personal_data
from .profiles import change_profile
from .registrations import Application, approve_registration, decline_registration, request_registration
from .roles import grant_role, revoke_role
from .sessions import end_session, end_sessions, sessions_of
from .states import change_state_status, what_status_change_does
from .taxonomy import change_topic

__all__ = [
    "Application",
    "Offer",
    "Successor",
    "accept_invitation",
    "approve_registration",
    "change_organization",
    "change_profile",
    "change_state_status",
    "change_topic",
    "complete_hand_over",
    "confirm_attestation",
    "confirm_email_change",
    "confirm_hand_over",
    "decline_hand_over",
    "decline_registration",
    "demo_accounts",
    "end_session",
    "end_sessions",
    "erase_account",
    "export_personal_data",
    "grant_role",
    "has_account",
    "invite",
    "join_by_invitation",
    "open_email_change",
    "open_invitation",
    "request_email_change",
    "request_new_password",
    "request_registration",
    "revoke_invitation",
    "revoke_role",
    "sessions_of",
    "start_hand_over",
    "verify_organization",
    "what_status_change_does",
]
