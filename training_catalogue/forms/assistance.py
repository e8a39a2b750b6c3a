"""An offer or a request as it is filled in, and the words that go with its steps."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import Language, Role
from network.forms.fields import LANGUAGE_HINT, TopicsField, most, source_language
from network.models import MemberState, Organization, User
from network.ui.fields import DayField, MultipleCheckboxes
from network.ui.widgets import MarkdownTextarea, Radios

from ..choices.assistance import AssistanceKind, CostSharing, Modality, Priority
from ..choices.parties import Audience
from ..models import Assistance, Inquiry
from ..rules.assistance import is_staff_manager
from ..services.assistance.writing import TEXTS, AssistanceWords

VALUES = ("modalities", "languages", "addressed_to", "starts_on", "ends_on", "cost_sharing", "is_two_way")
NOT_SAID = [("", gettext_lazy("Not said"))]
_STATE, _BODY = "state:", "organization:"


def parties_of(user: User) -> list[tuple[str, Any]]:
    """States and organizations that the person may begin a record for, as options of a form."""
    states, bodies = MemberState.objects.active(), Organization.objects.filter(is_verified=True)
    if not is_staff_manager(user):
        states = states.filter(pk__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        bodies = bodies.filter(pk__in=user.bodies(Role.PROVIDER_EDITOR))
    listed = [(f"{_STATE}{state.pk}", state.name) for state in states]
    groups = [
        (_("Member states"), sorted(listed, key=lambda pair: pair[1])),
        (_("Organizations"), [(f"{_BODY}{body.pk}", body.name) for body in bodies.order_by("name")]),
    ]
    return [group for group in groups if group[1]]


class AssistanceForm(forms.Form):
    """What is offered or asked for. `record` is changed; without it one of `kind` begins."""

    use_required_attribute = False
    party = forms.ChoiceField(label=gettext_lazy("For whom you write"))
    source_language = source_language(help_text=LANGUAGE_HINT)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=most(Assistance, "title"))
    description = forms.CharField(
        label=gettext_lazy("Description"),
        max_length=most(Assistance, "description"),
        widget=MarkdownTextarea,
    )
    topics = TopicsField(required=True)
    modalities = MultipleCheckboxes(
        label=gettext_lazy("In which shape"), choices=Modality.choices, required=False
    )
    languages = MultipleCheckboxes(
        label=gettext_lazy("Working languages"), choices=Language.choices, required=False
    )
    addressed_to = MultipleCheckboxes(
        label=gettext_lazy("Addressed to"),
        choices=Audience.choices,
        required=False,
        help_text=gettext_lazy("Leave empty for all."),
    )
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"), choices=[*NOT_SAID, *Priority.choices], widget=Radios, required=False
    )
    starts_on = DayField(label=gettext_lazy("From"), required=False)
    ends_on = DayField(label=gettext_lazy("Until"), required=False)
    cost_sharing = forms.ChoiceField(
        label=gettext_lazy("Costs"), choices=[*NOT_SAID, *CostSharing.choices], widget=Radios, required=False
    )
    conditions = forms.CharField(
        label=gettext_lazy("Conditions"),
        max_length=most(Assistance, "conditions"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    is_two_way = forms.BooleanField(label=gettext_lazy("It goes both ways"), required=False)
    in_return = forms.CharField(
        label=gettext_lazy("What is offered or asked for in return"),
        max_length=most(Assistance, "in_return"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    contact_unit = forms.CharField(
        label=gettext_lazy("Unit in charge"),
        max_length=most(Assistance, "contact_unit"),
        required=False,
        help_text=gettext_lazy("People write to it through the portal; no address is shown."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, user: User, kind: str, record: Assistance | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        self.fields["topics"].fill()  # type: ignore[attr-defined]
        if kind == AssistanceKind.OFFER:
            del self.fields["priority"]
        if record is not None:
            del self.fields["party"]
            self.initial |= _initial(record)
            return
        self.initial.setdefault("source_language", user.language)
        parties = parties_of(user)
        self.fields["party"].choices = parties  # type: ignore[attr-defined]
        self.initial.setdefault("party", parties[0][1][0][0] if parties else "")

    def clean(self) -> dict[str, Any]:
        """Days in order."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first one."))
        return data

    def party_chosen(self) -> dict[str, Any]:
        """The state or the organization, as the service takes it."""
        chosen = self.cleaned_data["party"]
        if chosen.startswith(_STATE):
            return {"country": MemberState.objects.get(pk=chosen.removeprefix(_STATE))}
        return {"organization": Organization.objects.get(pk=chosen.removeprefix(_BODY))}

    def words(self) -> AssistanceWords:
        """What the service takes."""
        data = self.cleaned_data
        names = (*VALUES, "priority") if "priority" in self.fields else VALUES
        return AssistanceWords(
            language=data["source_language"],
            texts={name: data[name].strip() for name in TEXTS},
            values={name: data[name] for name in names},
            topics=tuple(data["topics"]),
        )


def _initial(record: Assistance) -> dict[str, Any]:
    return {
        **{name: record.original(name) for name in TEXTS},
        **{name: getattr(record, name) for name in (*VALUES, "priority", "source_language", "revision")},
        "topics": [topic.pk for topic in record.topics.all()],
    }


class CommentForm(forms.Form):
    """Why: for steps that need it."""

    use_required_attribute = False
    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The people concerned read it."),
    )


class InquiryForm(forms.Form):
    """A message to those who speak for a party."""

    use_required_attribute = False
    text = forms.CharField(
        label=gettext_lazy("Message"),
        max_length=most(Inquiry, "text"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "Your name and e-mail address are shown to them, so that they can answer you."
        ),
    )


class PairForm(forms.Form):
    """An offer and a request that the Secretariat sees fit, by the numbers in their addresses."""

    use_required_attribute = False
    offer = forms.IntegerField(label=gettext_lazy("Number of the offer"), min_value=1, max_value=2**31)
    request = forms.IntegerField(label=gettext_lazy("Number of the request"), min_value=1, max_value=2**31)
    note = forms.CharField(
        label=gettext_lazy("Why the two fit"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def pair(self) -> tuple[Assistance | None, Assistance | None]:
        """Both records, None for one that does not stand open."""
        found = Assistance.objects.published().in_bulk(
            [self.cleaned_data["offer"], self.cleaned_data["request"]]
        )
        return found.get(self.cleaned_data["offer"]), found.get(self.cleaned_data["request"])
