"""By what the list of practices is filtered."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.choices import Language, Region

from .lists import Approach, Depth, PopulationReach, PreventionLevel, Scale


class YesOnly(TextChoices):
    """A facet that is either asked for or not."""

    YES = "yes", _("Yes")


class FacetGroup(NamedTuple):
    """A group of facets.

    `name` is its word in addresses and rows; `choices` the closed list that its values come from, None for
    names that the database holds. Where a practice may carry several values, all that are chosen must hold
    (`all_of`); else any of them. `by_count` puts the most frequent value first. `open` shows it at once.
    """

    name: str
    label: str | Promise
    choices: type[TextChoices] | None = None
    all_of: bool = False
    by_count: bool = False
    open: bool = False


FACET_GROUPS = (
    FacetGroup("state", _("State"), by_count=True, open=True),
    FacetGroup("topic", _("Topic"), all_of=True, by_count=True, open=True),
    FacetGroup("level", _("Prevention level"), PreventionLevel, open=True),
    FacetGroup("population", _("Population"), PopulationReach),
    FacetGroup("approach", _("Approach"), Approach, all_of=True),
    FacetGroup("iccs", _("Kind of crime (ICCS)"), all_of=True),
    FacetGroup("scale", _("Scale"), Scale),
    FacetGroup("evaluated", _("Has an evaluation"), YesOnly),
    FacetGroup("assistance", _("Offers assistance"), YesOnly),
    FacetGroup("region", _("Region"), Region),
    FacetGroup("origin", _("Language of origin"), Language),
    FacetGroup("depth", _("Depth"), Depth),
    FacetGroup("year", _("Year of publication")),
)
