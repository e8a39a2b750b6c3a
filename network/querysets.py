"""Selections over the Network's own tables."""

from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q, QuerySet
from django.utils import timezone

from .choices import Role, StateStatus

if TYPE_CHECKING:
    from .models import User  # models import this module


class MemberStateQuerySet(QuerySet):
    """Selections of member states."""

    def active(self) -> Self:
        """States that take part: only they receive grants and count in figures."""
        return self.filter(status=StateStatus.ACTIVE)

    def visible_to(self, user: Any) -> Self:
        """Member states are public."""
        return self


class TopicQuerySet(QuerySet):
    """Selections of the two-level taxonomy."""

    def groups(self) -> Self:
        """The upper level."""
        return self.filter(parent__isnull=True)

    def leaves(self) -> Self:
        """The level that records are classified by."""
        return self.filter(parent__isnull=False)

    def visible_to(self, user: Any) -> Self:
        """Topics are public."""
        return self


class OrganizationQuerySet(QuerySet):
    """Selections of organizations."""

    def visible_to(self, user: Any) -> Self:
        """Verified organizations are public; staff managers see all."""
        if user.is_authenticated and user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(is_verified=True)


class RoleGrantQuerySet(QuerySet):
    """Selections of grants."""

    def effective(self) -> Self:
        """Started, not ended, not revoked, and of no state that has ceased to take part."""
        now = timezone.now()
        return self.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=now),
            Q(state__isnull=True) | Q(state__status=StateStatus.ACTIVE),
            starts_at__lte=now,
            revoked_at__isnull=True,
        )

    def visible_to(self, user: "User") -> Self:
        """A person's own grants; all of them for staff managers."""
        if user.is_anonymous:
            return self.none()
        return self if user.has_role(Role.STAFF_MANAGER) else self.filter(user=user)
