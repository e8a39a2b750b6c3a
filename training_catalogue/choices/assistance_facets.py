"""By what lists of offers and requests are filtered."""

from django.utils.translation import gettext_lazy as _

from network.choices import Language, Region
from network.search.choices import FacetGroup, YesOnly

from .assistance import CostSharing, Modality, Priority, RecordedBy
from .parties import Audience

ASSISTANCE_FACETS = (
    FacetGroup("topic", _("Topic"), all_of=True, by_count=True, open=True),
    FacetGroup("state", _("State"), by_count=True, open=True),
    FacetGroup("modality", _("Shape"), Modality, all_of=True, open=True),
    FacetGroup("language", _("Working language"), Language, all_of=True),
    FacetGroup("region", _("Region"), Region),
    FacetGroup("party", _("Kind of party"), Audience),
    FacetGroup("audience", _("Addressed to"), Audience, all_of=True),
    FacetGroup("priority", _("Priority"), Priority),
    FacetGroup("costs", _("Costs"), CostSharing),
    FacetGroup("both", _("Goes both ways"), YesOnly),
    FacetGroup("origin", _("Origin"), RecordedBy),
)
