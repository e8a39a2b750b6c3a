"""Closed lists that the Network's tables and forms share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """The four languages of the Organization, each by its own name."""

    EN = "en", "English"
    ES = "es", "Español"
    FR = "fr", "Français"
    PT = "pt", "Português"


class Region(models.TextChoices):
    """Regions as the OAS Inter-American Observatory on Security names them."""

    CARIBBEAN = "caribbean", _("Caribbean")
    CENTRAL_AMERICA = "central_america", _("Central America")
    NORTH_AMERICA = "north_america", _("North America")
    SOUTH_AMERICA = "south_america", _("South America")


class StateStatus(models.TextChoices):
    """How a state stands to the Organization; dated, and worded without taking sides."""

    ACTIVE = "active", _("Participating member state")
    NOT_PARTICIPATING = "not_participating", _("Member state, does not participate")
    WITHDRAWN = "withdrawn", _("Left the Organization")
    CONTESTED = "contested", _("Membership or representation disputed")


class OrganizationKind(models.TextChoices):
    """Kinds of organization in the permanent dialogue."""

    GOVERNMENT = "government", _("Government")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    PRIVATE_SECTOR = "private_sector", _("Private sector")
    ACADEMIA = "academia", _("Academia")
    INTERNATIONAL = "international", _("International organization")


class Role(models.TextChoices):
    """What a person may do, granted with a scope and an end date."""

    MEMBER = "member", _("Member")
    CONTRIBUTOR = "contributor", _("Contributor")
    FOCAL_POINT = "focal_point", _("Focal point")
    PROVIDER_EDITOR = "provider_editor", _("Provider editor")
    SCREENER = "screener", _("Screener")
    REVIEWER = "reviewer", _("Reviewer")
    MODERATOR = "moderator", _("Moderator")
    FACILITATOR = "facilitator", _("Facilitator")
    CHAIR = "chair", _("Working-group chair")
    REVISER = "reviser", _("Reviser")
    FUND_OFFICER = "fund_officer", _("Fund officer")
    FUND_APPROVER = "fund_approver", _("Fund approver")
    AUDITOR = "auditor", _("Auditor")
    DONOR_CONTACT = "donor_contact", _("Donor contact")
    STAFF_MANAGER = "staff_manager", _("Staff manager")


STATE_ROLES = (Role.CONTRIBUTOR, Role.FOCAL_POINT)
ORGANIZATION_ROLES = (Role.PROVIDER_EDITOR,)
LANGUAGE_ROLES = (Role.REVISER,)

SECOND_FACTOR_ROLES = (
    Role.STAFF_MANAGER,
    Role.SCREENER,
    Role.REVIEWER,
    Role.MODERATOR,
    Role.FUND_OFFICER,
    Role.FUND_APPROVER,
    Role.AUDITOR,
    Role.DONOR_CONTACT,
)
ATTESTED_ROLES = (
    Role.FOCAL_POINT,
    Role.STAFF_MANAGER,
    Role.SCREENER,
    Role.MODERATOR,
    Role.FUND_OFFICER,
    Role.FUND_APPROVER,
)


class RequestState(models.TextChoices):
    """How far a request to become a member has come; `known` is one from an address that has an account."""

    PENDING = "pending", _("Waiting for the Secretariat")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    KNOWN = "known", _("Has an account already")


class HandOverState(models.TextChoices):
    """How far a hand-over from one focal point to the next has come."""

    PENDING = "pending", _("Waiting for the Secretariat")
    INVITED = "invited", _("The successor is invited")
    COMPLETED = "completed", _("Completed")
    DECLINED = "declined", _("Declined")


class AccountMailKind(models.TextChoices):
    """Letters about a person's account; each has its words in network/services/letters.py."""

    INVITATION = "invitation", _("Invitation")
    REGISTRATION_RECEIVED = "registration_received", _("Registration received")
    REGISTRATION_KNOWN = "registration_known", _("Registration from a known address")
    REGISTRATION_APPROVED = "registration_approved", _("Registration approved")
    REGISTRATION_DECLINED = "registration_declined", _("Registration declined")
    ADDRESS_OLD = "address_old", _("Change of address: question to the old one")
    ADDRESS_NEW = "address_new", _("Change of address: question to the new one")
    ADDRESS_TAKEN = "address_taken", _("Change of address: the new one has an account")
    ADDRESS_CHANGED = "address_changed", _("Address changed")
    PASSWORD_RESET = "password_reset", _("New password")
    UNKNOWN_ACCOUNT = "unknown_account", _("New password asked for an unknown address")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    SECOND_FACTOR_CHANGED = "second_factor_changed", _("Second step of signing in changed")
    HAND_OVER_DECLINED = "hand_over_declined", _("Hand-over declined")


class TokenScope(models.TextChoices):
    """What a program may do for the person whose token it has."""

    READ = "read", _("Read what I may read")
    WRITE = "write", _("Read and write for me")
