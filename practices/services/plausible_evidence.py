"""What reviewers might have concluded of invented practices: rated outcomes, and a rating as a whole."""

import copy
import random
from collections.abc import Sequence
from decimal import Decimal

from ..choices import INSTRUMENT, Depth, Direction, Grade, Strength, Studies
from ..choices.instrument import as_a_whole
from ..models import Outcome, Practice, Rating

SHARE = 0.6  # of those with a full record; a snapshot is not rated
STRENGTHS, DIRECTIONS = (3, 8, 6, 3, 1), (10, 5, 3, 1)  # how often each comes, in the order of its scale


class Judge:
    """Rates practices with dice of its own, so that their texts stay those of the seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"evidence {seed}")  # noqa: S311 - no secret
        self.outcome = Outcome(source_language="es")
        self.rating = Rating(source_language="es", instrument=INSTRUMENT, version=1)

    def judge(self, practice: Practice, indicators: Sequence[str]) -> tuple[list[Outcome], list[Rating]]:
        """Outcomes and rating of a practice, unsaved; none for most. The practice says what they come to."""
        practice.rated_at, practice.rated_strength, practice.rated_direction = None, "", ""
        if practice.depth != Depth.FULL or self.dice.random() >= SHARE:
            return [], []
        names = self.dice.sample(indicators, self.dice.choice((1, 1, 2, 3)))
        outcomes = [self._outcome(practice, name, place) for place, name in enumerate(names)]
        practice.rated_at = practice.published_at
        practice.rated_strength, practice.rated_direction = as_a_whole(
            [each.strength for each in outcomes], [each.direction for each in outcomes]
        )
        return outcomes, [self._rating(practice)]

    def _outcome(self, practice: Practice, name: str, place: int) -> Outcome:
        outcome = copy.copy(self.outcome)
        baseline = self.dice.randint(10, 900)
        values = {
            "practice_id": practice.pk,
            "position": place,
            "source_language": practice.source_language,
            f"indicator_{practice.source_language}": name,
            "baseline": Decimal(baseline) / 10,
            "result": Decimal(round(baseline * self.dice.uniform(0.5, 1.2))) / 10,
            "strength": self.dice.choices(Strength.values, STRENGTHS)[0],
            "direction": self.dice.choices(Direction.values, DIRECTIONS)[0],
            "studies": self.dice.choices(Studies.values, (3, 1))[0],
        }
        for field, value in values.items():
            setattr(outcome, field, value)
        return outcome

    def _rating(self, practice: Practice) -> Rating:
        rating = copy.copy(self.rating)
        rating.practice_id, rating.rated_at = practice.pk, practice.published_at
        rating.relevance, rating.replicability = self.dice.choices(Grade.values, k=2)
        return rating
