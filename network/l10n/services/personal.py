"""What the translation room holds about a person, for that person."""

from typing import Any

from network.models import User

from ..models import Suggestion, TranslationStep


def translations_of(user: User) -> dict[str, Any]:
    """What the person approved, edited or rejected, and suggested."""
    return {
        "steps": list(
            TranslationStep.objects.filter(by=user).values(
                "step", "at", "text", "reason", "translation__kind", "translation__target_language"
            )
        ),
        "suggestions": list(Suggestion.objects.filter(by=user).values("text", "at", "state")),
    }
