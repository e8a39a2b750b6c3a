"""Selections of moderation; `visible_to` is the only door to them.

A scope is a text that an app gives, such as "fora.space:12"; what a person moderates is said by the apps.
"""

from collections.abc import Callable
from typing import Any, Self

from django.db.models import Q, QuerySet
from django.utils import timezone

from network.choices import Role

from .choices import EVERYWHERE, AppealState, CaseState

Scopes = Callable[[Any], set[str]]
Own = Callable[[Any], QuerySet]
_givers: dict[str, Scopes] = {}
_own: dict[str, Own] = {}


def register_scopes(app: str, giver: Scopes) -> None:
    """Have an app say in which of its scopes a person moderates; the same app again replaces."""
    _givers[app] = giver


def register_own(kind: str, own: Own) -> None:
    """Have an app say which objects of a kind are a person's own words, as a query for their keys."""
    _own[kind] = own


def _own_words(user: Any) -> Q:
    """Rows that are about the person's own words."""
    found = Q(pk__in=[])
    for kind, own in _own.items():
        found |= Q(kind=kind, object_id__in=own(user))
    return found


def scopes_of(user: Any) -> set[str]:
    """Where the person moderates by a grant; staff managers moderate everywhere without one."""
    if user.is_anonymous:
        return set()
    return {scope for giver in _givers.values() for scope in giver(user)}


def moderates_everywhere(user: Any) -> bool:
    """Whether the person is the last instance of moderation."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER)


class ScopedQuerySet(QuerySet):
    """Rows that have a scope, for those who moderate there."""

    def visible_to(self, user: Any) -> Self:
        """Those of the own scopes; all for staff managers."""
        if moderates_everywhere(user):
            return self
        return self.filter(scope__in=scopes_of(user))


class CaseQuerySet(ScopedQuerySet):
    """Selections of cases."""

    def visible_to(self, user: Any) -> Self:
        """Those of the own scopes, all for staff managers; for nobody those about the own words."""
        found = super().visible_to(user)
        return found if user.is_anonymous else found.exclude(_own_words(user))

    def open(self) -> Self:
        """Not closed, oldest first."""
        return self.filter(state=CaseState.OPEN).order_by("opened_at", "pk")


class FlagQuerySet(ScopedQuerySet):
    """Selections of flags."""

    def visible_to(self, user: Any) -> Self:
        """Those of the own scopes, and a person's own; who is flagged never learns by whom, whatever they
        moderate."""
        if user.is_anonymous:
            return self.none()
        others = self.exclude(_own_words(user))
        if moderates_everywhere(user):
            return others
        return others.filter(Q(scope__in=scopes_of(user)) | Q(reporter=user))

    def open(self) -> Self:
        """Not answered yet."""
        return self.filter(closed_at__isnull=True)


class ActionQuerySet(ScopedQuerySet):
    """Selections of the log."""

    def visible_to(self, user: Any) -> Self:
        """Those of the own scopes, and what concerns a person's own words."""
        if moderates_everywhere(user):
            return self
        if user.is_anonymous:
            return self.none()
        return self.filter(Q(scope__in=scopes_of(user)) | Q(author=user))

    def of_object(self, kind: str, object_id: int) -> Self:
        """What was done with one object, oldest first."""
        return self.filter(kind=kind, object_id=object_id).order_by("pk")


class AppealQuerySet(QuerySet):
    """Selections of appeals."""

    def visible_to(self, user: Any) -> Self:
        """Those of the own scopes, and a person's own."""
        if moderates_everywhere(user):
            return self
        if user.is_anonymous:
            return self.none()
        return self.filter(Q(action__scope__in=scopes_of(user)) | Q(by=user))

    def waiting(self) -> Self:
        """Not decided yet, oldest first."""
        return self.filter(state=AppealState.WAITING).order_by("made_at", "pk")


class SanctionQuerySet(ScopedQuerySet):
    """Selections of sanctions."""

    def visible_to(self, user: Any) -> Self:
        """Those of the own scopes, and a person's own."""
        if moderates_everywhere(user):
            return self
        if user.is_anonymous:
            return self.none()
        return self.filter(Q(scope__in=scopes_of(user)) | Q(user=user))

    def in_force(self) -> Self:
        """Begun, not over, not lifted."""
        now = timezone.now()
        return self.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=now), starts_at__lte=now, lifted_at__isnull=True
        )

    def on(self, user: Any, scope: str) -> Self:
        """What holds for a person in a scope now, here or everywhere."""
        return self.in_force().filter(user=user, scope__in={scope, EVERYWHERE})
