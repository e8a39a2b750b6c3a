"""A search taken along: CSV and XLSX for spreadsheets, JSON by lines for programs, Atom for news."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.search import labels
from network.search.models import SearchRow
from network.ui import languages
from network.ui.addresses import absolute
from network.ui.downloads import csv_file, json_lines_file, xlsx_file
from network.ui.feeds import RowFeed, in_language
from network.ui.sharing import shared

from ..filters import PracticeFilter
from ..models import Practice
from ..services.exporting import COLUMNS, LONG, practice_rows

NAME = "practices"
NEWEST = 50
VISITOR = AnonymousUser()


@require_safe
def list_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """What a search finds, at most the newest ten thousand: csv, xlsx or jsonl."""
    rows = _rows(request)
    if form == "xlsx":
        return xlsx_file(COLUMNS, rows, NAME, LONG)
    return csv_file(request, COLUMNS, rows, NAME) if form == "csv" else json_lines_file(COLUMNS, rows, NAME)


def _rows(request: HttpRequest) -> Iterator[tuple[Any, ...]]:
    asked = PracticeFilter(request.GET, user=request.user, language=languages.active())
    found, keys = Practice.objects.visible_to(request.user).published(), asked.all_keys()
    return practice_rows(found if keys is None else found.filter(pk__in=keys), languages.active())


class Found(NamedTuple):
    """A search with its newest practices."""

    asked: PracticeFilter
    rows: list[SearchRow]
    query: str


class PracticeFeed(RowFeed):
    """The newest practices of a search, as Atom: what everyone may read."""

    def get_object(self, request: HttpRequest) -> Found:
        """What is searched for, in the language asked for."""
        asked = PracticeFilter(request.GET, user=VISITOR, language=languages.active())
        asked.size = NEWEST
        return Found(asked, list(asked.page().rows), request.META.get("QUERY_STRING", ""))

    def title(self, found: Found) -> str:
        """The search in words."""
        said = [found.asked.words] if found.asked.words else []
        said += [chip.label for chip in found.asked.chips()]
        return _("Good practices: %(what)s") % {"what": ", ".join(said)} if said else _("Good practices")

    def subtitle(self, found: Found) -> str:
        """What the list is."""
        return _(
            "What states and organizations of the Americas do to prevent violence and crime, and what is"
            " known of the results."
        )

    def link(self, found: Found) -> str:
        """The page of the search."""
        return absolute(f"/{languages.active()}/practices/{found.asked.query()}")

    def feed_url(self, found: Found) -> str:
        """Its own address."""
        return absolute(f"/feeds/practices.atom?{found.query}")

    feed_guid = feed_url

    def items(self, found: Found) -> list[SearchRow]:
        """Rows in the reader's language or their own."""
        return found.rows

    def item_author_name(self, item: SearchRow) -> str:
        """The State."""
        return labels.states()[item.display["state"]].name


practice_feed = require_safe(shared(in_language(PracticeFeed())))  # type: ignore[arg-type]
