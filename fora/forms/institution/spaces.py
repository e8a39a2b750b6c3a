"""A space as it is filled in: texts, who reads it, hours, place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.forms import fields
from network.forms.fields import LANGUAGE_HINT, TopicsField, most
from network.forms.fields import source_language as language_field
from network.forms.hours import HoursForm
from network.ui.widgets import DayInput, MarkdownTextarea, Radios

from ...choices import Access, SpaceKind
from ...models import Space
from ...services.preparing.spaces import TEXTS


class SpaceForm(HoursForm):
    """A space: its texts in the language of who writes, in others where people write those too; hours, place.

    `staff` adds who reads it and whether posts are read first. What is empty in another language is left to
    the translators.
    """

    use_required_attribute = False
    kind = forms.ChoiceField(label=_("Kind"), choices=SpaceKind.choices, widget=Radios)
    source_language = language_field(help_text=LANGUAGE_HINT)
    access = forms.ChoiceField(label=_("Who reads it"), choices=Access.choices, widget=Radios)
    is_premoderated = forms.BooleanField(
        label=_("A moderator reads every post before it is published"), required=False
    )
    place = forms.CharField(label=_("Place"), max_length=most(Space, "place"), required=False)
    starts_on = forms.DateField(label=_("First day"), required=False, widget=DayInput())
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=DayInput())
    live_url = forms.URLField(
        label=_("Address of the live session"), required=False, max_length=500, assume_scheme="https"
    )
    recording_url = forms.URLField(
        label=_("Address of the recording"), required=False, max_length=500, assume_scheme="https"
    )
    country = fields.StateField(
        label=_("Proposed by"), active_only=False, required=False, empty_label=_("None")
    )
    topics = TopicsField()

    def __init__(self, *args: Any, space: Space | None, staff: bool, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.space = space
        self.source = space.source_language if space else ""
        self._add_texts()
        self.fields["topics"].fill()  # type: ignore[attr-defined]
        if space:
            del self.fields["kind"], self.fields["source_language"]
            self._show(space, zone)
        else:
            self.initial.setdefault("time_zone", zone)
            self.initial.setdefault("access", Access.PUBLIC)
        if not staff:
            for name in ("access", "is_premoderated", "country"):
                del self.fields[name]

    def _add_texts(self) -> None:
        """Title, description and concept note in each language; the own one first."""
        labels = {
            "title": (_("Title (%(language)s)"), forms.TextInput()),
            "description": (_("What it is for (%(language)s)"), forms.Textarea(attrs={"rows": 3})),
            "concept_note": (_("Concept note (%(language)s)"), None),
        }
        codes = sorted(Language.values, key=lambda code: code != self.source)
        for code in codes:
            for name, (label, widget) in labels.items():
                made = widget.__class__(attrs=dict(widget.attrs)) if widget else MarkdownTextarea()
                if code != self.source and self.source:
                    made.attrs["lang"] = code
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=label % {"language": Language(code).label},
                    required=False,
                    max_length=most(Space, name),
                    widget=made,
                )

    def _show(self, space: Space, zone: str) -> None:
        self.set_hours({"opens_at": space.opens_at, "closes_at": space.closes_at}, zone)
        for name in self.fields:
            if name not in self.hour_names and name not in ("time_zone", "topics") and hasattr(space, name):
                self.initial[name] = getattr(space, name)
        for code in Language.values:
            for name in TEXTS:
                mark = space.translation_marks.get(code, {}).get(name, "")
                text = getattr(space, f"{name}_{code}") or ""
                self.initial[f"{name}_{code}"] = "" if mark.startswith("machine:") else text
        self.initial["topics"] = list(space.topics.values_list("pk", flat=True))

    def own_texts(self) -> list[forms.BoundField]:
        """The fields of the language that the space is written in."""
        return [self[f"{name}_{self.source}"] for name in TEXTS] if self.source else []

    def other_texts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Those of the other languages, by language."""
        return [
            (code, [self[f"{name}_{code}"] for name in TEXTS])
            for code in Language.values
            if code != self.source
        ]

    def clean(self) -> dict[str, Any]:
        """A title in the language that it is written in."""
        data = super().clean()
        source = self.source or data.get("source_language", "")
        if source and not data.get(f"title_{source}"):
            self.add_error(f"title_{source}", _("Enter a title."))
        return data

    def changes(self) -> dict[str, Any]:
        """What the service takes: columns and values; an empty translation is nobody's wish."""
        source = self.source or self.cleaned_data["source_language"]
        left_out = {"kind", "source_language", "time_zone"}
        found = {}
        for name, value in self.cleaned_data.items():
            field, _sign, code = name.rpartition("_")
            is_translation = field in TEXTS and code != source
            if name in left_out or (is_translation and not value):
                continue
            found[name] = value
        return found
