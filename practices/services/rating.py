"""The rating that the public reads: written when a practice is published on its reviewers' result."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils import timezone

from ..choices import NOTES
from ..choices.instrument import as_a_whole
from ..models import Practice, Rating, ReviewRound
from .errors import ResultNeededError
from .scores import Scores, from_data, to_data


class PublishedNotes(NamedTuple):
    """The notes in words as the public is to read them, by EMMIE's dimension, all in one language."""

    language: str
    texts: dict[str, str]


def open_round(practice: Practice) -> ReviewRound | None:
    """The round on which nobody has decided yet."""
    return practice.review_rounds.open().first()


def close_round(practice: Practice, verb: str, notes: PublishedNotes | None = None) -> ReviewRound:
    """Decide on the reviewers' result by `verb`; raises ResultNeededError when they have none yet."""
    judged = open_round(practice)
    if judged is None or judged.result is None:
        raise ResultNeededError
    if notes is not None:
        scores = from_data(judged.result)
        written = Scores(scores.relevance, scores.replicability, notes.language, notes.texts, scores.outcomes)
        judged.result = to_data(written)
    judged.closed_at, judged.closed_with = timezone.now(), verb
    judged.save(update_fields=["result", "closed_at", "closed_with"])
    return judged


def rate(practice: Practice, judged: ReviewRound, moved: Mapping[int, int] | None = None) -> Rating:
    """Put the result of a round on the published practice and its outcomes.

    `moved` says which outcome took the place of the one that was judged.
    """
    scores = from_data(judged.result or {})
    places = moved or {}
    by_outcome = {places.get(pk, pk): each for pk, each in scores.outcomes.items()}
    for outcome in practice.outcomes.all():
        mine = by_outcome.get(outcome.pk)
        outcome.strength = mine.strength if mine else ""
        outcome.direction = mine.direction if mine else ""
        outcome.studies = mine.studies if mine else ""
        outcome.save(update_fields=["strength", "direction", "studies"])
    judged.version = practice.version
    judged.save(update_fields=["version"])
    practice.ratings.all().delete()
    rating = Rating(
        practice=practice,
        round=judged,
        source_language=scores.language,
        instrument=judged.instrument,
        version=judged.version,
        rated_at=timezone.now(),
        relevance=scores.relevance,
        replicability=scores.replicability,
    )
    for note in NOTES:
        setattr(rating, f"{note.name}_{scores.language}", scores.notes.get(note.name, ""))
    rating.save()
    sum_up(practice)
    return rating


def sum_up(practice: Practice) -> None:
    """Let the practice say what its outcomes do; without a rated one there is no rating any more."""
    rated = [outcome for outcome in practice.outcomes.all() if outcome.strength]
    rating = practice.ratings.first()
    if rating is not None and not rated and practice.outcomes.exists():
        rating.delete()
        rating = None
    practice.rated_at = rating.rated_at if rating else None
    practice.rated_strength, practice.rated_direction = as_a_whole(
        [outcome.strength for outcome in rated], [outcome.direction for outcome in rated]
    )
    practice.save(update_fields=["rated_at", "rated_strength", "rated_direction"])
