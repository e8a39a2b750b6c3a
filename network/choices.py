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
