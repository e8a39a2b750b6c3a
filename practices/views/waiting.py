"""What waits for a person among practices, on the page "What waits for me"."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from network.choices import Role
from network.models import User

from ..choices import PracticeState
from ..models import Practice, Question


def waiting_practices(request: HttpRequest) -> dict[str, Any] | None:
    """Counts of what this person can move on, from one query; None for those with no task for practices."""
    user = request.user
    if not isinstance(user, User) or not user.has_role(Role.CONTRIBUTOR, Role.FOCAL_POINT, Role.SCREENER):
        return None
    cleared_by = Q(country__in=user.states(Role.FOCAL_POINT))
    written_by = Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
    screens = user.has_role(Role.SCREENER)
    counts = Practice.objects.visible_to(user).aggregate(
        to_clear=Count("pk", filter=cleared_by & Q(state=PracticeState.AWAITING_CLEARANCE)),
        returned=Count("pk", filter=written_by & Q(state=PracticeState.RETURNED)),
        drafts=Count("pk", filter=Q(author=user, state=PracticeState.DRAFT)),
        to_claim=Count("pk", filter=Q(state=PracticeState.SUBMITTED) & ~written_by),
        claimed=Count("pk", filter=Q(state=PracticeState.SCREENING, screener=user)),
    )
    if not screens:
        counts["to_claim"] = counts["claimed"] = 0
    return {**counts, "screens": screens} if any(counts.values()) else None


def waiting_questions(request: HttpRequest) -> dict[str, Any] | None:
    """How many questions wait for this person's answer; one query for those who answer any."""
    user = request.user
    if not isinstance(user, User) or not user.has_role(Role.FOCAL_POINT, Role.STAFF_MANAGER):
        return None
    count = Question.objects.to_be_answered_by(user).count()
    return {"count": count} if count else None
