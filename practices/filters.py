"""What lists of practices and of adaptations are asked for by, for pages and for the API alike."""

from network.search.filters import ListFilter

from .choices import FACET_GROUPS
from .choices.adaptations import ADAPTATION_FACETS
from .services.adapting.indexing import KIND as ADAPTATION
from .services.indexing import KIND


class PracticeFilter(ListFilter):
    """A list of practices."""

    kind = KIND
    groups = FACET_GROUPS


class AdaptationFilter(ListFilter):
    """A list of adaptations."""

    kind = ADAPTATION
    groups = ADAPTATION_FACETS
