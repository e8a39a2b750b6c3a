"""The hours of a forum in words: when it opens or closes, here and on the reader's clock."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui import numbers

from ..models import Space

WASHINGTON = ZoneInfo("America/New_York")  # where the Secretariat is


@dataclass(frozen=True)
class Hours:
    """What the panel of a forum with hours says. `state` is "ahead", "open" or "closed"."""

    state: str
    title: str
    moment: datetime
    there: str
    here: str
    day: int
    days: int

    @property
    def progress(self) -> str:
        """How far the forum has come, in words."""
        return _("Day %(day)s of %(days)s") % {"day": self.day, "days": self.days}


def hours_of(space: Space) -> Hours | None:
    """The hours of a space that has them."""
    if space.opens_at is None or space.closes_at is None:
        return None
    now, days = timezone.now(), max(1, (space.closes_at.date() - space.opens_at.date()).days)
    state = "closed" if space.has_closed else "open" if space.has_opened else "ahead"
    moment = space.opens_at if state == "ahead" else space.closes_at
    left = abs((timezone.localtime(moment).date() - timezone.localtime(now).date()).days)
    return Hours(
        state=state,
        title=_title(state, left),
        moment=moment,
        there=_clock(moment, WASHINGTON),
        here=_here(moment),
        day=min(days, max(1, (now.date() - space.opens_at.date()).days + 1)),
        days=days,
    )


def _title(state: str, days: int) -> str:
    if state == "closed":
        return _("Closed")
    if not days:
        return _("Opens today") if state == "ahead" else _("Closes today")
    if state == "ahead":
        return ngettext("Opens in %(days)s day", "Opens in %(days)s days", days) % {"days": days}
    return ngettext("Closes in %(days)s day", "Closes in %(days)s days", days) % {"days": days}


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    with timezone.override(zone):
        return numbers.day_and_clock(moment)


def _here(moment: datetime) -> str:
    """On the reader's own clock, where that is another."""
    zone = timezone.get_current_timezone()
    if moment.astimezone(zone).utcoffset() == moment.astimezone(WASHINGTON).utcoffset():
        return ""
    words = {"moment": numbers.day_and_clock(moment), "zone": numbers.zone_name()}
    return _("%(moment)s in %(zone)s, your time") % words if zone.key != "UTC" else f"{words['moment']} UTC"
