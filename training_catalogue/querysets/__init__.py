"""Selections of the catalogue; `visible_to` is the only door to it."""

from .courses import CourseQuerySet, CourseStepEventQuerySet
from .sessions import SessionQuerySet

__all__ = ["CourseQuerySet", "CourseStepEventQuerySet", "SessionQuerySet"]
