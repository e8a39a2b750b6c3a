"""What the room holds of a person, for that person; and letting go of it."""

from typing import Any

from network.models import User

from ..models import Interest


def interests_of(user: User) -> list[dict[str, Any]]:
    """Saved searches and what the person follows, with how many records were found for each."""
    rows = Interest.objects.filter(user=user).with_figures().order_by("pk")
    return list(rows.values("subject", "kind", "name", "query", "is_paused", "made_at", "found"))


def forget_interests(user: User) -> None:
    """Let go of all of it; wishes for mails go with the other ones."""
    Interest.objects.filter(user=user).delete()
