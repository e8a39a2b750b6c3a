"""Saving searches, following subjects, holding new records against both, telling people."""

from .keeping import change, delete, follow, follows, save_search, unfollow
from .telling import subject_kind, tell_followers

__all__ = [
    "change",
    "delete",
    "follow",
    "follows",
    "save_search",
    "subject_kind",
    "tell_followers",
    "unfollow",
]
