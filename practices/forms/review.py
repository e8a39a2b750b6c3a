"""What reviewers and those who name them send."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import User
from network.ui.widgets import DayInput, Radios

from ..choices.instrument import (
    CRITERIA,
    DIRECTIONS,
    NOTES,
    QUALITIES,
    STRENGTHS,
    Meaning,
    Strength,
    Studies,
    derived_strength,
)
from ..choices.lists import EvaluationDesign
from ..models import Outcome, Practice, Review, TransitionEvent
from ..services.scores import OutcomeScores, Scores
from .fields import Text

OF_OUTCOME = ("design", "quality", "strength", "direction", "studies", "reasons")
CHOOSE = _("Choose one.")
LONGEST_DRAFT = 300_000  # characters


class OutcomeFields(NamedTuple):
    """The questions on one outcome."""

    outcome: Outcome
    fields: list[forms.BoundField]


class ScoresForm(forms.Form):
    """The whole instrument for one practice; what is missing is said at its field when it is submitted.

    `initial` are names and values as the form sends them (`as_initial`, or a draft).
    """

    use_required_attribute = False

    def __init__(self, data: Any = None, *, practice: Practice, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.practice = practice
        self.judged = list(practice.outcomes.all())
        for criterion in CRITERIA:
            self.fields[criterion.name] = _radios(criterion.label, criterion.steps, criterion.question)
        for outcome in self.judged:
            self.fields |= _outcome_fields(outcome.pk)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of your notes"), choices=Language.choices, required=False
        )
        for note in NOTES:
            self.fields[f"note-{note.name}"] = Text(
                label=note.label,
                help_text=note.question,
                required=False,
                max_length=3000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def criteria(self) -> list[forms.BoundField]:
        """The questions on the practice as a whole."""
        return [self[criterion.name] for criterion in CRITERIA]

    def outcomes(self) -> Iterator[OutcomeFields]:
        """The questions on each outcome."""
        for outcome in self.judged:
            yield OutcomeFields(outcome, [self[_name(outcome.pk, name)] for name in OF_OUTCOME])

    def notes(self) -> list[forms.BoundField]:
        """Language and notes."""
        return [self["language"], *(self[f"note-{note.name}"] for note in NOTES)]

    def clean(self) -> dict[str, Any]:
        """Everything is scored; who differs from what the design gives says why."""
        cleaned = super().clean() or {}
        for criterion in CRITERIA:
            self._need(cleaned, criterion.name)
        for outcome in self.judged:
            self._check_outcome(cleaned, outcome.pk)
        return cleaned

    def _need(self, cleaned: dict[str, Any], name: str) -> None:
        if not cleaned.get(name) and name not in self.errors:
            self.add_error(name, CHOOSE)

    def _check_outcome(self, cleaned: dict[str, Any], pk: int) -> None:
        given = {name: cleaned.get(_name(pk, name), "") for name in OF_OUTCOME}
        needed = ["design", "quality", "strength"]
        if given["strength"] and given["strength"] != Strength.INSUFFICIENT:
            needed += ["direction", "studies"]
        for name in needed:
            self._need(cleaned, _name(pk, name))
        if not (given["design"] and given["quality"] and given["strength"]):
            return
        derived = derived_strength(given["design"], given["quality"])
        if derived != given["strength"] and not given["reasons"].strip():
            words = {"strength": derived.label}
            text = gettext("Design and quality give “%(strength)s”. Say why you judge otherwise.") % words
            self.add_error(_name(pk, "reasons"), text)

    def scores(self) -> Scores:
        """What was scored; of a valid form."""
        value = self.cleaned_data
        return Scores(
            relevance=value["relevance"],
            replicability=value["replicability"],
            language=value["language"] or self.practice.source_language,
            notes={note.name: text for note in NOTES if (text := value[f"note-{note.name}"].strip())},
            outcomes={outcome.pk: self._outcome(outcome) for outcome in self.judged},
        )

    def _outcome(self, outcome: Outcome) -> OutcomeScores:
        given = {name: self.cleaned_data[_name(outcome.pk, name)].strip() for name in OF_OUTCOME}
        if given["strength"] == Strength.INSUFFICIENT:
            given["direction"] = given["studies"] = ""
        return OutcomeScores(indicator=outcome.original("indicator"), **given)


def as_initial(scores: Scores) -> dict[str, str]:
    """Scores as the form's initial values."""
    found = {
        "relevance": scores.relevance,
        "replicability": scores.replicability,
        "language": scores.language,
    }
    found |= {f"note-{name}": text for name, text in scores.notes.items()}
    for pk, outcome in scores.outcomes.items():
        found |= {_name(pk, name): getattr(outcome, name) for name in OF_OUTCOME}
    return found


def _name(pk: int, name: str) -> str:
    return f"o{pk}-{name}"


def _radios(label: Any, meanings: tuple[Meaning, ...], hint: Any = "") -> forms.ChoiceField:
    choices = [(each.value, format_lazy("{}: {}", each.value.label, each.text)) for each in meanings]
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False, widget=Radios)


def _outcome_fields(pk: int) -> dict[str, forms.Field]:
    empty = [("", "–")]
    return {
        _name(pk, "design"): forms.ChoiceField(
            label=_("Design of the best evaluation of this outcome"),
            choices=[*empty, *EvaluationDesign.choices],
            required=False,
        ),
        _name(pk, "quality"): _radios(_("Quality of that evaluation"), QUALITIES),
        _name(pk, "strength"): _radios(_("Strength of the evidence"), STRENGTHS),
        _name(pk, "direction"): _radios(_("Direction of the effect"), DIRECTIONS),
        _name(pk, "studies"): forms.ChoiceField(
            label=_("Studies"), choices=[*empty, *Studies.choices], required=False
        ),
        _name(pk, "reasons"): Text(
            label=_("Reasons"),
            help_text=_("Needed where your strength is not the one that design and quality give."),
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
    }


class RefuseForm(forms.Form):
    """Why somebody cannot judge."""

    note = Text(
        label=_("Reason (optional)"),
        required=False,
        max_length=Review._meta.get_field("end_note").max_length,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class NamingForm(forms.Form):
    """Whom to name and until when; only those without a conflict of interest can be chosen."""

    use_required_attribute = False
    due_on = forms.DateField(label=_("Due"), widget=DayInput())

    def __init__(
        self, data: Any = None, *, people: list[tuple[User, str]], places: int, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.people = {str(person.pk): person for person, _label in people}
        choices = [("", "–"), *((str(person.pk), label) for person, label in people)]
        self.places = [f"reviewer-{number}" for number in range(1, places + 1)]
        for number, name in enumerate(self.places, 1):
            self.fields[name] = forms.ChoiceField(
                label=format_lazy("{} {}", _("Reviewer"), number) if places > 1 else _("Reviewer"),
                choices=choices,
            )
        self.order_fields([*self.places, "due_on"])

    def clean_due_on(self) -> Any:
        """A day that is still to come."""
        day = self.cleaned_data["due_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        """Different people."""
        cleaned = super().clean() or {}
        chosen = [cleaned[name] for name in self.places if cleaned.get(name)]
        if len(set(chosen)) < len(chosen):
            self.add_error(self.places[-1], _("Name two different reviewers."))
        return cleaned

    def reviewers(self) -> list[User]:
        """The people chosen."""
        return [self.people[self.cleaned_data[name]] for name in self.places]


class ReasonsForm(forms.Form):
    """Reasons for an appeal, and for what comes of it."""

    use_required_attribute = False
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    comment = Text(
        label=_("Reasons"),
        max_length=TransitionEvent._meta.get_field("comment").max_length,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say why: the people who wrote the practice read it.")},
    )


class RatedForm(ReasonsForm):
    """Publishing on the reviewers' result: the reasons, and the notes as the public is to read them."""

    language = forms.ChoiceField(label=_("Language of the notes"), choices=Language.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for note in NOTES:
            self.fields[f"note-{note.name}"] = Text(
                label=note.label, required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
            )

    def notes(self) -> list[forms.BoundField]:
        """Language and notes."""
        return [self["language"], *(self[f"note-{note.name}"] for note in NOTES)]

    def texts(self) -> dict[str, str]:
        """The notes that say something."""
        given = {note.name: self.cleaned_data[f"note-{note.name}"].strip() for note in NOTES}
        return {name: text for name, text in given.items() if text}
