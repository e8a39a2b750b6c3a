"""What adaptations hold of a person, for the person's own export."""

from typing import Any

from network.models import User

from ...models import Adaptation, AdaptationStep


def adaptations_of(user: User) -> dict[str, Any]:
    """Adaptations that the person began, and the steps that the person took."""
    written = Adaptation.objects.filter(author=user).select_related("origin").order_by("pk")
    return {
        "begun": [
            {
                "number": adaptation.pk,
                "of": adaptation.origin.identifier,
                "title": adaptation.original("title"),
                "state": adaptation.state,
                "created_at": adaptation.created_at,
            }
            for adaptation in written
        ],
        "steps": list(
            AdaptationStep.objects.filter(by=user)
            .order_by("at", "pk")
            .values("adaptation", "verb", "to_state", "at", "comment")
        ),
    }
