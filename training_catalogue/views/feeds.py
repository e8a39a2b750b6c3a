"""Courses and sessions for calendars and feed readers: what everyone may read, of any search."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from network.search.models import SearchRow
from network.ui import languages
from network.ui.addresses import absolute
from network.ui.feeds import RowFeed, in_language
from network.ui.sharing import shared

from ..filters import CourseFilter
from ..models import Session
from ..services.calendars import KEPT_DAYS, MOST, as_calendar, calendar_name

VISITOR = AnonymousUser()
ICALENDAR = "text/calendar; charset=utf-8"
NEWEST = 50


def _asked(request: HttpRequest) -> CourseFilter:
    return CourseFilter(request.GET, user=VISITOR, language=languages.active())


def _sessions(request: HttpRequest) -> Any:
    """Dated sessions of what is searched for, without those that ended long ago."""
    since = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=KEPT_DAYS)
    found = Session.objects.visible_to(VISITOR).of_courses(_asked(request).all_keys())
    return found.filter(ends_at__gte=since).order_by("starts_at", "pk")[:MOST]


def _stamp(request: HttpRequest, *args: Any, **kwargs: Any) -> tuple[str, datetime | None]:
    kept = getattr(request, "training_stamp", None)
    if kept is None:
        kept = _sessions(request).stamp()
        request.training_stamp = kept
    return kept


def _etag(request: HttpRequest) -> str:
    return f'"{_stamp(request)[0]}-{languages.active()}"'


def _last_modified(request: HttpRequest) -> datetime | None:
    return _stamp(request)[1]


@require_safe
@in_language
@condition(etag_func=_etag, last_modified_func=_last_modified)
def sessions_calendar(request: HttpRequest) -> HttpResponse:
    """The sessions of a search as iCalendar; 304 while nothing of them changes."""
    said = [chip.label for chip in _asked(request).chips()]
    name = calendar_name(", ".join(said))
    body = as_calendar(
        _sessions(request).calendar_lines(languages.active()), name=name, language=languages.active()
    )
    return _as_file(body, "sessions")


@require_safe
@in_language
def session_calendar(request: HttpRequest, uuid: Any) -> HttpResponse:
    """One session, to put into one's own calendar."""
    found = Session.objects.visible_to(VISITOR).filter(starts_at__isnull=False, uuid=uuid)
    lines, language = found.calendar_lines(languages.active()), languages.active()
    if not lines:
        raise Http404
    return _as_file(as_calendar(lines, name=lines[0].title, language=language), f"session-{lines[0].pk}")


def _as_file(body: bytes, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=ICALENDAR)
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    response["Cache-Control"] = "public, max-age=0, s-maxage=60"
    return response


class Found(NamedTuple):
    """A search with its newest courses."""

    asked: CourseFilter
    rows: list[SearchRow]
    query: str


class CourseFeed(RowFeed):
    """The newest courses of a search, as Atom."""

    def get_object(self, request: HttpRequest) -> Found:
        """What is searched for, in the language asked for."""
        asked = _asked(request)
        asked.size = NEWEST
        return Found(asked, list(asked.page().rows), request.META.get("QUERY_STRING", ""))

    def title(self, found: Found) -> str:
        """The search in words."""
        return calendar_name(", ".join(chip.label for chip in found.asked.chips()))

    def subtitle(self, found: Found) -> str:
        """What the catalogue is."""
        return _("Courses of States, international organizations, universities and civil society.")

    def link(self, found: Found) -> str:
        """The page of the search."""
        return absolute(f"/{languages.active()}/training/courses/{found.asked.query()}")

    def feed_url(self, found: Found) -> str:
        """Its own address."""
        return absolute(f"/feeds/training/courses.atom?{found.query}")

    feed_guid = feed_url

    def items(self, found: Found) -> list[SearchRow]:
        """Rows in the reader's language or their own."""
        return found.rows

    def item_author_name(self, item: SearchRow) -> str:
        """The provider."""
        return str(item.display["provider"])


course_feed = require_safe(shared(in_language(CourseFeed())))  # type: ignore[arg-type]
