"""Section 1: what it is called, whose it is, how it is classified, where and when."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import IccsSection, Organization, Topic
from network.ui.widgets import Checkboxes

from ..choices import Approach
from ..models import Practice
from ..services.organizations import own_organization
from .base import SectionForm
from .fields import Text, choice, date, is_before, line, plain, tick


class TopicField(forms.ModelMultipleChoiceField):
    """Topics under their groups, in one query."""

    widget = Checkboxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Topic.objects.leaves(), **kwargs)


def grouped_topics() -> list[tuple[str, list[tuple[str, str]]]]:
    """Topics by group, in the active language."""
    topics = list(Topic.objects.all())
    return [
        (group.name, [(topic.pk, topic.name) for topic in topics if topic.parent_id == group.pk])
        for group in topics
        if group.parent_id is None
    ]


class IdentityForm(SectionForm):
    """Section 1."""

    title = line(Practice, "title", _("The programme's own name, as it is known in your country."))
    title_language = forms.ChoiceField(
        label=_("Language of the title"), required=False, choices=Language.choices
    )
    summary = plain(
        Practice,
        "summary",
        _("What is done, for whom and why, in up to 1,000 characters. It is what people read first."),
        rows=5,
    )
    organization = forms.ModelChoiceField(
        label=_("Organization"),
        help_text=_("The body that carries the practice out or is responsible for it."),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("Choose, or write the name below"),
    )
    organization_name = Text(
        label=_("Name of the organization, if it is not in the list"),
        required=False,
        max_length=250,
        widget=forms.TextInput,
    )
    topics = TopicField(label=_("Topics"), required=False)
    prevention_level = choice(Practice, "prevention_level", radios=True)
    population_reach = choice(Practice, "population_reach", radios=True)
    approaches = forms.MultipleChoiceField(
        label=_("Approaches"), required=False, choices=Approach.choices, widget=Checkboxes
    )
    iccs_sections = forms.ModelMultipleChoiceField(
        label=_("Kinds of crime addressed (ICCS)"),
        help_text=_(
            "Sections of the International Classification of Crime for Statistical Purposes. May stay empty."
        ),
        required=False,
        queryset=IccsSection.objects.all(),
        widget=Checkboxes,
    )
    scale = choice(Practice, "scale")
    places = line(Practice, "places", _("Municipalities, departments or regions where it runs."))
    started_on = date(
        Practice, "started_on", _("For example, 27 3 2024. If you know only the year, the year is enough.")
    )
    is_ongoing = tick(Practice, "is_ongoing")
    ended_on = date(Practice, "ended_on", _("Leave it empty while the practice runs."))

    def __init__(self, data: Any = None, *, practice: Practice, **kwargs: Any) -> None:
        super().__init__(data, practice=practice, **kwargs)
        self.fields["organization"].queryset = Organization.objects.filter(
            Q(is_verified=True) | Q(practices=practice), state_id=practice.country_id
        ).distinct()
        self.fields["topics"].choices = grouped_topics()

    def initial_of(self, practice: Practice) -> dict[str, Any]:
        """The title's language is the text's unless said; a name that was typed is shown as typed."""
        own = own_organization(practice)
        return {
            "title_language": practice.language_of("title"),
            "organization": None if own else practice.organization_id,
            "organization_name": own.name if own else "",
        }

    def clean(self) -> dict[str, Any]:
        """The end does not lie before the start, and what still runs has none; one organization."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("started_on", ""), cleaned.get("ended_on", "")
        if is_before(end, start):
            self.complain("ended_on", _("The end lies before the start: check both dates."))
        elif end and cleaned.get("is_ongoing"):
            self.complain(
                "ended_on", _("A practice that is still running has no end yet: leave one of the two empty.")
            )
        if cleaned.get("organization") and cleaned.get("organization_name"):
            self.complain("organization_name", _("Choose from the list or write a name, not both."))
        return cleaned
