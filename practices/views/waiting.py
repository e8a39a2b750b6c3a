"""What waits for a person among practices, on the page "What waits for me"."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from network.choices import Role
from network.models import User

from ..choices import PracticeState
from ..models import Practice, Question, Review, ReviewRound
from ..services.steps import JUDGED


def waiting_practices(request: HttpRequest) -> dict[str, Any] | None:
    """Counts of what this person can move on; None for those with no task for practices.

    One query, and one more for reviewers.
    """
    user = request.user
    if not isinstance(user, User):
        return None
    reviews = _waiting_reviews(user)
    if not user.has_role(Role.CONTRIBUTOR, Role.FOCAL_POINT, Role.SCREENER, Role.STAFF_MANAGER):
        return reviews if any(reviews.values()) else None
    cleared_by = Q(country__in=user.states(Role.FOCAL_POINT))
    written_by = Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
    screens = user.has_role(Role.SCREENER)
    counts = Practice.objects.visible_to(user).aggregate(
        to_clear=Count("pk", filter=cleared_by & Q(state=PracticeState.AWAITING_CLEARANCE)),
        returned=Count("pk", filter=written_by & Q(state=PracticeState.RETURNED)),
        drafts=Count("pk", filter=Q(author=user, state=PracticeState.DRAFT)),
        to_claim=Count("pk", filter=Q(state=PracticeState.SUBMITTED) & ~written_by),
        claimed=Count("pk", filter=Q(state=PracticeState.SCREENING, screener=user)),
        appeals=Count("pk", filter=Q(state=PracticeState.UNDER_APPEAL)),
        decidable=Count("pk", filter=Q(state__in=JUDGED, pk__in=_settled()) & ~written_by),
    )
    if not screens:
        counts["to_claim"] = counts["claimed"] = counts["decidable"] = 0
    if not user.has_role(Role.STAFF_MANAGER):
        counts["appeals"] = 0
    counts |= reviews
    return {**counts, "screens": screens} if any(counts.values()) else None


def waiting_questions(request: HttpRequest) -> dict[str, Any] | None:
    """How many questions wait for this person's answer; one query for those who answer any."""
    user = request.user
    if not isinstance(user, User) or not user.has_role(Role.FOCAL_POINT, Role.STAFF_MANAGER):
        return None
    count = Question.objects.to_be_answered_by(user).count()
    return {"count": count} if count else None


def _settled() -> Any:
    return ReviewRound.objects.open().filter(settled_at__isnull=False).values("practice")


def _waiting_reviews(user: User) -> dict[str, int]:
    """Reviews that are to be accepted, scored or brought together; asked for reviewers alone."""
    if not user.has_role(Role.REVIEWER):
        return {}
    open_ones = Review.objects.open().filter(reviewer=user, round__settled_at__isnull=True)
    common = Q(round__practice__state=PracticeState.CONSENSUS, agreed_at__isnull=True)
    return {"reviews": open_ones.filter(Q(submitted_at__isnull=True) | common).count()}
