"""An Atom feed of offers and requests: what everyone may read, whoever asks."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from network.search import labels
from network.search.models import SearchRow
from network.ui import languages
from network.ui.addresses import absolute
from network.ui.feeds import RowFeed, in_language
from network.ui.sharing import shared

from ...forms.assistance_filter import FILTERS
from ...services.assistance.indexing import OFFER

NEWEST = 30


class AssistanceFeed(RowFeed):
    """The newest of a list: `kind` and the filters of the list, in the language of `?lang=`."""

    def get_object(self, request: HttpRequest) -> tuple[str, str, list[SearchRow]]:
        """The kind, the query and the newest rows."""
        kind = request.GET.get("kind", OFFER)
        if kind not in FILTERS:
            raise Http404
        asked = FILTERS[kind](request.GET, user=AnonymousUser(), language=languages.active(), size=NEWEST)
        return kind, request.GET.urlencode(), list(asked.page().rows)

    def title(self, found: tuple[str, str, list[SearchRow]]) -> str:
        """Which list."""
        return _("Offers of assistance") if found[0] == OFFER else _("Requests for assistance")

    def link(self, found: tuple[str, str, list[SearchRow]]) -> str:
        """The page."""
        return absolute(f"/{languages.active()}/training/assistance/?{found[1]}")

    def feed_url(self, found: tuple[str, str, list[SearchRow]]) -> str:
        """Its own address."""
        return absolute(f"/feeds/training/assistance/?{found[1]}")

    feed_guid = feed_url

    def items(self, found: tuple[str, str, list[SearchRow]]) -> list[SearchRow]:
        """The newest."""
        return found[2]

    def item_author_name(self, item: SearchRow) -> str:
        """The party."""
        state = labels.states().get(item.display["state"])
        return state.name if state else item.display["organization"]

    item_updateddate = RowFeed.item_pubdate


assistance_feed = shared(in_language(AssistanceFeed()))
