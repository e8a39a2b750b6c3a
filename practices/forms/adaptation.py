"""What a state or an organization of it tells of its adaptation of a practice."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.forms.fields import LANGUAGE_HINT, source_language
from network.models import MemberState, Organization, User

from ..models import Adaptation, AdaptationStep, Practice
from ..rules import adapts_another
from ..services.adapting.writing import TEXTS, VALUES, AdaptationWords
from .base import RecordForm, read
from .fields import Text, date, is_before, line, text, tick

REQUIRED = ("title", "places", "started_on", "kept", "changed", "contact_unit")


class PracticeChoice(forms.ModelChoiceField):
    """A practice by its identifier and title."""

    def label_from_instance(self, obj: Any) -> str:
        """Both."""
        return f"{obj.identifier} – {obj.passage('title').text}"


class BodyChoice(forms.ModelChoiceField):
    """An organization with its state, where there are several."""

    def label_from_instance(self, obj: Any) -> str:
        """The name, and whose it is."""
        return f"{obj.name} ({obj.state.name})"


def result_choice() -> PracticeChoice:
    """The field for the practice that came of an adaptation."""
    return PracticeChoice(
        label=_("Practice that came of it"),
        help_text=_(
            "If your State has published what became of it as a practice of its own. You can also say so"
            " later."
        ),
        queryset=Practice.objects.none(),
        required=False,
        empty_label=_("None yet"),
    )


def practices_of(states: Any, origin: int) -> Any:
    """Published practices of these states that may have come of an adaptation of `origin`."""
    return Practice.objects.published().filter(country__in=states).exclude(pk=origin).order_by("identifier")


class AdaptationForm(RecordForm):
    """An adaptation of `practice`: a new one, or `adaptation` as it is changed."""

    country = forms.ModelChoiceField(
        label=_("Member state"), queryset=MemberState.objects.none(), empty_label=None
    )
    source_language = source_language(help_text=LANGUAGE_HINT)
    organization = BodyChoice(
        label=_("Organization"),
        help_text=_("Leave it empty when the State as such adapted the practice."),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("The State as such"),
    )
    title = line(Adaptation, "title", _("As it is known where you carry it out."))
    places = line(Adaptation, "places", _("Municipalities, departments or regions where it runs."))
    started_on = date(
        Adaptation, "started_on", _("For example, 27 3 2024. If you know only the year, the year is enough.")
    )
    is_ongoing = tick(Adaptation, "is_ongoing")
    ended_on = date(Adaptation, "ended_on", _("Leave it empty while it runs."))
    kept = text(Adaptation, "kept", _("Which pieces you took over as they are."), rows=5)
    changed = text(Adaptation, "changed", _("What you left out, added or did differently, and why."), rows=5)
    result = text(
        Adaptation,
        "result",
        _("What came of it, with figures if there are any; may wait while it runs."),
        rows=5,
    )
    resulting_practice = result_choice()
    contact_unit = line(
        Adaptation, "contact_unit", _("The unit in charge. Do not give the name of a private person.")
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        user: User,
        practice: Practice,
        adaptation: Adaptation | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, language=adaptation.source_language if adaptation else "", **kwargs)
        self.practice, self.adaptation = practice, adaptation
        for name in REQUIRED:
            self.fields[name].required = True
        if adaptation is not None:
            states = [adaptation.country_id]
            del self.fields["country"]
            names = [name for name in self.fields if name != "revision"]
            self.initial |= read(adaptation, names) | {"revision": adaptation.revision}
            self.initial["organization"] = adaptation.organization_id
            self.initial["resulting_practice"] = adaptation.resulting_practice_id
        else:
            states = self._offer_states(user)
        self._fill(states)

    def _offer_states(self, user: User) -> list[str]:
        found = MemberState.objects.active().filter(pk__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        states = list(found)
        self.fields["country"].queryset = found  # type: ignore[attr-defined]
        self.initial.setdefault("source_language", user.language)
        if len(states) == 1:
            self.initial["country"] = states[0]
            self.fields["country"].widget = forms.HiddenInput()
            self.only_state = states[0]
        return [state.pk for state in states]

    def _fill(self, states: list[str]) -> None:
        bodies = Organization.objects.filter(is_verified=True, state__in=states).select_related("state")
        self.fields["organization"].queryset = bodies.order_by("name")  # type: ignore[attr-defined]
        theirs = practices_of(states, self.practice.pk)
        self.fields["resulting_practice"].queryset = theirs  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Dates in order, an end or still running, sides that fit each other."""
        cleaned = super().clean() or self.cleaned_data
        self._check_dates(cleaned)
        if not cleaned.get("is_ongoing") and not cleaned.get("result"):
            self.complain("result", _("Say what came of it: it has ended."))
        country = self.adaptation.country if self.adaptation else cleaned.get("country")
        if country is not None:
            self._check_sides(cleaned, country)
        return cleaned

    def _check_dates(self, cleaned: dict[str, Any]) -> None:
        start, end = cleaned.get("started_on") or "", cleaned.get("ended_on") or ""
        today = timezone.localdate().isoformat()
        if is_before(today, start):
            self.complain("started_on", _("The start lies in the future: tell of it once it has begun."))
        if is_before(end, start):
            self.complain("ended_on", _("The end lies before the start: check both dates."))
        if end and cleaned.get("is_ongoing"):
            self.complain("ended_on", _("What is still running has no end yet: leave one of the two empty."))
        elif not end and not cleaned.get("is_ongoing"):
            self.complain("ended_on", _("Say when it ended, or that it is still running."))

    def _check_sides(self, cleaned: dict[str, Any], country: MemberState) -> None:
        body, result = cleaned.get("organization"), cleaned.get("resulting_practice")
        if body is not None and body.state_id != country.pk:
            self.complain("organization", _("This organization is not of the State that you write for."))
        elif not adapts_another(self.practice, country.pk, body.pk if body else None):
            self.complain(
                "organization",
                _("This practice is of the same State: say which other organization of it adapted it."),
            )
        if result is not None and result.country_id != country.pk:
            self.complain("resulting_practice", _("Choose a practice of the State that you write for."))

    def words(self) -> AdaptationWords:
        """What the service takes."""
        data = self.cleaned_data
        return AdaptationWords(
            language=data["source_language"],
            texts={name: data[name] for name in TEXTS},
            values={name: data[name] for name in VALUES},
        )


class WhyForm(forms.Form):
    """Words that go with a step."""

    use_required_attribute = False
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    comment = Text(
        label=_("Comment"),
        max_length=AdaptationStep._meta.get_field("comment").max_length or 3000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Say why: the people concerned read it.")},
    )


class ResultForm(forms.Form):
    """Which practice came of a published adaptation."""

    use_required_attribute = False
    resulting_practice = result_choice()

    def __init__(self, *args: Any, adaptation: Adaptation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theirs = practices_of([adaptation.country_id], adaptation.origin_id)
        self.fields["resulting_practice"].queryset = theirs  # type: ignore[attr-defined]
        self.initial["resulting_practice"] = adaptation.resulting_practice_id
