"""What offers, requests, cooperations and the survey hold of a person, for the person's own export."""

from typing import Any

from network.models import User

from ...models import (
    Assistance,
    AssistanceStep,
    CooperationReport,
    CooperationStep,
    Inquiry,
    Match,
    NeedsAnswer,
)


def assistance_of(user: User) -> dict[str, Any]:
    """What the person wrote, proposed, answered and decided."""
    written = Assistance.objects.filter(author=user).order_by("pk")
    return {
        "offers_and_requests": [
            {
                "kind": record.kind,
                "title": record.passage("title").text,
                "state": record.state,
                "created_at": record.created_at,
            }
            for record in written
        ],
        "steps": list(
            AssistanceStep.objects.filter(by=user)
            .order_by("at", "pk")
            .values("assistance", "verb", "to_state", "at", "comment")
        ),
        "messages": list(
            Inquiry.objects.filter(sender=user).order_by("at", "pk").values("assistance", "text", "at")
        ),
        "proposed_matches": list(
            Match.objects.filter(proposed_by=user).order_by("pk").values("offer", "request", "note")
        ),
        "cooperation_steps": list(
            CooperationStep.objects.filter(by=user)
            .order_by("at", "pk")
            .values("cooperation", "verb", "to_state", "at", "comment")
        ),
        "reports": list(
            CooperationReport.objects.filter(written_by=user)
            .order_by("pk")
            .values("cooperation", "file_name", "written_at")
        ),
        "needs_answers": list(
            NeedsAnswer.objects.filter(answered_by=user)
            .order_by("pk")
            .values("round", "country", "answered_at")
        ),
    }
