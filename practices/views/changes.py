"""What differs between two versions of a practice, field by field, in the language that it is written in."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.models import IccsSection, Topic
from network.search import labels
from network.ui import numbers
from network.ui.differences import Piece, differences
from network.ui.languages import colon

from ..choices import RECORD_FIELDS, Approach, section_by_slug
from ..models import BuildingBlock, Evaluation, Material, Outcome, Partner, Practice
from ..services.content import SETS, texts_of

PARTS: dict[str, type[Model]] = {
    "building_blocks": BuildingBlock,
    "partners": Partner,
    "outcomes": Outcome,
    "evaluations": Evaluation,
    "materials": Material,
}
BESIDE = {
    "started_on": ("started_on", "ended_on", "is_ongoing"),
    "age_from": ("age_from", "age_until"),
    "reached_from": ("reached_from", "reached_until", "reach_basis"),
    "cost_amount": ("cost_amount", "cost_currency", "cost_from", "cost_until"),
}
"""Columns that a record shows together, under the name of the first."""
NOT_READ = {"position", "source_language", "file", "sha256", "media_type", "size"}
LINK_MODELS: dict[str, type[Model]] = {"topics": Topic, "iccs_sections": IccsSection}


@dataclass(frozen=True)
class Change:
    """A field whose text differs, with the pieces of both versions."""

    section: str
    label: str
    pieces: list[Piece]


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    """The fields that differ between two contents (services/content.py), in the order of the record."""
    before, after = dict(_reading(old)), dict(_reading(new))
    found = []
    for (section, name), text in after.items():
        if text != before.get((section, name), ""):
            pieces = differences(before.get((section, name), ""), text)
            found.append(Change(str(section_by_slug(section).title), _label(name), pieces))
    return found


def _reading(content: dict[str, Any]) -> Iterator[tuple[tuple[str, str], str]]:
    for section, names in RECORD_FIELDS.items():
        for name in names:
            yield (section, name), _text(content, name)


def _text(content: dict[str, Any], name: str) -> str:
    """The words of one field; a list has a paragraph for each of its pieces."""
    if name in SETS:
        return "\n\n".join(_piece(PARTS[name], part) for part in content["parts"][name])
    if name == "organization":
        return content["organization"]
    if name in LINK_MODELS:
        known = labels.records(LINK_MODELS[name])
        return "\n".join(str(known.get(key, key)) for key in content["links"][name])
    if name in content["texts"]:
        return content["texts"][name]
    columns = BESIDE.get(name, (name,))
    if len(columns) == 1:
        return _value(Practice, name, content["values"].get(name))
    lines = ((column, _value(Practice, column, content["values"].get(column))) for column in columns)
    return "\n".join(f"{_label(column)}{colon()} {text}" for column, text in lines if text)


def _piece(model: type[Model], part: dict[str, Any]) -> str:
    names = [field.name for field in model._meta.concrete_fields]
    lines = []
    for name in names:
        text = part["texts"].get(name) or ""
        if name in part["values"] and name not in NOT_READ and name not in texts_of(model):
            text = _value(model, name, part["values"][name])
        if text:
            lines.append(f"{capfirst(str(model._meta.get_field(name).verbose_name))}{colon()} {text}")
    return "\n".join(lines)


def _value(model: type[Model], name: str, value: Any) -> str:
    """A column's value in words."""
    field: Field = model._meta.get_field(name)
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return "\n".join(_choice(Approach.choices, code) for code in value)
    if field.choices:
        return _choice(field.flatchoices, value)
    return _bare(field, name, value)


def _choice(choices: Any, code: Any) -> str:
    return str(dict(choices).get(code, code))


def _bare(field: Field, name: str, value: Any) -> str:
    """A date, a number or words."""
    if name.endswith(("_on", "_from", "_until")) and isinstance(value, str):
        return numbers.partial_day(value)
    if field.get_internal_type() == "DecimalField":
        return numbers.number(Decimal(value))
    return str(value)


def _label(name: str) -> str:
    if name in SETS:
        return capfirst(str(PARTS[name]._meta.verbose_name_plural))
    return capfirst(str(Practice._meta.get_field(name).verbose_name))
