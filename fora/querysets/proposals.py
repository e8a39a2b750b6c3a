"""Selections of topics that states propose."""

from typing import Any, Self

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ..choices import ProposalState
from .standing import standing_of


class ProposalQuerySet(QuerySet):
    """Selections of proposals."""

    def visible_to(self, user: Any) -> Self:
        """What a state proposes is public; what it took back, for those who take part in the Network."""
        return self if standing_of(user).takes_part else self.exclude(state=ProposalState.WITHDRAWN)

    def open(self) -> Self:
        """Neither decided nor withdrawn."""
        return self.filter(state=ProposalState.PROPOSED)

    def with_support(self, user: Any) -> Self:
        """`states`: by how many states it is supported; `others`; `is_mine`: whether by this person."""
        mine = self.model._meta.get_field("supports").related_model.objects.filter(
            proposal=OuterRef("pk"), user=standing_of(user).user_id
        )
        return self.annotate(
            state_count=Count("supports", filter=Q(supports__country__isnull=False)),
            other_count=Count("supports", filter=Q(supports__country__isnull=True)),
            is_mine=Exists(mine),
        )


class SupportQuerySet(QuerySet):
    """Selections of support."""

    def visible_to(self, user: Any) -> Self:
        """Which states support a proposal is public; all of it, for those who take part in the Network."""
        if standing_of(user).takes_part:
            return self
        return self.filter(country__isnull=False).exclude(proposal__state=ProposalState.WITHDRAWN)
