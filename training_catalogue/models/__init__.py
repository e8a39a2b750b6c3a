"""Tables of the catalogue."""

from .courses import Course, CourseSequence, CourseStepEvent
from .sessions import Session

__all__ = ["Course", "CourseSequence", "CourseStepEvent", "Session"]
