"""What moderation holds of a person, for that person; and how long it keeps who flagged what."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from network.models import User

from ..choices import CaseState
from ..models import Appeal, Flag, ModerationAction, ModerationCase, Sanction
from .recording import TOLD


def moderation_of(user: User) -> dict[str, Any]:
    """Decisions about the own words with their reasons, appeals, sanctions, and what one has flagged.

    As people are told of them: not who decided, and not that others flagged.
    """
    decisions = ModerationAction.objects.filter(author=user, verb__in=TOLD).order_by("pk")
    return {
        "decisions": list(decisions.values("kind", "object_id", "verb", "reason", "text", "at")),
        "appeals": list(
            Appeal.objects.filter(by=user).order_by("pk").values("action__verb", "text", "made_at", "state")
        ),
        "sanctions": list(
            Sanction.objects.filter(user=user)
            .order_by("pk")
            .values("kind", "starts_at", "ends_at", "lifted_at")
        ),
        "flags": list(
            Flag.objects.filter(reporter=user)
            .order_by("pk")
            .values("kind", "object_id", "reason", "text", "made_at", "closed_at")
        ),
    }


def forget_flags(before: datetime) -> int:
    """Throw away flags that were answered before, and cases that came to nothing; gives how many of both.

    A case on which the log rests stays with it.
    """
    flags, _each = Flag.objects.filter(closed_at__lt=before).delete()
    logged = ModerationAction.objects.filter(case=OuterRef("pk"))
    closed = ModerationCase.objects.filter(~Exists(logged), state=CaseState.CLOSED, closed_at__lt=before)
    cases, _each = closed.delete()
    return flags + cases
