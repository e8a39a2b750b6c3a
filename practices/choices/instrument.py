"""The instrument that reviewers score with, as data: what is asked, which steps there are, what each means.

It is published as it stands here (practices/how-we-rate/). Who changes a step or a rule raises `INSTRUMENT`:
each rating keeps the version that it was made by. How strongly one can rely on what was measured is kept
apart from whether the effect was wanted; the notes follow EMMIE (Johnson, Tilley and Bowers, 2015).
"""

from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .lists import EvaluationDesign

INSTRUMENT = "1.0"
MOST_STEPS_APART = 1
"""Two scores further apart than this, or two directions that differ, lead to a consensus round."""
REVIEWERS = 2


class Grade(models.TextChoices):
    """Steps of relevance and of replicability, from the lowest."""

    LOW = "low", pgettext_lazy("grade", "Low")
    FAIR = "fair", pgettext_lazy("grade", "Fair")
    GOOD = "good", pgettext_lazy("grade", "Good")
    HIGH = "high", pgettext_lazy("grade", "High")


class Strength(models.TextChoices):
    """How far one can rely on what was measured, from the lowest."""

    INSUFFICIENT = "insufficient", pgettext_lazy("strength", "Insufficient")
    LIMITED = "limited", pgettext_lazy("strength", "Limited")
    MODERATE = "moderate", pgettext_lazy("strength", "Moderate")
    STRONG = "strong", pgettext_lazy("strength", "Strong")
    VERY_STRONG = "very_strong", pgettext_lazy("strength", "Very strong")


class Direction(models.TextChoices):
    """Which way the effect went: wanted, both ways, none, unwanted. No quantity, and no rank."""

    POSITIVE = "positive", pgettext_lazy("direction", "Positive")
    MIXED = "mixed", pgettext_lazy("direction", "Mixed")
    NONE = "none", pgettext_lazy("direction", "No effect")
    NEGATIVE = "negative", pgettext_lazy("direction", "Negative")


class Studies(models.TextChoices):
    """On how many studies the judgement of an outcome rests."""

    ONE = "one", _("One study")
    SEVERAL = "several", _("Several studies")


class Quality(models.TextChoices):
    """How well the evaluation was carried out, whatever its design."""

    HIGH = "high", pgettext_lazy("quality", "High")
    FAIR = "fair", pgettext_lazy("quality", "Fair")
    LOW = "low", pgettext_lazy("quality", "Low")


class Meaning(NamedTuple):
    """A step of a scale, or a value of a list, and when it is given."""

    value: models.TextChoices
    text: str | Promise


class Criterion(NamedTuple):
    """Something asked of a practice as a whole."""

    name: str
    label: str | Promise
    question: str | Promise
    steps: tuple[Meaning, ...]


class Note(NamedTuple):
    """A dimension of EMMIE, on which reviewers write in words."""

    name: str
    label: str | Promise
    question: str | Promise


CRITERIA = (
    Criterion(
        "relevance",
        _("Relevance"),
        _("Does the practice answer a problem of violence or crime that its data show, where and for whom?"),
        (
            Meaning(Grade.LOW, _("The problem is named but not shown, or the activities do not answer it.")),
            Meaning(Grade.FAIR, _("The problem is described; its data are old, partial or from elsewhere.")),
            Meaning(Grade.GOOD, _("Data show the problem, and the activities answer the factors named.")),
            Meaning(
                Grade.HIGH,
                _(
                    "Data show the problem for the population reached, and it is explained why the activities"
                    " should change it."
                ),
            ),
        ),
    ),
    Criterion(
        "replicability",
        _("Replicability"),
        _("Could another state or city do the same with what the record says?"),
        (
            Meaning(Grade.LOW, _("What is done cannot be told from the record.")),
            Meaning(Grade.FAIR, _("The activities are clear; costs, staff or conditions are not.")),
            Meaning(Grade.GOOD, _("Activities, costs, staff and the conditions for transfer are described.")),
            Meaning(
                Grade.HIGH,
                _(
                    "All of that in pieces that can be taken over, with what did not work; or it has been"
                    " repeated elsewhere."
                ),
            ),
        ),
    ),
)
STRENGTHS = (
    Meaning(Strength.INSUFFICIENT, _("Nothing was evaluated, or so that nothing can be said of the effect.")),
    Meaning(Strength.LIMITED, _("Figures were followed, without a way to tell what the practice changed.")),
    Meaning(
        Strength.MODERATE, _("Measured before and after; other causes are considered but not ruled out.")
    ),
    Meaning(Strength.STRONG, _("Compared with a group or place that is like it; few other causes remain.")),
    Meaning(
        Strength.VERY_STRONG,
        _("Assigned by lot, or many good studies taken together; other causes are ruled out."),
    ),
)
DIRECTIONS = (
    Meaning(Direction.POSITIVE, _("The outcome changed as was wanted.")),
    Meaning(Direction.MIXED, _("As was wanted for some people, places or times, and not for others.")),
    Meaning(Direction.NONE, _("No change that could be told from chance.")),
    Meaning(Direction.NEGATIVE, _("The outcome changed against what was wanted: it did harm.")),
)
QUALITIES = (
    Meaning(
        Quality.HIGH,
        _("Independent; enough cases; the same measure throughout; few were lost; the report is public."),
    ),
    Meaning(Quality.FAIR, _("One of these is missing, and the finding would hardly differ.")),
    Meaning(Quality.LOW, _("Several of these are missing, or one that could turn the finding round.")),
)
NOTES = (
    Note("effect", _("Effect"), _("How large was the change, for whom, and how sure is that?")),
    Note("mechanism", _("Mechanism"), _("Through what does it work: what makes people act differently?")),
    Note("moderators", _("Moderators"), _("Where, for whom and when does it work better, or not?")),
    Note("implementation", _("Implementation"), _("What did it take to carry it out, and what went wrong?")),
    Note("economics", _("Economics"), _("What did it cost, and is it known what it saved?")),
)
REACHED_BY_DESIGN = {
    EvaluationDesign.NONE: Strength.INSUFFICIENT,
    EvaluationDesign.MONITORING: Strength.LIMITED,
    EvaluationDesign.BEFORE_AFTER: Strength.MODERATE,
    EvaluationDesign.QUASI_EXPERIMENTAL: Strength.STRONG,
    EvaluationDesign.RANDOMIZED: Strength.VERY_STRONG,
    EvaluationDesign.META_ANALYSIS: Strength.VERY_STRONG,
}
"""The strength that a study of this design reaches when its quality is high."""
STEPS_LOST = {Quality.HIGH: 0, Quality.FAIR: 1, Quality.LOW: 2}


def step_of(value: str) -> int:
    """The place of a grade or a strength on its scale; a grade begins at 1, a strength at 0."""
    if value in Strength.values:
        return Strength.values.index(value)
    return Grade.values.index(value) + 1


def derived_strength(design: str, quality: str) -> Strength:
    """What the design of the best evaluation and its quality give; a reviewer who differs says why."""
    reached = step_of(REACHED_BY_DESIGN[EvaluationDesign(design)])
    return Strength(Strength.values[max(reached - STEPS_LOST[Quality(quality)], 0)])


def as_a_whole(strengths: list[str], directions: list[str]) -> tuple[str, str]:
    """Strength and direction of a practice from those of its rated outcomes; ("", "") when there is none.

    The strength that at least half of the outcomes reach; their direction, mixed where they differ.
    """
    if not strengths:
        return "", ""
    ranked = sorted(strengths, key=step_of, reverse=True)
    known = {direction for direction in directions if direction}
    whole = known.pop() if len(known) == 1 else (Direction.MIXED.value if known else "")
    return ranked[(len(ranked) + 1) // 2 - 1], whole


class StrengthFacet(models.TextChoices):
    """By what strength the list is filtered: of any outcome."""

    VERY_STRONG = "very_strong", Strength.VERY_STRONG.label
    STRONG = "strong", Strength.STRONG.label
    MODERATE = "moderate", Strength.MODERATE.label
    LIMITED = "limited", Strength.LIMITED.label
    INSUFFICIENT = "insufficient", Strength.INSUFFICIENT.label
    NOT_RATED = "not_rated", _("Not rated")


_CELLS = [
    (
        f"{strength.name}_{direction.name}",
        (f"{strength.value}-{direction.value}", format_lazy("{} · {}", strength.label, direction.label)),
    )
    for strength in reversed(Strength)
    for direction in Direction
]
EvidenceCell = models.TextChoices("EvidenceCell", _CELLS)
"""An outcome's strength and direction together: the cells of the picture of a list."""
