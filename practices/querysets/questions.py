"""Selections of questions to those who provide a practice."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from network.choices import Role


class QuestionQuerySet(QuerySet):
    """Questions are between the one who asks and those who answer."""

    def visible_to(self, user: Any) -> Self:
        """Those that the person asked, and those that the person may answer."""
        if user.is_anonymous:
            return self.none()
        return self.filter(Q(asker=user) | self._answered_by(user))

    def to_be_answered_by(self, user: Any) -> Self:
        """Still open: for the focal points of the state, or the Secretariat where it had none."""
        if user.is_anonymous:
            return self.none()
        return self.filter(self._answered_by(user), answered_at__isnull=True).exclude(asker=user)

    @staticmethod
    def _answered_by(user: Any) -> Q:
        theirs = Q(practice__country__in=user.states(Role.FOCAL_POINT))
        if user.has_role(Role.STAFF_MANAGER):
            theirs |= Q(to_secretariat=True)
        return theirs
