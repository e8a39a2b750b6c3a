"""Lists within a practice: building blocks, partners, outcomes, evaluations, words about materials."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..models import Practice
from ..models.parts import Part

FIXED = ("materials",)
"""Lists whose rows are made elsewhere: here only their words change."""


class Row(NamedTuple):
    """A row as sent: the part's id, where the form knows it, and its values."""

    id: int | None
    values: dict[str, Any]


Rows = Sequence[Row]


def save_rows(practice: Practice, name: str, rows: Rows) -> None:
    """Make the list be what was sent, in that order.

    A row without id is one that the form began: an earlier autosave of the same form may have stored it, so
    it takes the first stored row that the form does not name. Rows of the form that are gone are deleted.
    """
    existing = {
        part.pk: part for part in getattr(practice, name).select_for_update().order_by("position", "pk")
    }
    named = {row.id for row in rows if row.id in existing}
    spare = [part for pk, part in existing.items() if pk not in named]
    model = getattr(practice, name).model
    for position, row in enumerate(rows):
        part = existing.get(row.id or 0) or _next(spare, name) or _new(model, practice, name)
        if part is not None:
            _fill(part, position, row.values)
            part.save()
    if name not in FIXED:
        model.objects.filter(pk__in=[part.pk for part in spare]).delete()


def new_parts(practice: Practice, name: str, rows: Rows) -> list[Part]:
    """The rows of a practice that has none yet, not saved."""
    model = getattr(practice, name).model
    parts = [model(practice=practice) for _row in rows]
    for position, (part, row) in enumerate(zip(parts, rows, strict=True)):
        _fill(part, position, row.values)
    return parts


def _next(spare: list[Part], name: str) -> Part | None:
    return spare.pop(0) if spare and name not in FIXED else None


def _new(model: type[Part], practice: Practice, name: str) -> Part | None:
    return None if name in FIXED else model(practice=practice)


def _fill(part: Part, position: int, values: dict[str, Any]) -> None:
    part.position = position
    part.source_language = part.practice.source_language
    for name, value in values.items():
        column = f"{name}_{part.source_language}"
        setattr(part, column if hasattr(part, column) else name, value)
