"""Reviewers, records to judge, and scores, for tests of review by two."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from network.choices import Role
from network.models import User
from practices.choices import Depth, PracticeState
from practices.models import Practice, Review
from practices.services import naming, scoring
from practices.services.scores import OutcomeScores, Scores
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory, UserFactory


def reviewer(name: str = "Rosa Quispe", **fields: Any) -> User:
    """Somebody who judges, of no state."""
    return UserFactory(full_name=name, roles=[Role.REVIEWER], **fields)


def in_days(days: int) -> date:
    """A day still to come."""
    return timezone.localdate() + timedelta(days=days)


def to_judge(**fields: Any) -> Practice:
    """A full record of Guatemala in screening, whose state asks for a rating."""
    given = {"depth": Depth.FULL, "state": PracticeState.SCREENING, "asks_for_rating": True}
    return DraftPracticeFactory(**{**given, **fields})


def public_to_judge(**fields: Any) -> Practice:
    """A full record, public and not rated."""
    return PublishedPracticeFactory(**{"depth": Depth.FULL, "asks_for_rating": True, **fields})


def scores_of(practice: Practice, strength: str = "moderate", **fields: Any) -> Scores:
    """All that is asked, the same for each outcome."""
    direction = fields.pop("direction", "" if strength == "insufficient" else "positive")
    outcome = OutcomeScores("", strength, direction, "one", "before_after", "high", fields.pop("reasons", ""))
    given = Scores(
        relevance="good",
        replicability="fair",
        language="es",
        notes={"effect": "La tasa bajó un tercio."},
        outcomes={each.pk: outcome for each in practice.outcomes.all()},
    )
    return replace(given, **fields)


def begin(practice: Practice, screener: User, *people: User) -> tuple[Practice, list[Review]]:
    """Put it before two people who accept; gives what is judged and their reviews."""
    people = people or (reviewer("First"), reviewer("Second"))
    judged = naming.start_review(practice=practice, by=screener, reviewers=people, due_on=in_days(30))
    reviews = list(Review.objects.filter(round__practice=judged).order_by("pk"))
    for each in reviews:
        scoring.accept_review(review=each, by=each.reviewer)
    return judged, reviews


def submit(review: Review, practice: Practice, strength: str = "moderate", **fields: Any) -> Review:
    """Score it for good."""
    given = scores_of(practice, strength, **fields)
    return scoring.submit_scores(review=review, by=review.reviewer, scores=given)


def settled(practice: Practice, screener: User) -> Practice:
    """In review, with a result of two who agree."""
    judged, reviews = begin(practice, screener)
    for each in reviews:
        submit(each, judged)
    judged.refresh_from_db()
    return judged
