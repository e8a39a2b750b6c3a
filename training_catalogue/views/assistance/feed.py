"""An Atom feed of offers and requests: what everyone may read, whoever asks."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from network.choices import Language
from network.search import labels
from network.search.models import SearchRow
from network.ui import languages
from network.ui.sharing import shared

from ...forms.assistance_filter import FILTERS
from ...services.assistance.indexing import OFFER

NEWEST = 30


class AssistanceFeed(Feed):
    """The newest of a list: `kind` and the filters of the list, in the language of `?lang=`."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In the language asked for; English without one."""
        wanted = request.GET.get("lang", Language.EN)
        if wanted not in Language.values:
            raise Http404
        with translation.override(wanted):
            return super().__call__(request, *args, **kwargs)

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

    def language(self, found: tuple[str, str, list[SearchRow]]) -> str:
        """Of the page; each record may be in another."""
        return languages.active()

    def items(self, found: tuple[str, str, list[SearchRow]]) -> list[SearchRow]:
        """The newest."""
        return found[2]

    def item_title(self, item: SearchRow) -> str:
        """Its title."""
        return item.title

    def item_description(self, item: SearchRow) -> str:
        """Its description."""
        return item.summary

    def item_link(self, item: SearchRow) -> str:
        """Its page."""
        return absolute(f"/{languages.active()}/{item.address}")

    item_guid = item_link

    def item_author_name(self, item: SearchRow) -> str:
        """The party."""
        state = labels.states().get(item.display["state"])
        return state.name if state else item.display["organization"]

    def item_pubdate(self, item: SearchRow) -> datetime:
        """When it was published."""
        return item.published_at

    item_updateddate = item_pubdate


def absolute(path: str) -> str:
    """With host."""
    return settings.PUBLIC_URL.rstrip("/") + path


assistance_feed = shared(AssistanceFeed())
