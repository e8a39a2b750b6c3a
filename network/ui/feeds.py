"""Feeds and other files for programs that read: in the language of `?lang=`, with whole addresses."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed

from . import languages
from .addresses import absolute

View = Callable[..., HttpResponse]


def in_language(view: View) -> View:
    """In the language that `?lang=` asks for; English without one, 404 for another."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = request.GET.get("lang", languages.DEFAULT)
        if wanted not in languages.NAMES:
            raise Http404
        with translation.override(wanted):
            return view(request, *args, **kwargs)

    return spoken


class AtomFeed(Feed):
    """An Atom feed in the language that is asked for, which it says; to be wrapped by `in_language`."""

    feed_type = Atom1Feed


class RowFeed(AtomFeed):
    """A feed of rows of lists: title, summary, address and date stand in the row."""

    def item_title(self, item: Any) -> str:
        """As lists show it."""
        return item.title

    def item_description(self, item: Any) -> str:
        """The summary."""
        return item.summary

    def item_link(self, item: Any) -> str:
        """The permanent address."""
        return absolute(f"/{languages.active()}/{item.address}")

    item_guid = item_link

    def item_pubdate(self, item: Any) -> Any:
        """When it was published."""
        return item.published_at
