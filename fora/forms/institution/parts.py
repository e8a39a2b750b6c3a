"""What belongs to a forum: points of its agenda, papers with their versions, people."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import Language
from network.forms import fields
from network.forms.fields import most
from network.forms.hours import HoursForm
from network.services.inspecting import ACCEPTED, file_hint, too_large
from network.ui.uploads import too_large_files
from network.ui.widgets import DayInput, FileUpload

from ...choices import Capacity
from ...models import AgendaItem, BackgroundPaper, Space
from ...services.preparing import ItemWords, PaperWords
from .spaces import language_field


class ItemForm(HoursForm):
    """A point of the agenda."""

    use_required_attribute = False
    source_language = language_field()
    title = forms.CharField(label=_("Title"), max_length=most(AgendaItem, "title"))
    description = forms.CharField(
        label=_("Guiding questions"),
        required=False,
        max_length=most(AgendaItem, "description"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("title", "description", "source_language", "opens_at", "closes_at", "time_zone")

    def __init__(
        self, *args: Any, space: Space, zone: str, item: AgendaItem | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("source_language", item.source_language if item else space.source_language)
        if item:
            self.initial |= {"title": item.original("title"), "description": item.original("description")}
        self.set_hours({name: getattr(item, name, None) for name in self.hour_names}, zone)
        for name in self.hour_names:
            self.fields[name].help_text = _("Leave empty if it is open as long as the forum.")

    def words(self) -> ItemWords:
        """What the service takes."""
        data = self.cleaned_data
        return ItemWords(
            title=data["title"],
            language=data["source_language"],
            description=data["description"],
            opens_at=data["opens_at"],
            closes_at=data["closes_at"],
        )


class PaperForm(forms.Form):
    """What a background paper is called and how it is cited."""

    use_required_attribute = False
    title = forms.CharField(label=_("Title"), max_length=most(BackgroundPaper, "title"))
    source_language = language_field(help_text=_("The language of this title."))
    symbol = forms.CharField(
        label=_("Symbol"),
        help_text=_("For example AG/RES. 2866 (XLIV-O/14)."),
        required=False,
        max_length=most(BackgroundPaper, "symbol"),
    )
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=1889,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--4", "maxlength": 4}),
    )

    def __init__(self, *args: Any, space: Space, paper: BackgroundPaper | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("source_language", paper.source_language if paper else space.source_language)
        if paper:
            self.initial |= {"title": paper.original("title"), "symbol": paper.symbol, "year": paper.year}

    def words(self) -> PaperWords:
        """What the service takes."""
        data = self.cleaned_data
        return PaperWords(data["title"], data["source_language"], data["symbol"], data["year"])


class VersionForm(forms.Form):
    """A paper in one language: a file or a link."""

    use_required_attribute = False
    language = forms.ChoiceField(label=_("Language of the document"), choices=Language.choices)
    file = forms.FileField(
        label=_("File"),
        help_text=file_hint(),
        required=False,
        allow_empty_file=True,
        widget=FileUpload(attrs={"accept": ACCEPTED}),
    )
    url = forms.URLField(
        label=_("Or an address where it is"), required=False, max_length=500, assume_scheme="https"
    )

    def __init__(self, *args: Any, dropped: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dropped = dropped

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data = super().clean() or self.cleaned_data
        if self.dropped is not None and too_large_files(self.dropped):
            self.add_error("file", too_large())
        elif not self.errors and bool(data.get("file")) == bool(data.get("url")):
            self.add_error("file", _("Choose a file or enter an address: one of the two."))
        return data


class PlaceForm(forms.Form):
    """Who is to be what in a space, until when and why."""

    use_required_attribute = False
    email = fields.email(label=_("E-mail address of the person"), autocomplete="off")
    capacity = forms.ChoiceField(
        label=pgettext_lazy("what a person is in a space", "Capacity"), choices=Capacity.choices
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=DayInput(),
        help_text=_("Leave empty if no end is known."),
    )
    reason = fields.reason()

    def __init__(self, *args: Any, staff: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not staff:
            self.fields["capacity"].choices = [(Capacity.MEMBER, Capacity.MEMBER.label)]  # type: ignore[attr-defined]

    def ends_at(self) -> dt.datetime | None:
        """The end of the last day, in the time zone of the page."""
        day = self.cleaned_data["ends_on"]
        return timezone.make_aware(dt.datetime.combine(day, dt.time.max)) if day else None


class EndForm(forms.Form):
    """Why a place ends."""

    use_required_attribute = False
    reason = fields.reason()
