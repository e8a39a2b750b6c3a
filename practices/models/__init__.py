"""Tables of the database of good practices."""

from .adaptations import Adaptation, AdaptationStep
from .fields import PartialDateField
from .parts import BuildingBlock, Evaluation, Material, Outcome, Partner
from .practice import Practice
from .questions import Question
from .reviews import Rating, Review, ReviewRound
from .versions import PracticeVersion
from .way import FieldComment, IdentifierSequence, TransitionEvent

__all__ = [
    "Adaptation",
    "AdaptationStep",
    "BuildingBlock",
    "Evaluation",
    "FieldComment",
    "IdentifierSequence",
    "Material",
    "Outcome",
    "PartialDateField",
    "Partner",
    "Practice",
    "PracticeVersion",
    "Question",
    "Rating",
    "Review",
    "ReviewRound",
    "TransitionEvent",
]
