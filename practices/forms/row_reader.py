"""Rows of the questionnaire under the forms of the wizard: what these find wrong, and what a row says."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.imports.registry import Fault
from network.models import MemberState

from ..choices import Depth
from ..services.drafting import SectionData
from ..services.importing import Draft
from ..services.parts import Row
from .action import ActionForm, BuildingBlockForm
from .base import PartForm, RecordForm
from .consent import ConsentForm
from .identity import IdentityForm
from .lessons import LessonsForm
from .means import MeansForm, PartnerForm
from .problem import ProblemForm
from .results import EvaluationForm, OutcomeForm

MOST_PARTS = 30  # of one kind, as in the wizard
TOO_MANY = _("At most %(most)s rows of this sheet belong to one practice.")
IN_FULL = ("means", "results", "lessons")
CODE, MAIN = "code", "practices"
PARTS: dict[str, tuple[str, type[PartForm]]] = {
    "building_blocks": ("action", BuildingBlockForm),
    "partners": ("means", PartnerForm),
    "outcomes": ("results", OutcomeForm),
    "evaluations": ("results", EvaluationForm),
}


class _Codes(forms.MultipleChoiceField):
    """Several of a list by their codes, which were read against the list already."""

    def valid_value(self, value: str) -> bool:
        """Read already."""
        return True


class _OfRow(RecordForm):
    """A section's form over a row: there is no record yet whose values it could show."""

    def __init__(self, data: dict[str, Any], *, language: str) -> None:
        RecordForm.__init__(self, data, language=language)


class _Identity(_OfRow, IdentityForm):
    title_language = None  # the language of the file
    organization = None  # by its name
    topics = _Codes(label=_("Topics"), required=False)
    iccs_sections = _Codes(
        label=IdentityForm.base_fields["iccs_sections"].label,
        help_text=IdentityForm.base_fields["iccs_sections"].help_text,
        required=False,
    )


class _Problem(_OfRow, ProblemForm):
    pass


class _Action(_OfRow, ActionForm):
    pass


class _Means(_OfRow, MeansForm):
    pass


class _Lessons(_OfRow, LessonsForm):
    pass


class _Consent(_OfRow, ConsentForm):
    pass


SECTIONS: dict[str, type[_OfRow]] = {
    "identity": _Identity,
    "problem": _Problem,
    "action": _Action,
    "means": _Means,
    "lessons": _Lessons,
    "consent": _Consent,
}


class RowReader:
    """The wizard's forms, made once for all rows of an import: each in turn holds the data of a row."""

    def __init__(self, country: MemberState | None, language: str) -> None:
        self.country = country
        self.sections = {slug: form({}, language=language) for slug, form in SECTIONS.items()}
        self.parts = {name: form({}, language=language) for name, (_section, form) in PARTS.items()}

    def read(self, row: Any) -> tuple[list[Fault], Draft]:
        """What the forms find wrong, in the active language, and what the row says.

        A draft has gaps, but a title.
        """
        found, data = [], {}
        if not row.main.get("title"):
            words = str(forms.Field.default_error_messages["required"])
            found.append(Fault(MAIN, row.number, "title", words))
        for slug, form in self.sections.items():
            found += [Fault(MAIN, row.number, *each) for each in _errors(_over(form, row.main), "title")]
            if any(row.main.get(name) for name in form.fields):
                data[slug] = form.values()
        lists: dict[str, dict[str, list[Row]]] = {}
        for name, (slug, _form) in PARTS.items():
            faults, rows = self._read_parts(row, name)
            found += faults
            if rows:
                lists.setdefault(slug, {})[name] = rows
        slugs = dict.fromkeys((*data, *lists))
        sections = {slug: SectionData(data.get(slug, {}), lists.get(slug, {})) for slug in slugs}
        return found, Draft(
            Depth.FULL if any(slug in slugs for slug in IN_FULL) else Depth.SNAPSHOT, sections
        )

    def _read_parts(self, row: Any, name: str) -> tuple[list[Fault], list[Row]]:
        """Rows of another sheet that belong to it; those that hold nothing are as if they were not there."""
        form, parts = self.parts[name], row.part(name)
        faults, rows = [], []
        for part in parts:
            line = part.get("line", row.number)
            faults += [Fault(name, line, *each) for each in _errors(_over(form, part), form.anchor)]
            if form.has_changed():
                rows.append(Row(None, {key: value for key, value in form.values().items() if key != "id"}))
        if len(parts) > MOST_PARTS:
            faults.append(Fault(name, parts[MOST_PARTS]["line"], CODE, str(TOO_MANY) % {"most": MOST_PARTS}))
        return faults, rows


def _over(form: Any, data: dict[str, Any]) -> Any:
    """The form over other data, not cleaned yet: making it anew copies every field with its choices."""
    form.data, form._errors = data, None
    form.__dict__.pop("cleaned_data", None)
    form.__dict__.pop("changed_data", None)
    return form


def _errors(form: Any, anchor: str) -> Iterator[tuple[str, str]]:
    for name, texts in form.errors.items():
        for text in texts:
            yield name if name in form.fields else anchor, str(text)
