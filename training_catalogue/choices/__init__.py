"""Closed lists of the catalogue and its state machines."""

from .courses import (
    COURSE_STEPS,
    Admission,
    Certificate,
    CourseActor,
    CourseLevel,
    CourseState,
    CourseStep,
    LanguageLevel,
    Mode,
    Pillar,
    TeachingLanguage,
)
from .facets import FACET_GROUPS, START_DAYS, StartsWithin
from .sessions import COMING, SESSION_STEPS, SessionActor, SessionState, SessionStep

__all__ = [
    "COMING",
    "COURSE_STEPS",
    "FACET_GROUPS",
    "SESSION_STEPS",
    "START_DAYS",
    "Admission",
    "Certificate",
    "CourseActor",
    "CourseLevel",
    "CourseState",
    "CourseStep",
    "LanguageLevel",
    "Mode",
    "Pillar",
    "SessionActor",
    "SessionState",
    "SessionStep",
    "StartsWithin",
    "TeachingLanguage",
]
