"""A practice as its readers see it: sections of rows, each with its label and its value in their language.

The public page, the preview and the desk show the same rows (templates/practices/_record.html).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.ui import numbers

from ..choices import RECORD_FIELDS, Approach, Section, section_by_slug, sections_of
from ..models import FieldComment, Practice
from ..templatetags.record import evidence

PUBLIC = ("results", "problem", "action", "means", "lessons", "materials", "consent")
WHOLE = ("identity", "problem", "action", "means", "results", "lessons", "materials", "consent")
NOT_BELOW = (  # on the public page: said at its side, or not the public's
    "licence",
    "consents_to_publish",
    "consents_to_list_if_declined",
    "asks_for_rating",
    "reached_from",
    "offers_assistance",
)
PARTS = ("building_blocks", "partners", "outcomes", "evaluations", "materials")
SHORT_TEXTS = ("title", "places", "contact_unit")


@dataclass
class Row:
    """One field of the record.

    `shape` names the template that draws it: "prose" (a Passage), "fact" (words, or a Passage) or the name of
    a set of parts. `comments` are those of the desk on this field.
    """

    field: str
    label: str
    shape: str
    value: Any
    comments: list[FieldComment] = field(default_factory=list)


@dataclass
class RecordSection:
    """A section of the record with the rows that have something to show."""

    section: Section
    rows: list[Row]
    title: str


def public_record(practice: Practice) -> list[RecordSection]:
    """What the public page shows below each other; identity stands at the page's head and side."""
    sections = _sections(practice, PUBLIC, lambda row: bool(row.value) and row.field not in NOT_BELOW)
    for part in sections:
        part.title = TITLES[part.section.slug]() if part.section.slug in TITLES else part.title
    return sections


def whole_record(practice: Practice, comments: Iterable[FieldComment] = ()) -> list[RecordSection]:
    """Every field of the chosen depth, also empty ones, in the order of the form, with the comments on each.

    What a snapshot holds beyond its sections, and what was commented on, is shown too.
    """
    by_field: dict[str, list[FieldComment]] = {}
    for comment in comments:
        by_field.setdefault(comment.field, []).append(comment)
    asked = {section.slug for section in sections_of(practice.depth)}
    sections = _sections(practice, WHOLE, lambda row: True)
    for row in (row for part in sections for row in part.rows):
        row.comments = by_field.get(row.field, [])
    return [
        part
        for part in sections
        if part.section.slug in asked or any(row.value or row.comments for row in part.rows)
    ]


def facts(practice: Practice, *names: str) -> list[Row]:
    """Rows of the given fields that have a value, for the panel beside the record."""
    return [row for row in (_row(practice, name) for name in names) if row.value]


def _sections(practice: Practice, slugs: tuple[str, ...], keep: Callable[[Row], bool]) -> list[RecordSection]:
    found = []
    for slug in slugs:
        section = section_by_slug(slug)
        rows = [row for row in (_row(practice, name) for name in RECORD_FIELDS[slug]) if keep(row)]
        if section is not None and rows:
            found.append(RecordSection(section, rows, str(section.title)))
    return found


def row_of(practice: Practice, name: str) -> Row:
    """One field of the record, whether or not it has a value."""
    return _row(practice, name)


def label_of(name: str) -> str:
    """What a field of the record is called."""
    return LABELS[name]() if name in LABELS else capfirst(str(Practice._meta.get_field(name).verbose_name))


def _row(practice: Practice, name: str) -> Row:
    label = label_of(name)
    if name in PARTS:
        return Row(name, label, name, list(getattr(practice, name).all()))
    if name in VALUES:
        return Row(name, label, "fact", VALUES[name](practice))
    if hasattr(practice, f"{name}_en"):
        return Row(name, label, "fact" if name in SHORT_TEXTS else "prose", practice.passage(name))
    display = getattr(practice, f"get_{name}_display", None)
    return Row(name, label, "fact", display() if display else getattr(practice, name))


def _period(practice: Practice) -> str:
    """From when to when, or still running."""
    start, end = practice.started_on, practice.ended_on
    words = {"start": numbers.partial_day(start), "end": numbers.partial_day(end)}
    if start and end:
        return _("%(start)s to %(end)s") % words
    if start and practice.is_ongoing:
        return _("Since %(start)s, still running") % words
    if start:
        return _("From %(start)s") % words
    if end:
        return _("Until %(end)s") % words
    return _("Still running") if practice.is_ongoing else ""


def _span(low: int | None, high: int | None) -> str:
    """Two numbers of which one may be unknown, in the reader's language."""
    words = {"low": numbers.number(low), "high": numbers.number(high)}
    if low is None and high is None:
        return ""
    if low == high:
        return words["low"]
    if high is None:
        return _("at least %(low)s") % words
    if low is None:
        return _("up to %(high)s") % words
    return _("%(low)s to %(high)s") % words


def _ages(practice: Practice) -> str:
    span = _span(practice.age_from, practice.age_until)
    return _("%(span)s years") % {"span": span} if span else ""


def _reached(practice: Practice) -> str:
    span = _span(practice.reached_from, practice.reached_until)
    return f"{span} {practice.get_reach_basis_display()}".strip() if span else ""


def _cost(practice: Practice) -> str:
    """The amount with its currency and the time that it covers."""
    if practice.cost_amount is None:
        return ""
    currency = practice.cost_currency
    amount = (
        numbers.money(practice.cost_amount, currency) if currency else numbers.number(practice.cost_amount)
    )
    start, end = practice.cost_from, practice.cost_until
    if not (start or end):
        return amount
    if start and end and start != end:
        span = _("%(start)s to %(end)s")
    else:
        span = "%(start)s" if start else "%(end)s"
    period = span % {"start": numbers.partial_day(start), "end": numbers.partial_day(end)}
    return f"{amount} ({period})"


def _yes_no(value: bool | None) -> str:
    return "" if value is None else _("Yes") if value else _("No")


def _approaches(practice: Practice) -> str:
    known = dict(Approach.choices)
    return ", ".join(str(known.get(code, code)) for code in practice.approaches)


VALUES: dict[str, Callable[[Practice], Any]] = {
    "organization": lambda practice: practice.organization,
    "topics": lambda practice: list(practice.topics.all()),
    "iccs_sections": lambda practice: list(practice.iccs_sections.all()),
    "approaches": _approaches,
    "started_on": _period,
    "age_from": _ages,
    "reached_from": _reached,
    "cost_amount": _cost,
    "offers_assistance": lambda practice: _yes_no(practice.offers_assistance),
    "consents_to_publish": lambda practice: _yes_no(practice.consents_to_publish),
    "consents_to_list_if_declined": lambda practice: _yes_no(practice.consents_to_list_if_declined),
    "asks_for_rating": lambda practice: _yes_no(practice.asks_for_rating),
    "rated_strength": lambda practice: evidence(practice) or _("Not rated"),
}
TITLES: dict[str, Callable[[], str]] = {
    "results": lambda: _("What is known of the results"),
    "consent": lambda: _("Contact"),
}
LABELS: dict[str, Callable[[], str]] = {
    "started_on": lambda: _("Period"),
    "age_from": lambda: _("Ages"),
    "reached_from": lambda: _("People reached"),
    "cost_amount": lambda: _("Cost"),
    "building_blocks": lambda: _("Building blocks that can be reused"),
    "partners": lambda: _("Partners"),
    "rated_strength": lambda: _("Evidence as a whole"),
    "outcomes": lambda: _("Outcomes"),
    "evaluations": lambda: _("Evaluations"),
    "materials": lambda: _("Materials"),
    "contact_unit": lambda: _("Unit"),
    "contact_email": lambda: _("E-mail address"),
}
