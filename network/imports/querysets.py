"""Selections of imports; `visible_to` is the only door to them."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from network.choices import OrganizationKind, Role
from network.models import Organization

from .choices import Outcome

WRITERS = (Role.CONTRIBUTOR, Role.FOCAL_POINT)


def owner_of(record: Any) -> str:
    """How an import names whose entries it brings: "organization:12" or "state:GT"."""
    kind = "organization" if isinstance(record, Organization) else "state"
    return f"{kind}:{record.pk}"


def owners_of(user: Any) -> list[str]:
    """Whose entries a person writes: states, their government bodies, organizations."""
    states, bodies = user.states(*WRITERS), set(user.bodies(Role.PROVIDER_EDITOR))
    if states:
        of_states = Organization.objects.filter(kind=OrganizationKind.GOVERNMENT, state__in=states)
        bodies |= set(of_states.values_list("pk", flat=True))
    return [f"state:{iso2}" for iso2 in states] + [f"organization:{pk}" for pk in bodies]


class ImportQuerySet(QuerySet):
    """Selections of imports."""

    def visible_to(self, user: Any) -> Self:
        """Own ones, and those for whom the person writes; all for staff managers."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(Q(by=user) | Q(owner__in=owners_of(user)))

    def with_outcomes(self) -> Self:
        """Each with how many of its rows have become what: `rows_made`, `rows_refused` and so on."""
        counts = {f"rows_{one}": Count("rows", filter=Q(rows__outcome=one)) for one in Outcome.values if one}
        return self.annotate(**counts)


class ImportRowQuerySet(QuerySet):
    """Selections of rows."""

    def visible_to(self, user: Any) -> Self:
        """Rows of imports that the person sees."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(Q(batch__by=user) | Q(batch__owner__in=owners_of(user)))


class SourceLinkQuerySet(QuerySet):
    """Selections of what came from where."""

    def visible_to(self, user: Any) -> Self:
        """Entries of those for whom the person writes; all for staff managers."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(owner__in=owners_of(user))

    def of(self, kind: str, owner: str) -> Self:
        """What one owner brought of one kind."""
        return self.filter(kind=kind, owner=owner)
