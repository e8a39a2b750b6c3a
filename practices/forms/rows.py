"""The questionnaire on practices: its columns, and how its rows become drafts."""

from collections.abc import Callable, Sequence
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

from ..models import Practice
from ..rules import can_start, writes_for_a_state
from ..services.importing import KIND, Draft, draft_practices
from .fields import CurrencyField
from .row_reader import CODE, MAIN, PARTS, SECTIONS, RowReader

NOT_ASKED = ("id", "organization", "title_language")
NEEDED = ("title", "indicator", "design", "sector")
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


def check_row(batch: Any, row: Any, prepared: RowReader) -> list[Fault]:
    """What the wizard's forms find wrong, in the active language."""
    return prepared.read(row)[0]


def take_rows(batch: Any, rows: Sequence[Any], prepared: RowReader) -> list[Taken]:
    """Clean rows once more, and have drafts made of those without faults."""
    country, drafts = prepared.country, dict[int, Draft]()
    for place, row in enumerate(rows):
        faults, draft = prepared.read(row)
        if country is not None and not faults and not row.faults:
            drafts[place] = draft
    if country is None or not drafts:
        return [Taken(Outcome.REFUSED) for _row in rows]
    made = draft_practices(by=batch.by, country=country, language=batch.language, drafts=[*drafts.values()])
    became = dict(zip(drafts, made, strict=True))
    return [
        Taken(Outcome.MADE, became[place].pk) if place in became else Taken(Outcome.REFUSED)
        for place in range(len(rows))
    ]


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
        prepare=lambda batch: RowReader(state_of(batch.owner), batch.language),
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
