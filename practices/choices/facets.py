"""By what the list of practices is filtered."""

from django.utils.translation import gettext_lazy as _

from network.choices import Language, Region
from network.search.choices import FacetGroup, YesOnly

from .instrument import Direction, EvidenceCell, StrengthFacet
from .lists import Approach, Depth, PopulationReach, PreventionLevel, Scale

OF_ANY = _("Of any of its outcomes.")
FACET_GROUPS = (
    FacetGroup("state", _("State"), by_count=True, open=True),
    FacetGroup("topic", _("Topic"), all_of=True, by_count=True, open=True),
    FacetGroup("level", _("Prevention level"), PreventionLevel, open=True),
    FacetGroup("population", _("Population"), PopulationReach),
    FacetGroup("approach", _("Approach"), Approach, all_of=True),
    FacetGroup("iccs", _("Kind of crime (ICCS)"), all_of=True),
    FacetGroup("scale", _("Scale"), Scale),
    FacetGroup("strength", _("Strength of evidence"), StrengthFacet, hint=OF_ANY),
    FacetGroup("direction", _("Direction of effect"), Direction, hint=OF_ANY),
    FacetGroup("evidence", _("Strength and direction"), EvidenceCell, is_offered=False),
    FacetGroup("evaluated", _("Has an evaluation"), YesOnly),
    FacetGroup("assistance", _("Offers assistance"), YesOnly),
    FacetGroup("region", _("Region"), Region),
    FacetGroup("origin", _("Language of origin"), Language),
    FacetGroup("depth", _("Depth"), Depth),
    FacetGroup("year", _("Year of publication")),
)
