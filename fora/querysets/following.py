"""Selections of what is a person's own affair."""

from typing import Any, Self

from django.db.models import QuerySet

from .standing import standing_of


class OwnQuerySet(QuerySet):
    """Read marks and subscriptions."""

    def visible_to(self, user: Any) -> Self:
        """The person's own; nobody else's, not even for staff."""
        who = standing_of(user)
        return self.none() if who.user_id is None else self.filter(user=who.user_id)
