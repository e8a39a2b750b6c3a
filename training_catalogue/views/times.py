"""When a session is, in words: where it takes place, and on the reader's own clock.

Visitors have no clock of their own (the portal knows none): they read the hours of the place.
"""

from datetime import datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import dates
from django.utils import timezone
from django.utils.translation import gettext as _

from network.ui import numbers, time_zones


@lru_cache(maxsize=600)
def zone_of(name: str) -> tzinfo:
    """The time zone of a session; UTC for one that this machine's data no longer knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def own_zone() -> str:
    """The reader's time zone by its IANA name; empty for who has none of their own."""
    name = timezone.get_current_timezone_name()
    return "" if name == "UTC" else name


def days(starts: datetime, ends: datetime, zone: str) -> str:
    """From the first to the last day: "1–18 Dec 2026"."""
    return _days(*(moment.astimezone(zone_of(zone)).date() for moment in (starts, ends)), numbers.locale())


@lru_cache(maxsize=5_000)
def _days(first: object, last: object, locale: str) -> str:
    if first == last:
        return dates.format_skeleton("yMMMd", first, locale=locale)  # type: ignore[arg-type]
    return dates.format_interval(first, last, "yMMMd", locale=locale)  # type: ignore[arg-type]


def day(moment: datetime, zone: str) -> str:
    """A day without its year: "27 Nov"."""
    return _day(moment.astimezone(zone_of(zone)).date(), numbers.locale())


@lru_cache(maxsize=5_000)
def _day(value: object, locale: str) -> str:
    return dates.format_skeleton("MMMd", value, locale=locale)  # type: ignore[arg-type]


def clock(moment: datetime, zone: str) -> str:
    """A day and an hour where the session takes place, with the name of the place's clock."""
    there = moment.astimezone(zone_of(zone))
    words = {"moment": numbers.day_and_clock_of(there), "zone": time_zones.name_of(zone)}
    return _("%(moment)s (%(zone)s)") % words


def here(moment: datetime, zone: str) -> str:
    """The same on the reader's own clock; empty where it shows the same, or the reader has none."""
    own = own_zone()
    if not own or moment.astimezone(zone_of(own)).utcoffset() == moment.astimezone(zone_of(zone)).utcoffset():
        return ""
    shown = moment.astimezone(zone_of(own))
    words = {"moment": numbers.day_and_clock_of(shown), "zone": time_zones.name_of(own)}
    return _("%(moment)s in %(zone)s, your time") % words
