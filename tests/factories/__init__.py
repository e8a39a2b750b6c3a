"""Makers of records for tests; `tests.worlds` puts them together into a small world."""

from .fora import PostFactory, SpaceFactory, ThreadFactory, let_in
from .people import OrganizationFactory, UserFactory
from .practices import (
    BuildingBlockFactory,
    DraftPracticeFactory,
    EvaluationFactory,
    LinkFactory,
    OutcomeFactory,
    PracticeFactory,
    PublishedPracticeFactory,
)

__all__ = [
    "BuildingBlockFactory",
    "DraftPracticeFactory",
    "EvaluationFactory",
    "LinkFactory",
    "OrganizationFactory",
    "OutcomeFactory",
    "PostFactory",
    "PracticeFactory",
    "PublishedPracticeFactory",
    "SpaceFactory",
    "ThreadFactory",
    "UserFactory",
    "let_in",
]
