"""Tables of the catalogue."""

from .applications import Application, ApplicationStep
from .assistance import Assistance, AssistanceStep, Inquiry
from .cooperation import Cooperation, CooperationReport, CooperationStep, Match
from .courses import REQUIRED, Course, CourseSequence, CourseStepEvent
from .harvesting import HarvestSource
from .needs import DocumentedNeed, NeedsAnswer, RankedTopic, SurveyRound
from .sessions import Session

__all__ = [
    "REQUIRED",
    "Application",
    "ApplicationStep",
    "Assistance",
    "AssistanceStep",
    "Cooperation",
    "CooperationReport",
    "CooperationStep",
    "Course",
    "CourseSequence",
    "CourseStepEvent",
    "DocumentedNeed",
    "HarvestSource",
    "Inquiry",
    "Match",
    "NeedsAnswer",
    "RankedTopic",
    "Session",
    "SurveyRound",
]
