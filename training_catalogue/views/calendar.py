"""When courses are given: a month as a calendar, a day, or what is coming as a list; of any search."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from network.ui import languages, time_zones
from network.ui.sharing import shared

from ..filters import CourseFilter
from ..models import Session
from ..querysets.lines import session_lines
from . import months, times
from .course import crumbs
from .lines import line
from .listing import views

PAGE = 25
EPOCH, MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


@require_safe
@shared
def sessions(request: HttpRequest) -> HttpResponse:
    """A month of sessions, one day, or what is coming."""
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
    day = None if is_list else months.asked_day(request.GET.get("day", ""))
    if is_list:
        context |= _list(request, asked, found)
    elif day:
        context |= months.day(asked, found, day, request.GET.get("page", ""))
    else:
        context |= months.month(asked, found, request.GET.get("month", ""))
    return render(request, "training_catalogue/sessions.html", context)


def _pairs(asked: CourseFilter) -> list[tuple[str, str]]:
    pairs = [("lang", languages.active()), ("q", asked.words)]
    pairs += [(name, value) for name, values in asked.chosen.items() for value in values]
    return [pair for pair in pairs if pair[1]]


def _list(request: HttpRequest, asked: CourseFilter, found: Any) -> dict[str, Any]:
    rows = found.coming(timezone.now())
    after = _place(request.GET.get("page", ""))
    if after is not None:
        rows = rows.after(*after)
    read = session_lines(rows[: PAGE + 1])
    following = ""
    if len(read) > PAGE:
        last = read[PAGE - 1]
        following = asked.query(page=f"{(last.starts_at - EPOCH) // MICROSECOND}-{last.pk}", view="list")
    return {"lines": [line(each) for each in read[:PAGE]], "next_url": following}


def _place(text: str) -> tuple[datetime, int] | None:
    """A place in the list: the beginning of a session in microseconds, and its key."""
    moment, _dash, pk = text.partition("-")
    if not (moment.isascii() and moment.isdigit() and pk.isascii() and pk.isdigit()):
        return None
    if len(moment) > 16 or len(pk) > 18:
        return None
    return EPOCH + int(moment) * MICROSECOND, int(pk)
