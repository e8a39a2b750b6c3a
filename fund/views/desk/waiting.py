"""What of the Fund waits for a person, on the page "What waits for me"."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from network.models import User

from ... import rules
from ...choices import DraftState
from ...models import DraftEntry


def waiting_at_the_fund(request: HttpRequest) -> dict[str, Any] | None:
    """Counts of what the person can move on, from one query; None for those who have no part in it."""
    user = request.user
    if not isinstance(user, User) or not (rules.can_prepare(user) or rules.is_fund_approver(user)):
        return None
    own, others = Q(prepared_by=user), ~Q(prepared_by=user)
    counts = DraftEntry.objects.visible_to(user).aggregate(
        to_approve=Count("pk", filter=others & Q(state=DraftState.SUBMITTED)),
        returned=Count("pk", filter=own & Q(state=DraftState.RETURNED)),
        drafts=Count("pk", filter=own & Q(state=DraftState.DRAFT)),
    )
    if not rules.is_fund_approver(user):
        counts["to_approve"] = 0
    return counts if any(counts.values()) else None
