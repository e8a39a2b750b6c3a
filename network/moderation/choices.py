"""Closed lists of moderation: why, what was done, and what follows."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reason(models.TextChoices):
    """Why something is flagged or acted upon; the same list for both, so that people compare."""

    PERSONAL_DATA = "personal_data", _("Personal data of others")
    CHILD = "child", _("Identifies a child or a victim")
    HATE = "hate", _("Insults or incites against people")
    THREAT = "threat", _("Threatens or endangers somebody")
    OFF_TOPIC = "off_topic", _("Does not belong here")
    ADVERTISING = "advertising", _("Advertising or repeated messages")
    CONFIDENTIAL = "confidential", _("Information that may not be public")
    UNLAWFUL = "unlawful", _("Unlawful content")
    DUPLICATE = "duplicate", _("Was said already")
    OTHER = "other", _("Another reason")


class Verb(models.TextChoices):
    """What moderators do; an app's kinds say which of these they know."""

    APPROVE = "approve", _("Approved")
    REJECT = "reject", _("Not published")
    HIDE = "hide", _("Hidden")
    SHOW = "show", _("Shown again")
    REDACT = "redact", _("Removed for good")
    MOVE = "move", _("Moved")
    LOCK = "lock", _("Closed to new posts")
    UNLOCK = "unlock", _("Opened to new posts again")
    DISMISS = "dismiss", _("Left as it is")
    WARN = "warn", _("Warned")
    MUTE = "mute", _("May not write")
    SUSPEND = "suspend", _("Suspended")
    LIFT = "lift", _("Sanction lifted")
    OVERTURN = "overturn", _("Decision taken back after an appeal")
    UPHOLD = "uphold", _("Decision kept after an appeal")


class CaseState(models.TextChoices):
    """How far a case has come."""

    OPEN = "open", pgettext_lazy("case of a moderator", "Open")
    CLOSED = "closed", pgettext_lazy("case of a moderator", "Closed")


class AppealState(models.TextChoices):
    """How far an appeal has come."""

    WAITING = "waiting", _("Waiting for a decision")
    UPHELD = "upheld", _("The decision stands")
    OVERTURNED = "overturned", _("The decision was taken back")


class SanctionKind(models.TextChoices):
    """What a person may not do for a time; a warning forbids nothing."""

    WARN = "warn", _("Warning")
    MUTE = "mute", _("May not write posts")
    SUSPEND = "suspend", _("May not write, flag or propose anything")


WRITERS_STOPPED = (SanctionKind.MUTE, SanctionKind.SUSPEND)
"""Under which nobody writes to others."""


APPEALABLE = (Verb.REJECT, Verb.HIDE, Verb.REDACT, Verb.WARN, Verb.MUTE, Verb.SUSPEND)
"""What an author may ask another person to look at again."""

EVERYWHERE = ""
"""The scope that is the whole portal."""
