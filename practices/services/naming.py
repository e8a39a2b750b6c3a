"""Putting a practice before two reviewers, and the people who are to judge it."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Role
from network.models import User
from network.services.roles import holders

from ..choices import REVIEWERS, Actor, PracticeState, ReviewEnd
from ..models import Practice, Review, ReviewRound, TransitionEvent
from ..rules import acts_as, conflict_of
from .errors import (
    AlreadyRatedError,
    ConflictOfInterestError,
    NoRatingAskedError,
    ReviewEndedError,
    ReviewersNeededError,
)
from .news import tell_of_step, tell_reviewer
from .rating import open_round
from .steps import check_step, lock_practice, move
from .versions import VersionInPreparationError, copy_published, open_version


@transaction.atomic
def start_review(
    *,
    practice: Practice,
    by: User,
    reviewers: Sequence[User],
    due_on: date,
    seen_revision: int | None = None,
) -> Practice:
    """Put a screened, or a published and not rated, full record before two reviewers; returns what is judged.

    A published one stays public as it is: a copy of it is judged. Raises NoRatingAskedError,
    AlreadyRatedError, ReviewersNeededError, ConflictOfInterestError, ValidationError for a day that has
    passed, VersionInPreparationError, and what a step raises.
    """
    row = lock_practice(practice, seen_revision)
    check_step(row, by, "review")
    if not row.asks_for_rating:
        raise NoRatingAskedError
    _check_people(row, reviewers, by)
    _check_day(due_on)
    judged = _judge_a_copy(row, by) if row.state == PracticeState.PUBLISHED else move(row, by, "review", "")
    opened = begin_round(judged, by, due_on)
    for person in reviewers:
        _name(opened, person, by, due_on)
    return judged


def _judge_a_copy(published: Practice, by: User) -> Practice:
    if published.rated_at:
        raise AlreadyRatedError
    if draft := open_version(published):
        raise VersionInPreparationError(draft)
    copy = copy_published(
        published,
        author=published.author,
        changed_by=published.changed_by,
        screener=by,
        state=PracticeState.IN_REVIEW,
        submitted_at=published.submitted_at,
    )
    TransitionEvent.objects.create(
        practice=copy, verb="review", from_state=published.state, to_state=copy.state, by=by
    )
    tell_of_step(copy, "review", by)
    return copy


def begin_round(practice: Practice, by: User, due_on: date) -> ReviewRound:
    """A new round of judgement; the earlier ones stay."""
    return ReviewRound.objects.create(
        practice=practice,
        subject=practice.original("title"),
        number=practice.review_rounds.count() + 1,
        version=practice.version,
        due_on=due_on,
        opened_by=by,
    )


@transaction.atomic
def name_reviewer(*, practice: Practice, by: User, reviewer: User, due_on: date) -> Review:
    """Name somebody for a place that is free: after an appeal, or when a reviewer has declined or is stopped.

    Raises PermissionDenied, ConflictOfInterestError, ReviewersNeededError when there are two already,
    ReviewEndedError when nothing is in review, ValidationError for a day that has passed.
    """
    row = lock_practice(practice)
    opened = _open_for(row, by)
    if opened.reviews.live().count() >= REVIEWERS:
        raise ReviewersNeededError
    _check_person(row, reviewer)
    if opened.reviews.live().filter(reviewer=reviewer).exists():
        raise ReviewersNeededError
    _check_day(due_on)
    opened.due_on = max(opened.due_on, due_on)
    opened.save(update_fields=["due_on"])
    return _name(opened, reviewer, by, due_on)


@transaction.atomic
def replace_reviewer(*, review: Review, by: User, note: str) -> Review:
    """Take a reviewer off, so that another can be named; what they scored stays on record and does not count.

    Raises ReviewEndedError when the reviewers' result stands already.
    """
    practice = review.round.practice
    if practice is None:
        raise ReviewEndedError
    row = lock_practice(practice)
    opened = _open_for(row, by)
    if opened.is_settled or review.round_id != opened.pk:
        raise ReviewEndedError
    return end_review(review, ReviewEnd.REPLACED, note)


def end_review(review: Review, reason: ReviewEnd, note: str = "") -> Review:
    """Let a review not count any more; call it with the practice locked. A second time changes nothing."""
    found = Review.objects.live().filter(pk=review.pk).select_for_update().first()
    if found is None:
        return review
    found.ended_at, found.end_reason, found.end_note = timezone.now(), reason, note.strip()
    found.save(update_fields=["ended_at", "end_reason", "end_note"])
    opened = found.round
    opened.common = None  # the other one agreed with somebody who is gone
    opened.save(update_fields=["common"])
    opened.reviews.live().update(agreed_at=None)
    if reason != ReviewEnd.REFUSED:
        tell_reviewer(found, "practices.review_ended")
    return found


def candidates(practice: Practice) -> list[tuple[User, ReviewEnd | None]]:
    """All reviewers, each with the conflict that keeps them from this practice, by name."""
    people = all_reviewers().prefetch_related("memberships").order_by("full_name", "pk")
    return [(person, conflict_of(person, practice)) for person in people]


def all_reviewers() -> QuerySet[User]:
    """Who may be named."""
    return holders(Q(role=Role.REVIEWER))


def _open_for(practice: Practice, by: User) -> ReviewRound:
    if not acts_as(Actor.SCREENER, by, practice):
        raise PermissionDenied
    opened = open_round(practice)
    if opened is None:
        raise ReviewEndedError
    return opened


def _check_people(practice: Practice, people: Sequence[User], by: User) -> None:
    if len({person.pk for person in people}) != REVIEWERS:
        raise ReviewersNeededError
    for person in people:
        if person.pk == by.pk:
            raise ConflictOfInterestError(person, ReviewEnd.SCREENER)
        _check_person(practice, person)


def _check_person(practice: Practice, person: User) -> None:
    if not (person.is_active and person.has_role(Role.REVIEWER)):
        raise ConflictOfInterestError(person, ReviewEnd.NO_REVIEWER)
    if reason := conflict_of(person, practice):
        raise ConflictOfInterestError(person, reason)


def _check_day(due_on: date) -> None:
    if due_on <= timezone.localdate():
        raise ValidationError({"due_on": _("Choose a day that is still to come.")})


def _name(opened: ReviewRound, person: User, by: User, due_on: date) -> Review:
    review = Review.objects.create(round=opened, reviewer=person, named_by=by, due_on=due_on)
    tell_reviewer(review, "practices.review_asked")
    return review
