"""Two people's scores beside each other, without a name."""

from dataclasses import dataclass
from typing import Any

from ..choices.instrument import (
    CRITERIA,
    NOTES,
    Direction,
    Grade,
    Quality,
    Strength,
    Studies,
)
from ..choices.lists import EvaluationDesign
from ..models import Practice
from ..services.scores import OutcomeScores, differences, from_data

LISTS: dict[str, Any] = {
    "strength": Strength,
    "direction": Direction,
    "studies": Studies,
    "design": EvaluationDesign,
    "quality": Quality,
}


@dataclass(frozen=True)
class Beside:
    """One thing that was scored, as both said it; `differs` by more than a step or in its direction."""

    label: Any
    first: str
    second: str
    differs: bool = False


def compared(practice: Practice, first: dict[str, Any] | None, second: dict[str, Any] | None) -> list[Beside]:
    """All that two people scored; empty while one of them has not."""
    if not (first and second):
        return []
    mine, theirs = from_data(first), from_data(second)
    far = differences(mine, theirs)
    rows = [
        Beside(
            criterion.label,
            _word(Grade, getattr(mine, criterion.name)),
            _word(Grade, getattr(theirs, criterion.name)),
            criterion.name in far,
        )
        for criterion in CRITERIA
    ]
    known = {outcome.pk: outcome.passage("indicator").text for outcome in practice.outcomes.all()}
    for pk, outcome in mine.outcomes.items():
        label = known.get(pk) or outcome.indicator
        rows.append(Beside(label, in_words(outcome), in_words(theirs.outcomes[pk]), str(pk) in far))
    for note in NOTES:
        texts = (mine.notes.get(note.name, ""), theirs.notes.get(note.name, ""))
        if any(texts):
            rows.append(Beside(note.label, *texts))
    return rows


def in_words(scores: OutcomeScores) -> str:
    """As in “Moderate · Positive · One study · Before and after · High”, and the reasons below."""
    words = [_word(LISTS[name], getattr(scores, name)) for name in LISTS]
    line = " · ".join(word for word in words if word)
    return f"{line}\n{scores.reasons}".strip()


def _word(choices: Any, value: str) -> str:
    return str(choices(value).label) if value else ""
