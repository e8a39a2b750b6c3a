"""What a list of practices is asked for by its address, for pages and for the API alike."""

from network.search.filters import ListFilter

from .choices import FACET_GROUPS
from .services.indexing import KIND


class PracticeFilter(ListFilter):
    """A list of practices."""

    kind = KIND
    groups = FACET_GROUPS
