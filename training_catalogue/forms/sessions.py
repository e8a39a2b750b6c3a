"""A session as its provider writes it: hours in the time zone of the place."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.forms.hours import HourField, HoursForm

from ..models import Session

TEXTS = ("place", "note")
HOURS = ("starts_at", "ends_at", "deadline_at")


def _label(name: str) -> Any:
    return capfirst(Session._meta.get_field(name).verbose_name)


class SessionForm(HoursForm):
    """When and where a course is given."""

    use_required_attribute = False
    opens_at = closes_at = None  # type: ignore[assignment]  # a session has other hours
    is_any_time = forms.BooleanField(
        label=_label("is_any_time"),
        required=False,
        help_text=gettext_lazy("Then leave the hours empty."),
    )
    starts_at = HourField(label=_label("starts_at"), required=False)
    ends_at = HourField(label=_label("ends_at"), required=False)
    deadline_at = HourField(label=_label("deadline_at"), required=False)
    place = forms.CharField(label=_label("place"), required=False, max_length=200)
    link = forms.URLField(label=_label("link"), required=False, max_length=500, assume_scheme="https")
    seats = forms.IntegerField(
        label=_label("seats"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=gettext_lazy("Leave it empty if there is no limit."),
        widget=forms.NumberInput(attrs={"class": "input--10", "inputmode": "numeric"}),
    )
    note = forms.CharField(
        label=_label("note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    takes_applications = forms.BooleanField(label=_label("takes_applications"), required=False)
    accepts_at_once = forms.BooleanField(
        label=_label("accepts_at_once"),
        required=False,
        help_text=gettext_lazy("Otherwise you decide on each application."),
    )
    has_wait_list = forms.BooleanField(
        label=_label("has_wait_list"),
        required=False,
        initial=True,
        help_text=gettext_lazy("A seat that becomes free goes to the first person on it, who is told."),
    )
    hour_names = HOURS
    field_order = (
        "is_any_time",
        "starts_at",
        "ends_at",
        "deadline_at",
        "time_zone",
        "place",
        "link",
        "seats",
        "takes_applications",
        "accepts_at_once",
        "has_wait_list",
        "note",
    )

    def show(self, session: Session) -> None:
        """Show a stored session, its hours in its own zone."""
        plain = (
            "is_any_time",
            "link",
            "seats",
            "takes_applications",
            "accepts_at_once",
            "has_wait_list",
        )
        self.initial |= {name: getattr(session, name) for name in plain}
        self.initial |= {name: session.original(name) for name in TEXTS}
        self.set_hours({name: getattr(session, name) for name in HOURS}, session.time_zone)

    def values(self, language: str) -> dict[str, Any]:
        """Columns for the service, texts in their language."""
        found = self.cleaned_data.items()
        return {(f"{name}_{language}" if name in TEXTS else name): value for name, value in found}

    def clean(self) -> dict[str, Any]:
        """Hours in their order, unless participants begin when they like."""
        data = super().clean()
        if data.get("is_any_time"):
            data["starts_at"] = data["ends_at"] = None
            return data
        for name in ("starts_at", "ends_at"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Enter a day and an hour."))
        if self.errors:
            return data
        if data["ends_at"] < data["starts_at"]:
            self.add_error("ends_at", _("The session cannot end before it begins."))
        if data.get("deadline_at") and data["deadline_at"] > data["starts_at"]:
            self.add_error("deadline_at", _("One must apply before the session begins."))
        return data


class NewSessionForm(SessionForm):
    """A new session, which may be opened for application at once."""

    is_open = forms.BooleanField(
        label=gettext_lazy("Open it for application at once"), required=False, initial=True
    )

    def values(self, language: str) -> dict[str, Any]:
        """Without what is no column."""
        return {name: value for name, value in super().values(language).items() if name != "is_open"}
