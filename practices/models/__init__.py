"""Tables of the database of good practices."""

from .fields import PartialDateField
from .parts import BuildingBlock, Evaluation, Material, Outcome, Partner
from .practice import IdentifierSequence, Practice
from .way import FieldComment, TransitionEvent

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
    "TransitionEvent",
]
