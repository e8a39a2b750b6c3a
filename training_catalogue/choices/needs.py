"""Closed lists of needs and of the view of what is missing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_RANKED = 5  # topics that a state may rank in one round


class NeedKind(models.TextChoices):
    """How a document speaks of a need."""

    RECOMMENDED = "training explicitly recommended", _("Training explicitly recommended")
    PROFESSIONALIZATION = "professionalization", _("Professionalization")
    IMPLIED = "training implied", _("Training implied")
    LEARNING = "learning", _("Learning")
    CAPACITY = "capacity building", _("Capacity building")
    EDUCATION = "education", _("Education")
    INVITED = "training offers invited", _("Offers of training invited")


class GapSituation(models.TextChoices):
    """How what there is stands to what is needed on a topic."""

    GAP = "gap", _("Gap")
    PARTLY = "partly", _("Partly met")
    COVERED = "covered", _("Covered")
    UNASKED = "unasked", _("Offered, not asked for")
    NOTHING = "nothing", _("Nothing recorded")
