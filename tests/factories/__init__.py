"""Makers of records for tests; `tests.worlds` puts them together into a small world."""

from .assistance import MatchFactory, OfferFactory, RequestFactory
from .fora import PostFactory, SpaceFactory, ThreadFactory, let_in
from .people import OrganizationFactory, UserFactory
from .practices import (
    AdaptationFactory,
    BuildingBlockFactory,
    DraftPracticeFactory,
    EvaluationFactory,
    LinkFactory,
    OutcomeFactory,
    PracticeFactory,
    PublishedAdaptationFactory,
    PublishedPracticeFactory,
)
from .training import CourseFactory, SessionFactory

__all__ = [
    "AdaptationFactory",
    "BuildingBlockFactory",
    "CourseFactory",
    "DraftPracticeFactory",
    "EvaluationFactory",
    "LinkFactory",
    "MatchFactory",
    "OfferFactory",
    "OrganizationFactory",
    "OutcomeFactory",
    "PostFactory",
    "PracticeFactory",
    "PublishedAdaptationFactory",
    "PublishedPracticeFactory",
    "RequestFactory",
    "SessionFactory",
    "SpaceFactory",
    "ThreadFactory",
    "UserFactory",
    "let_in",
]
