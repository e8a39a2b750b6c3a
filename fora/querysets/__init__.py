"""Selections of the fora; `visible_to` is the only door to them, `unfiltered` says what it is."""

from .following import OwnQuerySet
from .places import Place
from .posts import OfPostQuerySet, PostMoveQuerySet, PostQuerySet, QuoteQuerySet, RevisionQuerySet
from .proposals import ProposalQuerySet, SupportQuerySet
from .reports import CitationQuerySet, ReportQuerySet
from .spaces import (
    AgendaItemQuerySet,
    PaperQuerySet,
    PaperVersionQuerySet,
    SpaceGrantQuerySet,
    SpaceQuerySet,
)
from .standing import Standing, forget_standing, standing_of
from .threads import VISIBLE_THREAD, Cursor, ThreadMoveQuerySet, ThreadQuerySet

__all__ = [
    "VISIBLE_THREAD",
    "AgendaItemQuerySet",
    "CitationQuerySet",
    "Cursor",
    "OfPostQuerySet",
    "OwnQuerySet",
    "PaperQuerySet",
    "PaperVersionQuerySet",
    "Place",
    "PostMoveQuerySet",
    "PostQuerySet",
    "ProposalQuerySet",
    "QuoteQuerySet",
    "ReportQuerySet",
    "RevisionQuerySet",
    "SpaceGrantQuerySet",
    "SpaceQuerySet",
    "Standing",
    "SupportQuerySet",
    "ThreadMoveQuerySet",
    "ThreadQuerySet",
    "forget_standing",
    "standing_of",
]
