"""A section as the wizard handles it: its form and its lists, from the record or from what was sent."""

import re
from typing import Any, NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst

from network.ui.fields import PartialDateField

from ..choices import Section
from ..models import Practice
from ..services.drafting import SectionData
from ..services.parts import Row
from .action import ActionForm, BuildingBlockSet
from .base import PartFormSet, SectionForm
from .consent import ConsentForm
from .identity import IdentityForm
from .lessons import LessonsForm
from .materials import MaterialSet, MaterialsForm
from .means import MeansForm, PartnerSet
from .problem import ProblemForm
from .results import EvaluationSet, OutcomeSet, ResultsForm

NOT_TYPED = ("csrfmiddlewaretoken", "revision", "page")
FIXED = ("materials",)


class SectionForms(NamedTuple):
    """The classes that make up a section."""

    form: type[SectionForm]
    lists: tuple[type[PartFormSet], ...] = ()


FORMS = {
    "identity": SectionForms(IdentityForm),
    "problem": SectionForms(ProblemForm),
    "action": SectionForms(ActionForm, (BuildingBlockSet,)),
    "means": SectionForms(MeansForm, (PartnerSet,)),
    "results": SectionForms(ResultsForm, (OutcomeSet, EvaluationSet)),
    "lessons": SectionForms(LessonsForm),
    "materials": SectionForms(MaterialsForm, (MaterialSet,)),
    "consent": SectionForms(ConsentForm),
}


def forms_of(slug: str) -> SectionForms:
    """The classes of a section by its slug."""
    return FORMS[slug]


def field_label(name: str) -> str:
    """What the page calls a field (summary), a list (building_blocks) or a control (outcomes-0-result)."""
    listed = re.fullmatch(r"([a-z_]+)-(?:\d+-)?([a-zA-Z_]+)", name)
    for entry in FORMS.values():
        if name in entry.form.base_fields:
            return str(entry.form.base_fields[name].label)
        for made in entry.lists:
            if listed and listed[1] == made.related and listed[2] in made.form.base_fields:
                return str(made.form.base_fields[listed[2]].label)
    if not hasattr(Practice, name):
        return name
    column = Practice._meta.get_field(name)
    related = column.related_model
    words = column.verbose_name if hasattr(column, "verbose_name") else related._meta.verbose_name_plural
    return capfirst(str(words))


def control_id(name: str) -> str:
    """The id, in the section's page, of a field's control or of a list."""
    field = next((e.form.base_fields[name] for e in FORMS.values() if name in e.form.base_fields), None)
    if field is None:
        return name
    return f"id_{name}_day" if isinstance(field, PartialDateField) else f"id_{name}"


class SectionInput:
    """A section's form and lists: as stored, as kept from an earlier slip, or as sent in `data`.

    `add` names a list that shall show one more empty row.
    """

    def __init__(
        self, *, section: Section, practice: Practice, data: QueryDict | None = None, add: str = ""
    ) -> None:
        self.section, self.practice, self.data = section, practice, data
        if data is None and (kept := practice.pending_input.get(section.slug)):
            data = QueryDict(kept["typed"], mutable=True)
        entry = FORMS[section.slug]
        self.form = entry.form(data, practice=practice)
        self.lists = [self._list(made, data, add) for made in entry.lists]

    def _list(self, made: type[PartFormSet], data: QueryDict | None, add: str) -> PartFormSet:
        name = made.related
        records = list(getattr(self.practice, name).all())
        if data is not None and name == add:
            data = with_row(data, name)
        formset = made(data, prefix=name, records=records, language=self.practice.source_language)
        formset.extra = 0 if name in FIXED else int(name == add or not records)
        return formset

    @property
    def parts(self) -> list[Any]:
        """The form and the lists, for the summary of errors."""
        return [self.form, *self.lists]

    def is_valid(self) -> bool:
        """Whether all that was sent can be stored."""
        return self.form.is_valid() and all(made.is_valid() for made in self.lists)

    def errors(self) -> dict[str, list[str]]:
        """Messages by the name of the control."""
        found = _errors(self.form)
        for made in self.lists:
            for form in made.rows():
                found |= _errors(form)
            if made.non_form_errors():
                found[made.prefix] = [str(message) for message in made.non_form_errors()]
        return found

    def outcome(self) -> SectionData:
        """What to store."""
        valid = self.is_valid()
        lists = {made.prefix: made for made in self.lists if made.management_form.is_valid()}
        return SectionData(
            values=self.form.values(),
            parts={name: [_row(form) for form in made.rows()] for name, made in lists.items()},
            faults=[] if valid else list(self.errors()),
            typed="" if valid else self._typed(),
        )

    def _typed(self) -> str:
        kept = QueryDict(mutable=True)
        for name, values in self.data.lists() if self.data is not None else ():
            if name not in NOT_TYPED and not name.startswith("_"):
                kept.setlist(name, values)
        return kept.urlencode()


def _errors(form: forms.BaseForm) -> dict[str, list[str]]:
    return {
        form.add_prefix(name): [str(text) for text in texts]
        for name, texts in form.errors.items()
        if name in form.fields
    }


def _row(form: Any) -> Row:
    values = form.values()
    return Row(values.pop("id", None) or None, values)


def with_row(data: QueryDict, name: str) -> QueryDict:
    """The same input with room for one more row of a list."""
    more = data.copy()
    total = f"{name}-TOTAL_FORMS"
    if more.get(total, "").isdigit():
        more[total] = str(int(more[total]) + 1)
    return more


def without_row(data: QueryDict, name: str, index: int) -> QueryDict:
    """The same input without one row of a list; the rows after it move up."""
    left = QueryDict(mutable=True)
    pattern = re.compile(rf"{re.escape(name)}-(\d+)-(.+)", re.DOTALL)
    for key, values in data.lists():
        found = pattern.fullmatch(key)
        number = int(found[1]) if found else -1
        if found and number == index:
            continue
        left.setlist(f"{name}-{number - 1}-{found[2]}" if found and number > index else key, values)
    total = f"{name}-TOTAL_FORMS"
    if left.get(total, "").isdigit():
        left[total] = str(max(0, int(left[total]) - 1))
    return left
