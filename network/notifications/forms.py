"""Preferences about mails, and announcements."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.models import MemberState
from network.ui.fields import MultipleCheckboxes
from network.ui.widgets import DayInput, Radios

from .choices import Frequency, Weekday
from .kinds import Kind, kinds
from .models import Announcement, MailSettings

HOURS = [(hour, f"{hour:02d}:00") for hour in range(24)]


class PreferencesForm(forms.Form):
    """One question per kind of news, and when summaries come."""

    digest_hour = forms.TypedChoiceField(
        label=_("Summaries come at"), choices=HOURS, coerce=int, help_text=_("In your own time zone.")
    )
    digest_weekday = forms.TypedChoiceField(
        label=_("The weekly summary comes on"), choices=Weekday.choices, coerce=int
    )
    paused_until = forms.DateField(
        label=_("No mails until"),
        required=False,
        help_text=_(
            "What happens meanwhile comes with the first summary after that day. Leave empty for no pause."
        ),
        widget=DayInput(),
    )

    def __init__(self, *args: Any, mail_settings: MailSettings, chosen: dict[str, str], **kwargs: Any):
        initial = {
            "digest_hour": mail_settings.digest_hour,
            "digest_weekday": mail_settings.digest_weekday,
            "paused_until": mail_settings.paused_until and timezone.localdate(mail_settings.paused_until),
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.kinds = kinds()
        for kind in self.kinds:
            self.fields[self.name_of(kind)] = forms.ChoiceField(
                label=kind.label,
                choices=[(Frequency.AT_ONCE.value, Frequency.AT_ONCE.label)]
                if kind.required
                else Frequency.choices,
                initial=Frequency.AT_ONCE if kind.required else chosen.get(kind.verb, kind.default),
                disabled=kind.required,
                help_text=_("Always sent: it concerns your account.") if kind.required else "",
            )

    @staticmethod
    def name_of(kind: Kind) -> str:
        """Name of the field of a kind; dots would trouble scripts and style sheets."""
        return kind.verb.replace(".", "-")

    def groups(self) -> list[tuple[str, list[Any]]]:
        """The questions by category, for the page."""
        found: dict[str, list[Any]] = {}
        for kind in self.kinds:
            found.setdefault(str(kind.category.label), []).append(self[self.name_of(kind)])
        return list(found.items())

    def wishes(self) -> dict[str, Frequency]:
        """What was chosen, by verb, where there is a choice."""
        return {
            kind.verb: Frequency(self.cleaned_data[self.name_of(kind)])
            for kind in self.kinds
            if not kind.required
        }

    def clean_paused_until(self) -> datetime | None:
        """The beginning of that day in the person's time zone."""
        day = self.cleaned_data["paused_until"]
        return timezone.make_aware(datetime.combine(day, time())) if day else None


class ObjectForm(forms.Form):
    """How often to be told about one thing."""

    AS_USUAL = "usual"

    frequency = forms.ChoiceField(
        label=_("Mails about this"),
        choices=[(AS_USUAL, _("As my settings say")), *Frequency.choices],
        widget=Radios,
    )

    def chosen(self) -> Frequency | None:
        """The wish, or None for none."""
        value = self.cleaned_data["frequency"]
        return None if value == self.AS_USUAL else Frequency(value)


class AnnouncementForm(forms.ModelForm):
    """Title and text in four languages, and to whom."""

    roles = MultipleCheckboxes(label=_("To whom"), choices=Role.choices)
    states = forms.ModelMultipleChoiceField(
        label=_("Of which States"),
        queryset=MemberState.objects.active(),
        required=False,
        help_text=_(
            "None chosen means all. Roles that belong to no State are reached only if none is chosen."
        ),
    )

    class Meta:
        model = Announcement
        fields = [
            *(f"{name}_{code}" for code, _language in settings.LANGUAGES for name in ("title", "text")),
            "roles",
            "states",
        ]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            for name, label in (("title", _("Title")), ("text", _("Text"))):
                field = self.fields[f"{name}_{code}"]
                field.label = label
                field.required = False
                field.widget.attrs["lang"] = code
            self.fields[f"text_{code}"].help_text = _("Plain text; an empty line begins a new paragraph.")
            self.fields[f"title_{code}"].label_suffix = language

    def by_language(self) -> list[tuple[str, str, list[Any]]]:
        """The fields of each language: code, own name, fields."""
        return [
            (code, language, [self[f"title_{code}"], self[f"text_{code}"]])
            for code, language in settings.LANGUAGES
        ]

    def clean(self) -> dict[str, Any]:
        """At least one language must be begun; all four are needed when it is proposed."""
        data = super().clean() or {}
        if not any(data.get(f"title_{code}") for code, _language in settings.LANGUAGES):
            raise ValidationError(_("Write the title in at least one language."))
        return data
