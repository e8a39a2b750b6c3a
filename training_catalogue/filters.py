"""What a list of courses is asked for by its address, for pages, feeds and the API alike."""

from network.search.filters import ListFilter

from .choices import FACET_GROUPS
from .services.indexing import KIND


class CourseFilter(ListFilter):
    """A list of courses."""

    kind = KIND
    groups = FACET_GROUPS
