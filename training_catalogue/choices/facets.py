"""By what the list of courses is filtered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.choices import OrganizationKind
from network.search.choices import FacetGroup, YesOnly

from .courses import CourseLevel, Mode, Pillar, TeachingLanguage


class StartsWithin(models.TextChoices):
    """How soon one may begin; who begins in thirty days is found in ninety, too."""

    ANY_TIME = "any_time", _("At any time")
    DAYS_30 = "30", _("Within 30 days")
    DAYS_90 = "90", _("Within 90 days")
    DAYS_180 = "180", _("Within 180 days")


START_DAYS = (30, 90, 180)

FACET_GROUPS = (
    FacetGroup("open", _("Open for application"), YesOnly, open=True),
    FacetGroup("starts", _("Begins"), StartsWithin, open=True),
    FacetGroup("topic", _("Topic"), all_of=True, by_count=True, open=True),
    FacetGroup("mode", _("Mode"), Mode, open=True),
    FacetGroup("language", _("Language of instruction"), TeachingLanguage, open=True),
    FacetGroup("level", _("Level"), CourseLevel),
    FacetGroup("pillar", _("Ministerial area"), Pillar),
    FacetGroup("free", _("Free of charge"), YesOnly),
    FacetGroup("grants", _("Grants"), YesOnly),
    FacetGroup("provider", _("Kind of provider"), OrganizationKind),
    FacetGroup("state", _("State"), by_count=True),
)
