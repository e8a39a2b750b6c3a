"""A topic for a forum: proposed by a state's focal point, decided by staff."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import Language, Role
from network.forms.fields import LANGUAGE_HINT, TopicsField, most
from network.forms.hours import HoursForm
from network.models import MemberState, User
from network.ui.widgets import DayInput, MarkdownTextarea, Radios

from ...choices import ForumFormat
from ...models import TopicProposal
from ...services.preparing.spaces import check_days, check_hours


class ProposalForm(forms.Form):
    """What a focal point proposes for the own state."""

    use_required_attribute = False
    country = forms.ModelChoiceField(
        label=_("Member state"), queryset=MemberState.objects.none(), empty_label=None
    )
    source_language = forms.ChoiceField(
        label=_("Language that you write in"),
        help_text=LANGUAGE_HINT,
        choices=Language.choices,
        widget=Radios,
    )
    title = forms.CharField(label=_("Topic"), max_length=most(TopicProposal, "title"))
    rationale = forms.CharField(
        label=_("Why this topic"),
        help_text=_("What the dialogue is to clear up, who should take part, and what is to come of it."),
        max_length=most(TopicProposal, "rationale"),
        widget=MarkdownTextarea,
    )
    forum_format = forms.ChoiceField(
        label=_("How the forum is to meet"),
        choices=ForumFormat.choices,
        widget=Radios,
        initial=ForumFormat.VIRTUAL,
    )
    topics = TopicsField()

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = MemberState.objects.active().filter(pk__in=user.states(Role.FOCAL_POINT))
        self.fields["country"].queryset = states  # type: ignore[attr-defined]
        self.fields["country"].label_from_instance = lambda state: state.name  # type: ignore[attr-defined]
        self.fields["country"].initial = states.first()
        self.fields["source_language"].initial = user.language
        self.fields["topics"].fill()  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    """Why a topic is not taken up; who proposed it is told."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Who proposed it is told, and everyone who takes part reads it."),
        max_length=most(TopicProposal, "decision_reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ScheduleForm(HoursForm):
    """When the forum is held: hours for a virtual one, place and days for one face to face."""

    use_required_attribute = False
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    starts_on = forms.DateField(
        label=_("First day"),
        required=False,
        widget=DayInput(),
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=DayInput(),
    )
    field_order = ("opens_at", "closes_at", "time_zone", "place", "starts_on", "ends_on")

    def __init__(self, *args: Any, proposal: TopicProposal, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("time_zone", zone)
        is_virtual = proposal.forum_format == ForumFormat.VIRTUAL
        unwanted = ("place", "starts_on", "ends_on") if is_virtual else ("opens_at", "closes_at", "time_zone")
        for name in unwanted:
            del self.fields[name]
        for name in ("opens_at", "closes_at") if is_virtual else ("place", "starts_on"):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        """Hours in order and to come; days in order."""
        data = super().clean()
        if "opens_at" in self.fields and not self.errors:
            faults = check_hours(data["opens_at"], data["closes_at"], was=None)
        elif not self.errors:
            faults = check_days(data["starts_on"], data["ends_on"])
        else:
            faults = {}
        for name, words in faults.items():
            self.add_error(name, words)
        return data
