"""Controls that several forms of the Network share."""

import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choices import Language
from ..models import MemberState, Topic
from ..models.names import time_zones, validate_person_name
from ..ui import languages
from ..ui import time_zones as zones
from ..ui.widgets import Checkboxes, Radios

REASON_LENGTH = 500
LANGUAGE_HINT = _(
    "Write in the language that you know best. Others read it in theirs: a machine translates it, labelled "
    "as such until a person has approved it."
)


def most(model: Any, field: str) -> int | None:
    """How long a text of this column may be."""
    return model._meta.get_field(field).max_length


def source_language(**more: Any) -> forms.ChoiceField:
    """The language that a text is written in."""
    return forms.ChoiceField(
        label=_("Language that you write in"), choices=Language.choices, widget=Radios, **more
    )


def person_name(**kwargs: Any) -> forms.CharField:
    """A person's name, as the person writes it."""
    kwargs.setdefault("label", _("Name"))
    widget = forms.TextInput(attrs={"autocomplete": kwargs.pop("autocomplete", "name")})
    return NameField(max_length=150, validators=[validate_person_name], widget=widget, **kwargs)


class NameField(forms.CharField):
    """A line of text in the composed form of Unicode, so that the same name is the same text."""

    def to_python(self, value: Any) -> str:
        """Compose, and make one space of several."""
        return " ".join(unicodedata.normalize("NFC", super().to_python(value)).split())


def email(**kwargs: Any) -> forms.EmailField:
    """An e-mail address."""
    kwargs.setdefault("label", _("E-mail address"))
    widget = forms.EmailInput(attrs={"autocomplete": kwargs.pop("autocomplete", "email")})
    return forms.EmailField(max_length=254, widget=widget, **kwargs)


def language(**kwargs: Any) -> forms.ChoiceField:
    """One of the four languages; the page's language to begin with."""
    kwargs.setdefault("label", _("Language"))
    return forms.ChoiceField(choices=Language.choices, initial=languages.active, **kwargs)


def time_zone(**kwargs: Any) -> forms.ChoiceField:
    """One of the IANA time zones, the Americas first."""
    kwargs.setdefault("label", _("Time zone"))
    return forms.ChoiceField(choices=_zones, **kwargs)


def _zones() -> list[tuple[str, Any]]:
    americas, rest = zones.choices(time_zones())
    return [("UTC", "UTC"), (_("Americas"), americas), (_("Other regions"), rest)]


class StateField(forms.ModelChoiceField):
    """A member state by its name in the page's language."""

    def __init__(self, *, active_only: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Member state"))
        states = MemberState.objects.active() if active_only else MemberState.objects.all()
        super().__init__(queryset=states.order_by(f"name_{Language.EN}"), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """The state's name."""
        return obj.name


def reason(**kwargs: Any) -> forms.CharField:
    """Why: kept with the record, and shown to the person."""
    kwargs.setdefault("label", _("Reason"))
    kwargs.setdefault("help_text", _("It is kept with the record and shown to the person."))
    return forms.CharField(max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 2}), **kwargs)


class TopicsField(forms.ModelMultipleChoiceField):
    """Topics of the Network by their names."""

    widget = Checkboxes

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Topics"))
        kwargs.setdefault("required", False)
        super().__init__(queryset=Topic.objects.none(), **kwargs)

    def fill(self) -> None:
        """Topics grouped as on the topics' page; asked for when the form is made."""
        self.queryset = Topic.objects.filter(parent__isnull=False)
        groups: dict[str, list[tuple[str, str]]] = {}
        for topic in self.queryset.select_related("parent").order_by("parent__position", "position"):
            groups.setdefault(topic.parent.name, []).append((topic.pk, topic.name))
        self.choices = list(groups.items())
