"""The picture above a list: its rated outcomes by strength and direction, from the counts of its facets."""

from dataclasses import dataclass
from math import sqrt
from typing import Any

from network.search.filters import left
from network.ui import numbers

from ..choices.instrument import Direction, Strength, StrengthFacet, step_of
from ..filters import PracticeFilter

SMALLEST, LARGEST = 9, 21  # radius of a bubble in a field of 48


@dataclass(frozen=True)
class Cell:
    """How many practices have an outcome of this strength and direction; `url` is the list of them.

    `is_on` when the list is of these: the other cells then say what choosing them instead would give.
    """

    count: str
    radius: int
    url: str
    label: str
    is_on: bool


def evidence(asked: PracticeFilter) -> dict[str, Any]:
    """Rows by direction, cells by strength, and what has no place in the picture; no further query."""
    strengths = [each for each in Strength if each != Strength.INSUFFICIENT]
    counts = {
        (strength, direction): left(asked, f"evidence:{strength}-{direction}") or 0
        for strength in strengths
        for direction in Direction
    }
    most = max(counts.values())
    rows = [
        (direction, [_cell(asked, strength, direction, counts, most) for strength in strengths])
        for direction in Direction
    ]
    wanted = asked.chosen.get("strength") or StrengthFacet.values
    aside = [
        (facet.label, numbers.number(count), asked.query(strength=facet.value))
        for facet in (StrengthFacet.INSUFFICIENT, StrengthFacet.NOT_RATED)
        if facet in wanted and (count := left(asked, f"strength:{facet}"))
    ]
    return {
        "heads": [(strength.label, step_of(strength)) for strength in strengths],
        "rows": rows,
        "beside": aside,
        "is_empty": not most,
    }


def _cell(
    asked: PracticeFilter, strength: Strength, direction: Direction, counts: dict[Any, int], most: int
) -> Cell | None:
    count = counts[strength, direction]
    if not count:
        return None
    radius = round(SMALLEST + (LARGEST - SMALLEST) * sqrt(count / most))
    return Cell(
        numbers.number(count),
        radius,
        asked.query(evidence=f"{strength}-{direction}"),
        f"{strength.label} · {direction.label}",
        f"{strength}-{direction}" in asked.chosen.get("evidence", ()),
    )
