"""Tables of the database of good practices."""

from .fields import PartialDateField
from .parts import BuildingBlock, Evaluation, Material, Outcome, Partner
from .practice import Practice
from .versions import PracticeVersion
from .way import FieldComment, IdentifierSequence, TransitionEvent

__all__ = [
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
    "TransitionEvent",
]
