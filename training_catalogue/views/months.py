"""A month of sessions as weeks of days, and one of its days whole."""

from calendar import Calendar
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from babel import dates
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import Passage
from network.ui import numbers

from ..filters import CourseFilter
from ..querysets.days import Event, events
from ..querysets.lines import SessionLine, session_lines, session_names
from . import times
from .lines import Line, address, line

A_DAY = 3  # in a cell
READ = 10  # of each kind a day: more are not counted
PAGE = 15  # of each kind
PAGES = 400
TONES = {"starts": "go", "deadline": "warn", "ends": "end"}
YEARS = (2000, 2100)


class Happening(NamedTuple):
    """An entry of a day."""

    what: str
    tone: str
    title: Passage
    url: str
    is_sample: bool


class Day(NamedTuple):
    """A cell of the month; `more` says how many entries are not shown, `url` leads to them."""

    date: date
    is_off: bool
    happenings: list[Happening]
    more: str
    url: str


def month(asked: CourseFilter, found: Any, text: str) -> dict[str, Any]:
    """What the template of a month shows."""
    first = _asked_month(text)
    weeks = Calendar(firstweekday=0).monthdatescalendar(first.year, first.month)
    days = [day for week in weeks for day in week if day.month == first.month]
    cells: dict[date, list[Event]] = defaultdict(list)
    for event in events(found, days, times.own_zone(), READ):
        cells[event.day].append(event)
    shown = {day: _first(cells[day]) for day in days}
    names = session_names(found, {event.session_id for each in shown.values() for event in each})
    locale = numbers.locale()
    short, wide = (dates.get_day_names(width, locale=locale) for width in ("abbreviated", "wide"))

    def cell(day: date) -> Day:
        if day.month != first.month:
            return Day(day, True, [], "", "")
        entries = [_happening(event, names) for event in shown[day] if event.session_id in names]
        return Day(day, False, entries, _more(cells[day]), asked.query(day=day.isoformat()))

    return {
        "month": _month_name(first),
        "weekdays": [(short[number], wide[number]) for number in range(7)],
        "weeks": [[cell(day) for day in week] for week in weeks],
        "previous": _other_month(asked, first - timedelta(days=1)),
        "next": _other_month(asked, first + timedelta(days=32)),
        "is_empty": not any(cells.values()),
    }


def day(asked: CourseFilter, found: Any, asked_day: date, page: str) -> dict[str, Any]:
    """What the template of a single day shows."""
    number = int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 4 else 1
    number = min(max(number, 1), PAGES)
    read = events(found, [asked_day], times.own_zone(), PAGE + 1, (number - 1) * PAGE)
    kinds: dict[str, list[Event]] = defaultdict(list)
    for event in read:
        kinds[event.what].append(event)
    shown = [event for each in kinds.values() for event in each[:PAGE]]
    sessions = {each.pk: each for each in session_lines(found.filter(pk__in={e.session_id for e in shown}))}
    where = {"day": asked_day.isoformat()}
    lines = [_line(event, sessions[event.session_id]) for event in shown if event.session_id in sessions]
    goes_on = number < PAGES and any(len(each) > PAGE for each in kinds.values())
    return {
        "day": numbers.day(asked_day, "full"),
        "month": _month_name(asked_day),
        "month_url": asked.query(month=f"{asked_day:%Y-%m}"),
        "lines": lines,
        "previous_url": asked.query(**where, page=str(number - 1)) if number > 1 else "",
        "next_url": asked.query(**where, page=str(number + 1)) if goes_on else "",
    }


def asked_day(text: str) -> date | None:
    """The day that an address names, if it is one that calendars know."""
    try:
        asked = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None
    return asked if YEARS[0] <= asked.year <= YEARS[1] else None


def _asked_month(text: str) -> date:
    """The first day of the month that an address names, else of this one."""
    try:
        asked = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError:
        asked = timezone.localdate()
    if not YEARS[0] <= asked.year <= YEARS[1]:
        asked = timezone.localdate()
    return asked.replace(day=1)


def _other_month(asked: CourseFilter, day: date) -> tuple[str, str] | None:
    """The address and the name of another month, if it is one that calendars know."""
    if not YEARS[0] <= day.year <= YEARS[1]:
        return None
    return asked.query(month=f"{day:%Y-%m}"), _month_name(day)


def _month_name(day: date) -> str:
    return dates.format_skeleton("yMMMM", day, locale=numbers.locale())


def _first(found: list[Event]) -> list[Event]:
    """The entries of a cell: the first of each kind, then what comes next, in the order of the day."""
    firsts = list({event.what: event for event in reversed(found)}.values())
    others = [event for event in found if event not in firsts]
    chosen = {*firsts, *others[: max(A_DAY - len(firsts), 0)]}
    return [event for event in found if event in chosen]


def _more(found: list[Event]) -> str:
    """How many entries a cell leaves out, in words; "27+" where not all were read."""
    rest = len(found) - A_DAY
    if rest <= 0:
        return ""
    is_cut = any(sum(event.what == what for event in found) == READ for what in TONES)
    words = {"more": numbers.number(rest) + ("+" if is_cut else "")}
    return ngettext("and %(more)s more", "and %(more)s more", rest) % words


def _happening(event: Event, names: dict[int, SessionLine]) -> Happening:
    session = names[event.session_id]
    course = session.course
    title, is_sample = course.passage("title"), course.is_demonstration
    return Happening(_verb(event.what), TONES[event.what], title, address(session), is_sample)


def _line(event: Event, session: SessionLine) -> Line:
    return line(session)._replace(what=_verb(event.what))


def _verb(what: str) -> str:
    match what:
        case "starts":
            return _("begins")
        case "deadline":
            return _("deadline")
    return _("ends")
