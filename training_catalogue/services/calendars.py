"""Sessions as iCalendar (RFC 5545): stable UIDs, a SEQUENCE that rises, cancelled ones kept as such."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, vText
from icalendar.parser import Contentline

from network.ui.languages import colon

from ..choices import SessionState
from ..querysets.sessions import CalendarLine

MOST = 5000  # sessions in one feed
KEPT_DAYS = 30  # so long after its end a session stays in feeds
END = b"END:VCALENDAR\r\n"
STATUS = {SessionState.CANCELLED: "CANCELLED", SessionState.ANNOUNCED: "TENTATIVE"}


def as_calendar(lines: Iterable[CalendarLine], *, name: str, language: str) -> bytes:
    """A calendar of dated sessions, in UTC: every calendar shows them on its reader's own clock.

    `language` is that of the lines and of the pages that they lead to. `name` is how calendar programs call
    the feed.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{_host()}//training//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    base, host = settings.PUBLIC_URL.rstrip("/"), _host()
    head = bytes(calendar.to_ical()).removesuffix(END)
    return head + b"".join(_event(line, base, host, language) for line in lines) + END


def _event(line: CalendarLine, base: str, host: str, language: str) -> bytes:
    """One session. The library escapes and folds; its objects for thousands of events would take seconds."""
    changed = _in_utc(line.changed_at)
    page = f"{base}/{language}/training/courses/{line.identifier}/#session-{line.pk}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{line.uuid}@{host}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{line.sequence}",
        f"DTSTART:{_in_utc(line.starts_at)}",
        f"DTEND:{_in_utc(line.ends_at)}",
        f"STATUS:{STATUS.get(SessionState(line.state), 'CONFIRMED')}",
        _folded("SUMMARY", vText(line.title)),
        _folded("URL", page),
    ]
    if line.place:
        lines.append(_folded("LOCATION", vText(line.place)))
    lines.append("END:VEVENT\r\n")
    return "\r\n".join(lines).encode()


def _folded(name: str, value: str | vText) -> str:
    text = value.to_ical().decode() if isinstance(value, vText) else value
    return Contentline(f"{name}:{text}").to_ical().decode()


def _in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def calendar_name(words: str) -> str:
    """How calendar programs call a feed of a search."""
    title = _("Courses of the Inter-American Network")
    return f"{title}{colon()} {words}" if words else title


def _host() -> str:
    return settings.PUBLIC_URL.partition("://")[2].partition("/")[0].partition(":")[0] or "portal"
