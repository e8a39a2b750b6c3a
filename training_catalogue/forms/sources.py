"""An address at which a provider keeps its courses, and what that list leaves out."""

from copy import deepcopy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.forms import fields
from network.forms.hours import WASHINGTON
from network.models import Organization, User
from network.ui.widgets import Radios

from ..models import HarvestSource
from ..services.harvesting.sources import can_harvest
from .courses import CourseForm, providers_of

LEFT_OUT = ("topics", "pillar", "level", "mode", "languages", "admission", "contact_email")


def _like(name: str) -> forms.Field:
    """The field of the course's own form."""
    return deepcopy(CourseForm.base_fields[name])


class SourceForm(forms.Form):
    """The address, and what stands for whatever the list does not say."""

    use_required_attribute = False
    address = forms.URLField(
        label=gettext_lazy("Address of the list"),
        help_text=gettext_lazy(
            "A page or a file with your courses as schema.org data (Course, CourseInstance; JSON-LD), or a"
            " CSV file with the headings of the template. Up to 5 MB."
        ),
        max_length=500,
        assume_scheme="https",
    )
    time_zone = fields.time_zone(label=gettext_lazy("Time zone of hours that name none"), initial=WASHINGTON)
    topics = fields.TopicsField()
    pillar = _like("pillar")
    level = _like("level")
    mode = _like("mode")
    languages = _like("languages")
    admission = _like("admission")
    contact_email = _like("contact_email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].fill()  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, source: HarvestSource) -> dict[str, Any]:
        """What the form shows of a source."""
        return {"address": source.address, **source.defaults}

    def clean_address(self) -> str:
        """Addresses of the web alone."""
        address: str = self.cleaned_data["address"]
        if not address.lower().startswith(("http://", "https://")):
            raise ValidationError(_("The address must begin with https:// or http://."))
        return address

    def defaults(self) -> dict[str, Any]:
        """What stands for whatever the list does not say, by the columns of the import."""
        found = {name: self.cleaned_data[name] for name in (*LEFT_OUT, "time_zone")}
        found["topics"] = [topic.pk for topic in found["topics"]]
        return {name: value for name, value in found.items() if value}


class NewSourceForm(SourceForm):
    """A new source: whose it is and in which language it is written, besides."""

    provider = forms.ModelChoiceField(
        label=gettext_lazy("Provider"), queryset=Organization.objects.none(), empty_label=None
    )
    language = fields.language(label=gettext_lazy("Language of the texts"), widget=Radios)
    field_order = ("provider", "address", "language", "time_zone", *LEFT_OUT)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = [each.pk for each in providers_of(user) if can_harvest(user, each)]
        self.fields["provider"].queryset = providers_of(user).filter(pk__in=mine)  # type: ignore[attr-defined]
