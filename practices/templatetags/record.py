"""What the templates of a practice's record need beside the portal's own tags."""

from decimal import Decimal
from pathlib import PurePath
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django import template
from django.utils.translation import gettext as _

from network.models import Passage, SourceTextModel
from network.ui import numbers

from ..choices import NOTES, PracticeState, Unit
from ..choices.instrument import step_of
from ..models import Material, Outcome, Practice, Rating, TransitionEvent

register = template.Library()
PHASES: dict[str, str] = {
    PracticeState.DRAFT: "draft",
    PracticeState.AWAITING_CLEARANCE: "clearance",
    PracticeState.SUBMITTED: "open",
    PracticeState.SCREENING: "screening",
    PracticeState.RETURNED: "returned",
    PracticeState.IN_REVIEW: "review",
    PracticeState.CONSENSUS: "review",
    PracticeState.PUBLISHED: "done",
    PracticeState.DECLINED: "withdrawn",
    PracticeState.UNDER_APPEAL: "review",
    PracticeState.DECLINED_FOR_GOOD: "withdrawn",
    PracticeState.WITHDRAWN: "withdrawn",
}


@register.simple_tag
def passage(record: SourceTextModel, name: str) -> Passage:
    """A field's text for this reader, with its language: {% passage block "name" as name %}."""
    return record.passage(name)


class Bar(NamedTuple):
    """One of two bars of a picture: `start` and `width` in hundredths of it, `value` as readers see it."""

    name: str
    label: str
    value: str
    start: float
    width: float


@register.simple_tag
def change(outcome: Outcome) -> dict[str, Any] | None:
    """Baseline and result in the reader's numbers with the unit; None when neither is known.

    `bars` draw both on one scale that begins at zero; empty where there is nothing to set side by side.
    """
    if outcome.baseline is None and outcome.result is None:
        return None
    named = outcome.passage("unit_name")
    unit: Any = named or (outcome.get_unit_display() if outcome.unit not in ("", Unit.OTHER) else "")
    return {
        "baseline": numbers.number(outcome.baseline),
        "result": numbers.number(outcome.result),
        "unit": unit,
        "bars": _bars(outcome.baseline, outcome.result),
    }


def _bars(baseline: Decimal | None, result: Decimal | None) -> list[Bar]:
    if baseline is None or result is None or not (baseline or result):
        return []
    least, most = min(baseline, result, Decimal()), max(baseline, result, Decimal())
    share = 100 / (most - least)
    return [
        Bar(
            name,
            label,
            numbers.number(value),
            round(float((min(value, Decimal()) - least) * share), 1),
            round(float(abs(value) * share), 1),
        )
        for name, label, value in (("baseline", _("Baseline"), baseline), ("result", _("Result"), result))
    ]


@register.simple_tag
def measured(outcome: Outcome) -> str:
    """When the outcome was measured; empty when that is not known."""
    start, end = outcome.measured_from, outcome.measured_until
    if start and end and start != end:
        return _("%(start)s to %(end)s") % {
            "start": numbers.partial_day(start),
            "end": numbers.partial_day(end),
        }
    return numbers.partial_day(start or end) if start or end else ""


@register.simple_tag
def notes_of(rating: Rating) -> list[tuple[Any, Passage]]:
    """The notes that say something, each with the name of its dimension."""
    found = [(note.label, rating.passage(note.name)) for note in NOTES]
    return [(label, text) for label, text in found if text]


@register.filter
def evidence(rated: Practice | Outcome) -> str:
    """Strength and direction in one line, as in “Moderate · Positive”; empty where it is not rated."""
    prefix = "rated_" if isinstance(rated, Practice) else ""
    words = [getattr(rated, f"get_{prefix}{name}_display")() for name in ("strength", "direction")]
    return " · ".join(str(word) for word in words if word)


@register.simple_tag
def strength_step(strength: str) -> int | None:
    """How many of four cells a strength fills; None when it is not rated."""
    return step_of(strength) if strength else None


@register.filter
def phase_of(event: TransitionEvent) -> str:
    """The disc that stands for where a step led."""
    return PHASES.get(event.to_state, "open")


@register.filter
def file_kind(material: Material) -> str:
    """The kind of a file as people call it: "PDF", "DOCX"."""
    return PurePath(material.file_name).suffix.lstrip(".").upper() or material.media_type


@register.filter
def host(url: str) -> str:
    """Where a link leads."""
    return urlsplit(url).netloc
