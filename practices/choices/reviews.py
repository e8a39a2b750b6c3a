"""How a person's part in a review can end before its scores count."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewEnd(models.TextChoices):
    """Why a review does not count any more; what was scored stays on record."""

    REFUSED = "refused", _("Declined by the reviewer")
    STATE = "state", _("Conflict: of the state reviewed")
    ORGANIZATION = "organization", _("Conflict: of the organization reviewed")
    AUTHOR = "author", _("Conflict: wrote in the record")
    SCREENER = "screener", _("Conflict: decided on the record")
    JUDGED = "judged", _("Conflict: judged what is appealed against")
    NO_REVIEWER = "no_reviewer", _("Is not a reviewer any more")
    REPLACED = "replaced", _("Replaced by the Secretariat")
