"""What lists of offers and requests are asked for by their address, for pages and for the API alike."""

from network.search.filters import ListFilter

from ..choices.assistance_facets import ASSISTANCE_FACETS
from ..services.assistance.indexing import OFFER, REQUEST


class OfferFilter(ListFilter):
    """A list of offers."""

    kind = OFFER
    groups = ASSISTANCE_FACETS


class RequestFilter(ListFilter):
    """A list of requests."""

    kind = REQUEST
    groups = ASSISTANCE_FACETS


FILTERS: dict[str, type[ListFilter]] = {OFFER: OfferFilter, REQUEST: RequestFilter}
