"""Selections of practices and of what belongs to them; `visible_to` is the only door to each."""

from .parts import FieldCommentQuerySet, PartQuerySet, WayQuerySet
from .practices import OF_SCREENERS, OF_THE_PUBLIC, ON_THE_DESK, PracticeQuerySet
from .reviews import ReviewQuerySet, RoundQuerySet

__all__ = [
    "OF_SCREENERS",
    "OF_THE_PUBLIC",
    "ON_THE_DESK",
    "FieldCommentQuerySet",
    "PartQuerySet",
    "PracticeQuerySet",
    "ReviewQuerySet",
    "RoundQuerySet",
    "WayQuerySet",
]
