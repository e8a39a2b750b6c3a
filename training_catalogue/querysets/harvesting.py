"""Selections of addresses that are harvested."""

from datetime import datetime
from typing import Any, Self

from django.db.models import QuerySet

from network.choices import Role

from .courses import EDITORS, of_providers_of


class HarvestSourceQuerySet(QuerySet):
    """Selections of sources."""

    def visible_to(self, user: Any) -> Self:
        """For who speaks for the provider; all for staff managers."""
        if user.is_anonymous:
            return self.none()
        return self if user.has_role(Role.STAFF_MANAGER) else self.filter(of_providers_of(user, *EDITORS))

    def due(self, now: datetime) -> Self:
        """Those to be read now, the longest waiting first."""
        return self.filter(is_on=True, next_at__lte=now).order_by("next_at", "pk")
