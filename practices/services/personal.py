"""What practices hold of a person, for the person's own export."""

from typing import Any

from network.models import User

from ..models import FieldComment, Practice, Review, TransitionEvent


def practices_of(user: User) -> dict[str, Any]:
    """Practices begun, screened or reviewed, steps taken and comments written by the person."""
    written = Practice.objects.filter(author=user).order_by("pk")
    return {
        "begun": [
            {
                "identifier": practice.identifier,
                "uuid": practice.uuid,
                "title": practice.passage("title").text,
                "state": practice.state,
                "created_at": practice.created_at,
            }
            for practice in written
        ],
        "screened": list(
            Practice.objects.filter(screener=user).order_by("pk").values("identifier", "uuid", "state")
        ),
        "steps": list(
            TransitionEvent.objects.filter(by=user)
            .order_by("at", "pk")
            .values("practice__uuid", "verb", "to_state", "at", "comment")
        ),
        "reviews": list(
            Review.objects.filter(reviewer=user)
            .order_by("named_at", "pk")
            .values("uuid", "round__subject", "accepted_at", "scores", "draft", "submitted_at", "end_reason")
        ),
        "comments": list(
            FieldComment.objects.filter(by=user)
            .order_by("pk")
            .values("practice__uuid", "section", "field", "text")
        ),
        "answers": list(
            FieldComment.objects.filter(answered_by=user)
            .order_by("pk")
            .values("practice__uuid", "section", "field", "answer", "answered_at")
        ),
    }
