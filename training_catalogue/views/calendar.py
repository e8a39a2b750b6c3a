"""When courses are given: a month as a calendar, or what is coming as a list; of any search."""

from calendar import Calendar
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlencode

from babel import dates
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.models import Passage
from network.ui import languages, numbers, time_zones
from network.ui.sharing import shared

from ..filters import CourseFilter
from ..models import Session
from ..querysets.sessions import MOMENTS, Event
from . import times
from .course import Shown, crumbs, shown
from .listing import views

A_DAY = 3  # of each kind, in a cell
PAGE = 25
TONES = {"starts": "go", "deadline": "warn", "ends": "end"}
YEARS = (2000, 2100)
EPOCH, MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


class Happening(NamedTuple):
    """An entry of a day."""

    what: str
    tone: str
    title: Passage
    url: str
    is_sample: bool


class Day(NamedTuple):
    """A cell of the month; `more` entries are not shown."""

    date: date
    is_off: bool
    happenings: list[Happening]
    more: int


class Line(NamedTuple):
    """A session in the list, with its course."""

    shown: Shown
    title: Passage
    url: str
    provider: str
    provider_language: str
    is_sample: bool


@require_safe
@shared
def sessions(request: HttpRequest) -> HttpResponse:
    """A month of sessions, or what is coming."""
    asked = CourseFilter(request.GET, user=request.user, language=languages.active())
    found = Session.objects.visible_to(request.user).of_courses(asked.all_keys())
    is_list = request.GET.get("view") == "list"
    context = {
        "asked": asked,
        "chips": asked.chips(),
        "views": views(asked, "calendar"),
        "crumbs": crumbs(),
        "is_list": is_list,
        "own_zone": times.own_zone(),
        "zone_name": time_zones.name_of(times.own_zone()),
        "clear_url": reverse("training:sessions"),
        "list_url": asked.query(view="list"),
        "month_url": asked.query(),
        "feed_query": urlencode(_pairs(asked)),
    }
    context |= _list(request, asked, found) if is_list else _month(request, asked, found)
    return render(request, "training_catalogue/sessions.html", context)


def _pairs(asked: CourseFilter) -> list[tuple[str, str]]:
    pairs = [("lang", languages.active()), ("q", asked.words)]
    pairs += [(name, value) for name, values in asked.chosen.items() for value in values]
    return [pair for pair in pairs if pair[1]]


def _month(request: HttpRequest, asked: CourseFilter, found: Any) -> dict[str, Any]:
    first = _asked_month(request.GET.get("month", ""))
    weeks = Calendar(firstweekday=0).monthdatescalendar(first.year, first.month)
    start, end = weeks[0][0], weeks[-1][-1]
    events: list[Event] = []
    for what in MOMENTS:
        events += found.events(what, start, end, times.own_zone(), A_DAY)
    by_pk = Session.objects.for_list().in_bulk({event.session_id for event in events})
    cells: dict[date, list[Event]] = defaultdict(list)
    for event in events:
        cells[event.day].append(event)
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    locale = numbers.locale()
    short, wide = (dates.get_day_names(width, locale=locale) for width in ("abbreviated", "wide"))
    return {
        "month": dates.format_skeleton("yMMMM", first, locale=locale),
        "weekdays": [(short[number], wide[number]) for number in range(7)],
        "weeks": [[_day(day, first.month, cells[day], by_pk) for day in week] for week in weeks],
        "previous": _other_month(asked, before),
        "next": _other_month(asked, after),
        "is_empty": not any(start <= event.day <= end for event in events),
    }


def _other_month(asked: CourseFilter, day: date) -> tuple[str, str] | None:
    """The address and the name of another month, if it is one that calendars know."""
    if not YEARS[0] <= day.year <= YEARS[1]:
        return None
    name = dates.format_skeleton("yMMMM", day, locale=numbers.locale())
    return asked.query(month=f"{day:%Y-%m}"), name


def _asked_month(text: str) -> date:
    """The first day of the month that an address names, else of this one."""
    try:
        asked = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError:
        asked = timezone.localdate()
    if not YEARS[0] <= asked.year <= YEARS[1]:
        asked = timezone.localdate()
    return asked.replace(day=1)


def _day(day: date, month: int, events: list[Event], by_pk: dict[int, Session]) -> Day:
    happenings = [_happening(event, by_pk[event.session_id]) for event in events]
    counted = {event.what: event.many for event in events}
    return Day(day, day.month != month, happenings, sum(counted.values()) - len(happenings))


def _happening(event: Event, session: Session) -> Happening:
    course = session.course
    return Happening(
        what=_verb(event.what),
        tone=TONES[event.what],
        title=course.passage("title"),
        url=session.get_absolute_url(),
        is_sample=course.is_demonstration,
    )


def _verb(what: str) -> str:
    match what:
        case "starts":
            return _("begins")
        case "deadline":
            return _("deadline")
    return _("ends")


def _list(request: HttpRequest, asked: CourseFilter, found: Any) -> dict[str, Any]:
    rows = found.coming(timezone.now()).for_list()
    after = _place(request.GET.get("page", ""))
    if after is not None:
        rows = rows.after(*after)
    read = list(rows[: PAGE + 1])
    following = ""
    if len(read) > PAGE and read[PAGE - 1].starts_at:
        last = read[PAGE - 1]
        following = asked.query(page=f"{(last.starts_at - EPOCH) // MICROSECOND}-{last.pk}", view="list")
    return {"lines": [_line(each) for each in read[:PAGE]], "next_url": following}


def _place(text: str) -> tuple[datetime, int] | None:
    """A place in the list: the beginning of a session in microseconds, and its key."""
    moment, _dash, pk = text.partition("-")
    if not (moment.isascii() and moment.isdigit() and pk.isascii() and pk.isdigit()):
        return None
    if len(moment) > 16 or len(pk) > 18:
        return None
    return EPOCH + int(moment) * MICROSECOND, int(pk)


def _line(session: Session) -> Line:
    course = session.course
    return Line(
        shown=shown(session),
        title=course.passage("title"),
        url=session.get_absolute_url(),
        provider=course.provider.name,
        provider_language=course.provider.name_language,
        is_sample=course.is_demonstration,
    )
