"""Drafts of adaptations that nobody touches any more end as those of practices do."""

from django.db.models import QuerySet

from ...choices.adaptations import AdaptationState
from ...models import Adaptation
from ..retention import Abandoned, end_abandoned
from .news import people_of


def end_adaptation_drafts() -> int:
    """Warn of, and a month later throw away, drafts that were never submitted; gives how many went."""
    return end_abandoned(ADAPTATIONS)


def _drafts() -> QuerySet:
    return Adaptation.objects.filter(state=AdaptationState.DRAFT, submitted_at__isnull=True)


def _throw_away(adaptation: Adaptation) -> None:
    adaptation.delete()


ADAPTATIONS = Abandoned(_drafts, "adaptations.draft_ends", "adaptation-ends", people_of, _throw_away)
