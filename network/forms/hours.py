"""Hours as people write them: a day, an hour, and the time zone that both are meant in."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import fields

WASHINGTON = "America/New_York"  # where the Secretariat is


class HourWidget(forms.DateTimeInput):
    """The browser's own control for a day and an hour."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(attrs={"class": "input--14"}, format="%Y-%m-%dT%H:%M")


class HourField(forms.Field):
    """A day and an hour without time zone; cleans to a naive datetime, or None."""

    widget = HourWidget

    def to_python(self, value: Any) -> dt.datetime | None:
        """Read what the browser sends: 2026-11-27T18:00."""
        if not value:
            return None
        if isinstance(value, dt.datetime):
            return value
        try:
            found = dt.datetime.fromisoformat(str(value).strip())
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None or not 2000 <= found.year <= 2100:
            raise forms.ValidationError(_("Enter a day and an hour."))
        return found.replace(second=0, microsecond=0)


class HoursForm(forms.Form):
    """First and last hour, in a time zone that is said; `instance_hours` are those stored."""

    opens_at = HourField(label=gettext_lazy("First hour"), required=False)
    closes_at = HourField(label=gettext_lazy("Last hour"), required=False)
    time_zone = fields.time_zone(
        label=gettext_lazy("Time zone of these hours"),
        help_text=gettext_lazy("Each reader sees the hours in the own time zone."),
    )
    hour_names = ("opens_at", "closes_at")

    def set_hours(self, stored: dict[str, dt.datetime | None], zone: str) -> None:
        """Show stored hours in a zone."""
        self.initial.setdefault("time_zone", zone)
        shown = ZoneInfo(self.initial["time_zone"])
        for name, value in stored.items():
            self.initial[name] = timezone.make_naive(value, shown) if value else None

    def clean(self) -> dict[str, Any]:
        """Each hour made one of the whole world; an hour that does not exist, or twice, is asked anew."""
        data = super().clean() or self.cleaned_data
        zone = data.get("time_zone")
        if not zone:
            return data
        for name in self.hour_names:
            if isinstance(data.get(name), dt.datetime):
                self._place(data, name, ZoneInfo(zone))
        return data

    def _place(self, data: dict[str, Any], name: str, zone: ZoneInfo) -> None:
        naive = data[name]
        first, second = (naive.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
        if first.astimezone(zone).replace(tzinfo=None) != naive:
            self.add_error(
                name, _("This hour does not exist: the clocks are put forward that night. Choose another.")
            )
        elif first != second:
            self.add_error(
                name, _("This hour comes twice: the clocks are put back that night. Choose another.")
            )
        else:
            data[name] = first
