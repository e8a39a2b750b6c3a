"""Selections of what belongs to a practice; `visible_to` is the only door to it."""

from typing import Any, Self

from django.apps import apps
from django.db.models import QuerySet

from network.choices import Role


class PartQuerySet(QuerySet):
    """Selections of what belongs to a practice; visible where the practice is."""

    def visible_to(self, user: Any) -> Self:
        """Parts of practices that the person may read."""
        Practice = apps.get_model("practices", "Practice")  # models import this module

        return self.filter(practice__in=Practice.objects.visible_to(user))


class WayQuerySet(QuerySet):
    """Selections of the steps of practices: for those who work on them, not for the public."""

    def visible_to(self, user: Any) -> Self:
        """Steps of practices whose way the person may follow."""
        Practice = apps.get_model("practices", "Practice")  # models import this module

        return self.filter(practice__in=Practice.objects.worked_on_by(user))


class FieldCommentQuerySet(WayQuerySet):
    """Selections of comments on fields."""

    def visible_to(self, user: Any) -> Self:
        """Those of the way that the person may follow; what was not sent yet only for staff."""
        found = super().visible_to(user)
        if user.is_authenticated and user.has_role(Role.SCREENER, Role.STAFF_MANAGER):
            return found
        return found.filter(is_sent=True)
