"""The questions of the eight sections as a paper, to be filled in by hand or in a word processor."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from network.search import labels
from network.ui.papers import plain_text

from ..choices import RECORD_FIELDS, SECTIONS
from ..models import Practice
from .record import label_of

LONG_LINES, SHORT_LINES = 6, 1


def empty_form() -> dict[str, Any]:
    """The questions of all eight sections, to be filled in by hand or in a word processor."""
    return {
        "title": _("Form for a good practice"),
        "heading": plain_text(_("Form for a good practice")),
        "lead": plain_text(
            _("The questions of the portal, to prepare the answers; the State’s focal point enters them.")
        ),
        "remarks": [
            _("Sections 1, 2, 3 and 8 make a snapshot; all eight make a full record."),
            _("An asterisk marks what a snapshot must hold."),
        ],
        "sections": [
            {
                "title": f"{section.number}. {section.title}",
                "rows": [_question(name, section.required) for name in RECORD_FIELDS[section.slug]],
            }
            for section in SECTIONS
        ],
        "signatures": [_("Name, office and signature"), _("Place and date")],
        "note": _("Form for a good practice"),
    }


def _question(name: str, required: Iterable[str]) -> dict[str, Any]:
    options, hint = _options(name)
    label = label_of(name)
    is_short = name in ("title", "organization", "places", "contact_unit", "contact_email", "started_on")
    lines = 0 if options else SHORT_LINES if is_short else LONG_LINES
    return {
        "kind": "fill",
        "label": f"{label} *" if name in required else label,
        "hint": hint,
        "options": options,
        "lines": lines,
    }


def _options(name: str) -> tuple[list[str], str]:
    """What can be ticked, and how many of it."""
    field: Any = Practice._meta.get_field(name)
    if name == "topics":
        return [topic.name for topic in labels.topics().values() if topic.parent], _("Tick all that apply.")
    if name == "iccs_sections":
        return list(labels.iccs_sections().values()), _("Tick all that apply.")
    if name == "approaches":
        return [str(label) for _value, label in field.base_field.choices], _("Tick all that apply.")
    if getattr(field, "choices", None):
        return [str(label) for _value, label in field.choices], _("Tick one.")
    if field.get_internal_type() == "BooleanField":
        return [_("Yes"), _("No")], _("Tick one.")
    pieces = {
        "building_blocks": _("For each piece: what it is, what made it possible, what was learned."),
        "partners": _("For each: name and sector."),
        "outcomes": _("For each: indicator, unit, baseline, result, dates, source, what was found."),
        "evaluations": _("For each: design, evaluator and whether independent, year, document, finding."),
        "materials": _("Titles and addresses; files are added in the portal."),
        "started_on": _("From, until; or still running. A year alone will do."),
        "cost_amount": _("Amount, currency, and the time that it covers."),
        "reached_from": _("At least, at most; in all or per year."),
    }
    return [], pieces.get(name, "")
