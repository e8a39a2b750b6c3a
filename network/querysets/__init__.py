"""Selections over the Network's own tables."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q, QuerySet
from django.utils import timezone

from ..choices import Role, StateStatus

if TYPE_CHECKING:
    from ..models import User  # models import this module

ATTESTATION_NOTICE = timedelta(days=30)  # before the day, the holder is asked
ATTESTATION_GRACE = timedelta(days=30)  # after it, the role is not in force


def last_attested_day() -> date:
    """The last day on which an attestation may have been due for its role to be in force."""
    return timezone.localdate() - ATTESTATION_GRACE


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

    def effective(self, now: datetime | None = None, day: date | None = None) -> Self:
        """Started, not ended, not revoked, confirmed in time, and of no state that takes no part.

        `day` is the last on which an attestation may have been due.
        """
        now, day = now or timezone.now(), day or last_attested_day()
        return self.filter(
            Q(attestation_due_on__isnull=True) | Q(attestation_due_on__gte=day),
            Q(ends_at__isnull=True) | Q(ends_at__gt=now),
            Q(state__isnull=True) | Q(state__status=StateStatus.ACTIVE),
            starts_at__lte=now,
            revoked_at__isnull=True,
        )

    def of_taking_part(self) -> Self:
        """Of no state that takes no part."""
        return self.filter(Q(state__isnull=True) | Q(state__status=StateStatus.ACTIVE))

    def live(self) -> Self:
        """Neither ended nor revoked, whether or not they are in force: what can still be ended."""
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()), revoked_at__isnull=True)

    def visible_to(self, user: "User") -> Self:
        """A person's own grants; all of them for staff managers."""
        if user.is_anonymous:
            return self.none()
        return self if user.has_role(Role.STAFF_MANAGER) else self.filter(user=user)


class InvitationQuerySet(QuerySet):
    """Selections of invitations."""

    def open(self) -> Self:
        """Neither used nor withdrawn nor expired."""
        return self.filter(used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now())

    def visible_to(self, user: Any) -> Self:
        """All for staff managers; for a focal point those to contribute to the own state."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(role=Role.CONTRIBUTOR, state__in=user.states(Role.FOCAL_POINT))


class StaffOnlyQuerySet(QuerySet):
    """Selections of what staff managers alone read."""

    def visible_to(self, user: Any) -> Self:
        """All for staff managers, nothing for others."""
        return self if user.is_authenticated and user.has_role(Role.STAFF_MANAGER) else self.none()


class HandOverQuerySet(QuerySet):
    """Selections of hand-overs."""

    def visible_to(self, user: Any) -> Self:
        """All for staff managers; their own for focal points."""
        if user.is_anonymous:
            return self.none()
        return self if user.has_role(Role.STAFF_MANAGER) else self.filter(grant__user=user)
