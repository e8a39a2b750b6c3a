"""What a reviewer does: accept or decline, keep a draft, submit scores, agree on common ones.

The practice's row is locked by each, so that of two who submit at once exactly one is the second. A conflict
of interest is looked for each time: whoever has come to have one is stopped, and the desk is told.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Role
from network.models import User

from ..choices import REVIEWERS, PracticeState, ReviewEnd
from ..models import Practice, Review, ReviewRound
from ..rules import conflict_of
from .errors import NotScoredError, PracticeError, ReviewEndedError
from .naming import end_review
from .news import tell_desk, tell_reviewer
from .scores import Scores, brought_together, differences, from_data, mark_of, missing, to_data
from .steps import lock_practice, move


class CommonScoresChangedError(PracticeError):
    """The other reviewer has changed the common scores since they were read."""

    def __init__(self) -> None:
        super().__init__(
            _("The other reviewer has proposed other common scores meanwhile. Look at them first.")
        )


def accept_review(*, review: Review, by: User) -> Review:
    """Declare to have no conflict of interest, and begin. Raises what `_work_on` raises."""
    with _work_on(review, by, accepted=False) as mine:
        if mine.accepted_at is None:
            mine.accepted_at = timezone.now()
            mine.save(update_fields=["accepted_at"])
    return mine


@transaction.atomic
def refuse_review(*, review: Review, by: User, note: str = "") -> Review:
    """Decline to judge: the desk is told and names somebody else. Not once the scores are in."""
    practice = _locked(review)
    mine = _mine(review, by)
    if mine.submitted_at:
        raise ReviewEndedError
    ended = end_review(mine, ReviewEnd.REFUSED, note)
    tell_desk(practice, "practices.reviewer_missing")
    return ended


def save_scores(*, review: Review, by: User, draft: dict[str, Any]) -> Review:
    """Keep the form as it stands, whatever is missing in it. Raises what `_work_on` raises."""
    with _work_on(review, by) as mine:
        mine.draft, mine.saved_at = draft, timezone.now()
        mine.save(update_fields=["draft", "saved_at"])
    return mine


def submit_scores(*, review: Review, by: User, scores: Scores) -> Review:
    """Submit for good. The second one's decide: within a step the result stands, else consensus is sought.

    Raises NotScoredError, ReviewEndedError when submitted before, and what `_work_on` raises.
    """
    with _work_on(review, by) as mine:
        if mine.submitted_at:
            raise ReviewEndedError
        practice = mine.round.practice
        if lacking := missing(scores, practice):
            raise NotScoredError(lacking)
        mine.scores, mine.submitted_at = to_data(scores), timezone.now()
        mine.save(update_fields=["scores", "submitted_at"])
        _compare(mine.round, practice, by)
    return mine


def _compare(opened: ReviewRound, practice: Practice, by: User) -> None:
    submitted = list(opened.reviews.live().filter(submitted_at__isnull=False).order_by("submitted_at", "pk"))
    if len(submitted) < REVIEWERS:
        return
    first, second = (from_data(review.scores) for review in submitted)
    if not differences(first, second):
        _settle(opened, practice, brought_together(first, second))
        return
    if practice.state == PracticeState.IN_REVIEW:
        move(practice, by, "differ", "")
    for review in submitted:
        tell_reviewer(review, "practices.consensus_asked")


def agree(*, review: Review, by: User, scores: Scores, seen: str) -> Review:
    """Propose common scores, or agree to those that the other one proposed by sending the same.

    `seen` is the mark (`scores.mark_of`) of the common scores on the page. When both have agreed the result
    stands. Raises CommonScoresChangedError when the other one has proposed others meanwhile, NotScoredError,
    and what `_work_on` raises.
    """
    with _work_on(review, by) as mine:
        opened, practice = mine.round, mine.round.practice
        if practice.state != PracticeState.CONSENSUS or mine.submitted_at is None or opened.is_settled:
            raise ReviewEndedError
        if lacking := missing(scores, practice):
            raise NotScoredError(lacking)
        proposed = to_data(scores)
        if proposed != opened.common:
            if seen != mark_of(opened.common):
                raise CommonScoresChangedError
            opened.common = proposed
            opened.save(update_fields=["common"])
            opened.reviews.live().update(agreed_at=None)
        mine.agreed_at = timezone.now()
        mine.save(update_fields=["agreed_at"])
        _count_agreement(opened, practice, mine)
    return mine


def _count_agreement(opened: ReviewRound, practice: Practice, mine: Review) -> None:
    live = list(opened.reviews.live().filter(submitted_at__isnull=False))
    agreed = [review for review in live if review.agreed_at]
    if len(agreed) == REVIEWERS:
        _settle(opened, practice, from_data(opened.common))
        return
    for review in live:
        if review.pk != mine.pk:
            tell_reviewer(review, "practices.consensus_proposed")


def _settle(opened: ReviewRound, practice: Practice, scores: Scores) -> None:
    opened.result, opened.settled_at = to_data(scores), timezone.now()
    opened.save(update_fields=["result", "settled_at"])
    tell_desk(practice, "practices.result_ready")


@transaction.atomic
def stop_conflicted(*, reviewer: User) -> int:
    """Stop the person in every open review that a conflict of interest has come up in; gives how many."""
    reviewer.__dict__.pop("grants", None)
    reviewer.__dict__.pop("organization_ids", None)
    stopped = 0
    for review in Review.objects.open().filter(reviewer=reviewer).select_related("round__practice"):
        practice = _locked(review)
        if reason := _unfit(reviewer, practice):
            _stop(review, practice, reason)
            stopped += 1
    return stopped


def _unfit(person: User, practice: Practice) -> ReviewEnd | None:
    if not (person.is_active and person.has_role(Role.REVIEWER)):
        return ReviewEnd.NO_REVIEWER
    return conflict_of(person, practice)


def _stop(review: Review, practice: Practice, reason: ReviewEnd) -> None:
    if not review.round.is_settled:
        end_review(review, reason)
        tell_desk(practice, "practices.reviewer_missing")


def _locked(review: Review) -> Practice:
    practice = review.round.practice
    if practice is None:
        raise ReviewEndedError
    return lock_practice(Practice.objects.get(pk=practice.pk))


def _mine(review: Review, by: User) -> Review:
    found = Review.objects.select_related("round").get(pk=review.pk)
    if found.reviewer_id != by.pk:
        raise PermissionDenied
    if not found.is_live or found.round.closed_at:
        raise ReviewEndedError(found.get_end_reason_display())
    return found


@contextmanager
def _work_on(review: Review, by: User, *, accepted: bool = True) -> Iterator[Review]:
    """The person's review with the practice locked, in one transaction.

    A conflict of interest found now ends it first, in a transaction of its own: the refusal that follows
    must not undo that. Raises PermissionDenied for another one's review or one not accepted, ReviewEndedError
    when it does not count any more.
    """
    stop_conflicted(reviewer=by)
    with transaction.atomic():
        practice = _locked(review)
        mine = _mine(review, by)
        if accepted and mine.accepted_at is None:
            raise PermissionDenied
        mine.round.practice = practice
        yield mine
