"""Rows of the questionnaire: its columns, and what the forms of the wizard find wrong with a row."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.imports.choices import ColumnKind, Outcome
from network.imports.registry import Column, Fault, ImportKind, Layout, Sheet, Taken
from network.models import IccsSection, MemberState, Topic, User
from network.ui.fields import PartialDateField

from ..choices import Depth
from ..models import Practice
from ..rules import can_start, writes_for_a_state
from ..services.drafting import SectionData
from ..services.importing import KIND, Draft, draft_practices
from ..services.parts import Row
from .action import ActionForm, BuildingBlockForm
from .base import PartForm, RecordForm
from .consent import ConsentForm
from .fields import CurrencyField
from .identity import IdentityForm
from .lessons import LessonsForm
from .means import MeansForm, PartnerForm
from .problem import ProblemForm
from .results import EvaluationForm, OutcomeForm

CODE, MAIN = "code", "practices"
MOST_PARTS = 30  # of one kind, as in the wizard
TOO_MANY = _("At most %(most)s rows of this sheet belong to one practice.")
NOT_ASKED = ("id", "organization", "title_language")
NEEDED = ("title", "indicator", "design", "sector")
IN_FULL = ("means", "results", "lessons")
PARTS: dict[str, tuple[str, type[PartForm]]] = {
    "building_blocks": ("action", BuildingBlockForm),
    "partners": ("means", PartnerForm),
    "outcomes": ("results", OutcomeForm),
    "evaluations": ("results", EvaluationForm),
}
TITLES = {
    "building_blocks": _("Building blocks"),
    "partners": _("Partners"),
    "outcomes": _("Outcomes"),
    "evaluations": _("Evaluations"),
}
KINDS: tuple[tuple[type[forms.Field], ColumnKind], ...] = (
    (PartialDateField, ColumnKind.PARTIAL),
    (forms.BooleanField, ColumnKind.YES),
    (CurrencyField, ColumnKind.TEXT),
    (forms.MultipleChoiceField, ColumnKind.CHOICES),
    (forms.ChoiceField, ColumnKind.CHOICE),
    (forms.DecimalField, ColumnKind.NUMBER),
    (forms.IntegerField, ColumnKind.NUMBER),
)
_capitalized = lazy(capfirst, str)


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


def _topics() -> list[tuple[str, Any]]:
    return [(topic.pk, topic.name) for topic in Topic.objects.leaves().order_by("position", "pk")]


def _iccs() -> list[tuple[str, Any]]:
    return [(str(section.pk), str(section)) for section in IccsSection.objects.order_by("pk")]


LISTS: dict[str, Callable[[], list[tuple[str, Any]]]] = {"topics": _topics, "iccs_sections": _iccs}


def _column(name: str, field: forms.Field) -> Column:
    kind = next((kind for of, kind in KINDS if isinstance(field, of)), ColumnKind.TEXT)
    choices = None
    if kind in (ColumnKind.CHOICE, ColumnKind.CHOICES):
        listed = [] if name in LISTS else [(code, label) for code, label in field.choices if code]
        choices = LISTS.get(name) or (lambda: listed)
    label = _("Organization") if name == "organization_name" else _capitalized(field.label)
    return Column(
        name,
        label,
        kind,
        choices,
        is_required=name in NEEDED,
        hint="" if kind == ColumnKind.PARTIAL or name == "organization_name" else field.help_text,
        is_wide=isinstance(field.widget, forms.Textarea),
    )


@cache
def layout() -> Layout:
    """A sheet of practices, and one for each list that belongs to them."""
    reference = Column(
        CODE,
        _("Your reference"),
        hint=_("Your own number of the practice. The other sheets name it, and a later file knows it by it."),
    )
    columns = [
        _column(name, field)
        for form in SECTIONS.values()
        for name, field in form.base_fields.items()
        if name not in NOT_ASKED
    ]
    of_practice = Column(CODE, _("Your reference"), is_required=True, hint=_("The number of the practice."))
    parts = [
        Sheet(
            name,
            TITLES[name],
            (
                of_practice,
                *(_column(each, field) for each, field in form.base_fields.items() if each != "id"),
            ),
        )
        for name, (_section, form) in PARTS.items()
    ]
    return Layout(Sheet(MAIN, _("Practices"), (reference, *columns)), tuple(parts))


def state_of(owner: str) -> MemberState | None:
    """The state that an import names."""
    kind, _sign, iso2 = owner.partition(":")
    return MemberState.objects.active().filter(pk=iso2).first() if kind == "state" else None


def may_import(user: User, owner: str) -> bool:
    """Whether the person writes for that state."""
    state = state_of(owner)
    return state is not None and can_start(user, state.pk)


def owners(user: User) -> list[tuple[str, str]]:
    """The states that a person writes for."""
    states = MemberState.objects.active().filter(pk__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
    return [(f"state:{state.pk}", state.name) for state in states]


class _Forms:
    """The wizard's forms over a row and what belongs to it; cleaned once."""

    def __init__(self, batch: Any, row: Any) -> None:
        self.row = row
        self.sections = {slug: form(row.main, language=batch.language) for slug, form in SECTIONS.items()}
        self.parts = [
            (name, part.get("line", row.number), form(part, language=batch.language))
            for name, (_section, form) in PARTS.items()
            for part in row.part(name)
        ]

    def faults(self) -> list[Fault]:
        """What the forms find wrong, in the active language. A draft has gaps, but a title."""
        row, found = self.row, []
        if not row.main.get("title"):
            words = str(forms.Field.default_error_messages["required"])
            found.append(Fault(MAIN, row.number, "title", words))
        for form in self.sections.values():
            found += [Fault(MAIN, row.number, *each) for each in _errors(form, "title")]
        for sheet, line, part in self.parts:
            found += [Fault(sheet, line, *each) for each in _errors(part, part.anchor)]
        for name in PARTS:
            if len(row.part(name)) > MOST_PARTS:
                words = str(TOO_MANY) % {"most": MOST_PARTS}
                found.append(Fault(name, row.part(name)[MOST_PARTS]["line"], CODE, words))
        return found

    def draft(self) -> Draft:
        """What the row says, for the service."""
        parts: dict[str, dict[str, list[Row]]] = {}
        for name, _line, part in self.parts:
            if part.has_changed():
                values = {key: value for key, value in part.values().items() if key != "id"}
                parts.setdefault(PARTS[name][0], {}).setdefault(name, []).append(Row(None, values))
        data = {
            slug: SectionData(values=form.values(), parts=parts.get(slug, {}))
            for slug, form in self.sections.items()
            if slug in parts or any(self.row.main.get(name) for name in form.fields)
        }
        if "results" in parts:
            data["results"] = SectionData(values={}, parts=parts["results"])
        return Draft(Depth.FULL if any(slug in data for slug in IN_FULL) else Depth.SNAPSHOT, data)


def _errors(form: forms.Form, anchor: str) -> Iterator[tuple[str, str]]:
    for name, texts in form.errors.items():
        for text in texts:
            yield name if name in form.fields else anchor, str(text)


def check_row(batch: Any, row: Any, prepared: Any) -> list[Fault]:
    """What the wizard's forms find wrong, in the active language."""
    return _Forms(batch, row).faults()


def take_rows(batch: Any, rows: Sequence[Any], prepared: Any) -> list[Taken]:
    """Clean rows once more, and have drafts made of those without faults."""
    read = [_Forms(batch, row) for row in rows]
    good = [prepared is not None and not each.row.faults and not each.faults() for each in read]
    drafts = [each.draft() for each, is_good in zip(read, good, strict=True) if is_good]
    made = iter(draft_practices(by=batch.by, country=prepared, language=batch.language, drafts=drafts))
    return [Taken(Outcome.MADE, next(made).pk) if is_good else Taken(Outcome.REFUSED) for is_good in good]


def addresses(keys: Sequence[int]) -> dict[int, str]:
    """The pages of practices that are still there."""
    found = Practice.objects.filter(pk__in=keys).only("pk", "uuid", "identifier")
    return {practice.pk: practice.get_absolute_url() for practice in found}


def questionnaire_import() -> ImportKind:
    """Practices of a state from the questionnaire."""
    return ImportKind(
        name=KIND,
        title=_("Import practices"),
        lead=_(
            "Enter many practices of your state at once, from the questionnaire. Each row becomes a draft,"
            " which goes the same way as any other: it is completed, cleared and submitted. A practice that"
            " came in with an earlier file is left as it is."
        ),
        one_row=_("Rows that belong to it"),
        layout=layout,
        owners=owners,
        may=may_import,
        check=check_row,
        take=take_rows,
        addresses=addresses,
        writes=writes_for_a_state,
        prepare=lambda batch: state_of(batch.owner),
        crumbs=((_("Practices"), "practices:list"), (_("My drafts"), "practices:drafts")),
        owner_label=_("Member state"),
        most_rows=2000,
        changes_entries=False,
        steps=(
            _("Only the title is needed for a draft; what else is missing, the draft says later."),
            _(
                "Building blocks, partners, outcomes and evaluations stand on sheets of their own: the column"
                " “Your reference” says of which practice."
            ),
        ),
    )
