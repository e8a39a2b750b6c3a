"""What a reviewer scores, as data: written and read as JSON, compared, brought together.

    {"relevance": "good", "replicability": "fair", "language": "es", "notes": {"effect": "…"},
     "outcomes": {"17": {"indicator": "…", "strength": "moderate", "direction": "mixed", "studies": "one",
                         "design": "before_after", "quality": "high", "reasons": "…"}}}

Outcomes are named by their key in the record that was judged, and keep their words.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ..choices.instrument import MOST_STEPS_APART, NOTES, Strength, Studies, step_of
from ..models import Practice

CRITERIA = ("relevance", "replicability")


@dataclass(frozen=True)
class OutcomeScores:
    """The evidence of one outcome: how strong, which way, on how many studies, and why."""

    indicator: str
    strength: str
    direction: str = ""
    studies: str = ""
    design: str = ""
    quality: str = ""
    reasons: str = ""


@dataclass(frozen=True)
class Scores:
    """All that one person scores; `notes` by EMMIE's dimension, written in `language`."""

    relevance: str
    replicability: str
    language: str
    notes: dict[str, str] = field(default_factory=dict)
    outcomes: dict[int, OutcomeScores] = field(default_factory=dict)


def to_data(scores: Scores) -> dict[str, Any]:
    """For a JSON column."""
    data = asdict(scores)
    data["outcomes"] = {str(key): value for key, value in data["outcomes"].items()}
    return data


def from_data(data: dict[str, Any]) -> Scores:
    """From a JSON column."""
    outcomes = {int(key): OutcomeScores(**value) for key, value in data["outcomes"].items()}
    return Scores(**{**data, "outcomes": outcomes})


def mark_of(data: dict[str, Any] | None) -> str:
    """By what a page says which scores it showed; empty for none."""
    if data is None:
        return ""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


def missing(scores: Scores, practice: Practice) -> list[str]:
    """What is not scored yet: "relevance", or the key of an outcome as text."""
    found = [name for name in CRITERIA if not getattr(scores, name)]
    for outcome in practice.outcomes.all():
        mine = scores.outcomes.get(outcome.pk)
        if mine is None or not mine.strength or _lacks_direction(mine):
            found.append(str(outcome.pk))
    return found


def _lacks_direction(mine: OutcomeScores) -> bool:
    return mine.strength != Strength.INSUFFICIENT and not (mine.direction and mine.studies)


def differences(first: Scores, second: Scores) -> list[str]:
    """On what two people differ by more than a step, or which way an effect went, named as in `missing`."""
    found = [name for name in CRITERIA if _far(getattr(first, name), getattr(second, name))]
    for key, mine in first.outcomes.items():
        theirs = second.outcomes[key]
        if _far(mine.strength, theirs.strength) or _other_way(mine, theirs):
            found.append(str(key))
    return found


def _far(first: str, second: str) -> bool:
    return abs(step_of(first) - step_of(second)) > MOST_STEPS_APART


def _other_way(first: OutcomeScores, second: OutcomeScores) -> bool:
    """Where one of them found the evidence insufficient, there is only one direction to go by."""
    return bool(first.direction and second.direction) and first.direction != second.direction


def brought_together(first: Scores, second: Scores) -> Scores:
    """Of scores within a step the lower; the notes of both, the first one's alone in different languages."""
    theirs = second.notes if second.language == first.language else {}
    notes = {note.name: _joined(first.notes.get(note.name, ""), theirs.get(note.name, "")) for note in NOTES}
    outcomes = {key: _lower(mine, second.outcomes[key]) for key, mine in first.outcomes.items()}
    return Scores(
        relevance=min(first.relevance, second.relevance, key=step_of),
        replicability=min(first.replicability, second.replicability, key=step_of),
        language=first.language,
        notes={name: text for name, text in notes.items() if text},
        outcomes=outcomes,
    )


def _lower(first: OutcomeScores, second: OutcomeScores) -> OutcomeScores:
    lower, higher = sorted((first, second), key=lambda each: step_of(each.strength))
    if lower.strength == Strength.INSUFFICIENT:
        return replace(lower, direction="", studies="", reasons=_joined(lower.reasons, higher.reasons))
    studies = first.studies if first.studies == second.studies else Studies.ONE.value
    return replace(lower, studies=studies, reasons=_joined(lower.reasons, higher.reasons))


def _joined(first: str, second: str) -> str:
    return "\n\n".join(dict.fromkeys(text for text in (first.strip(), second.strip()) if text))
