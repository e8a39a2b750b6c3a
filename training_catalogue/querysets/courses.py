"""Selections of courses and what belongs to them; `visible_to` is the only door to them."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from network.choices import OrganizationKind, Role

from ..choices import CourseState

WRITERS = (Role.CONTRIBUTOR, Role.FOCAL_POINT)
EDITORS = (Role.FOCAL_POINT,)


def of_providers_of(user: Any, *state_roles: Role, path: str = "") -> Q:
    """What belongs to providers that the person speaks or, with WRITERS, drafts for.

    Provider editors for their organization; the state's people for its government bodies. `path` leads to
    the course ("course__").
    """
    return Q(
        **{f"{path}provider__in": user.bodies(Role.PROVIDER_EDITOR)},
    ) | Q(
        **{
            f"{path}provider__kind": OrganizationKind.GOVERNMENT,
            f"{path}provider__state__in": user.states(*state_roles),
        }
    )


def readable_by(user: Any, path: str = "") -> Q:
    """Published ones for everyone; their own for a provider's people; all for staff managers."""
    public = Q(**{f"{path}state": CourseState.PUBLISHED})
    if user.is_anonymous:
        return public
    if user.has_role(Role.STAFF_MANAGER):
        return Q()
    if not user.has_role(Role.PROVIDER_EDITOR, *WRITERS):
        return public
    return public | of_providers_of(user, *WRITERS, path=path)


class CourseQuerySet(QuerySet):
    """Selections of courses."""

    def published(self) -> Self:
        """What the public reads."""
        return self.filter(state=CourseState.PUBLISHED)

    def visible_to(self, user: Any) -> Self:
        """Published ones for everyone; their own for a provider's people; all for staff managers."""
        return self.filter(readable_by(user))

    def worked_on_by(self, user: Any) -> Self:
        """Those that the person writes, wherever on their way; all for staff managers."""
        if user.is_anonymous:
            return self.none()
        return self if user.has_role(Role.STAFF_MANAGER) else self.filter(of_providers_of(user, *WRITERS))

    def awaiting(self) -> Self:
        """First entries that wait for the Secretariat, the oldest first."""
        return self.filter(state=CourseState.SUBMITTED).order_by("submitted_at", "pk")


class CourseStepEventQuerySet(QuerySet):
    """Selections of the steps of courses: for those who work on them, not for the public."""

    def visible_to(self, user: Any) -> Self:
        """Steps of courses that the person works on."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(of_providers_of(user, *WRITERS, path="course__"))
