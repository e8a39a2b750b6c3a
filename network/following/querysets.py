"""Selections of what people follow; `visible_to` is the only door to them."""

from typing import Any, Self

from django.db.models import Count, Max, QuerySet


class InterestQuerySet(QuerySet):
    """What people want to hear of; a person has the own ones and nobody else's."""

    def visible_to(self, user: Any) -> Self:
        """The person's own."""
        return self.none() if user.is_anonymous else self.filter(user=user)

    def listening(self) -> Self:
        """Those whose people are to be told now."""
        return self.filter(is_paused=False, user__is_active=True)

    def with_figures(self) -> Self:
        """`found`: how many records have fitted since; `last_found_at`: when the newest did."""
        return self.annotate(found=Count("hits"), last_found_at=Max("hits__at"))
