"""Selections of adaptations; `visible_to` is the only door to them."""

from typing import Any, Self

from django.apps import apps
from django.db.models import F, Q, QuerySet

from network.choices import Role

from ..choices.adaptations import READ_BY_SCREENERS, AdaptationState

OF_THE_PUBLIC = Q(state=AdaptationState.PUBLISHED)
_GONE = (AdaptationState.PUBLISHED, AdaptationState.WITHDRAWN, AdaptationState.DECLINED)


class AdaptationQuerySet(QuerySet):
    """Selections of adaptations of practices."""

    def published(self) -> Self:
        """What the public reads."""
        return self.filter(OF_THE_PUBLIC)

    def visible_to(self, user: Any) -> Self:
        """Published ones for everyone; a state's own for its people; what was submitted for screeners."""
        if user.is_anonymous:
            return self.published()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        allowed = OF_THE_PUBLIC | _written_by(user)
        if user.has_role(Role.SCREENER):
            allowed |= Q(state__in=READ_BY_SCREENERS)
        return self.filter(allowed)

    def of_people(self, user: Any) -> Self:
        """All of the states that the person writes for, wherever it is."""
        return self.none() if user.is_anonymous else self.filter(_written_by(user))

    def spoken_for_by(self, user: Any) -> Self:
        """Of the states that the person clears for."""
        return self.none() if user.is_anonymous else self.filter(country__in=user.states(Role.FOCAL_POINT))

    def in_work(self) -> Self:
        """On their way: neither public nor gone."""
        return self.exclude(state__in=_GONE)

    def for_desk(self, user: Any) -> Self:
        """What waits for the Secretariat, the longest waiting first; none of it for others."""
        if user.is_anonymous or not user.has_role(Role.SCREENER, Role.STAFF_MANAGER):
            return self.none()
        return self.visible_to(user).filter(state=AdaptationState.SUBMITTED).order_by("submitted_at", "pk")

    def of_practice(self, pk: int) -> Self:
        """Published ones that began with a practice, or led to it; the earliest first."""
        found = self.published().filter(Q(origin=pk) | Q(resulting_practice=pk))
        return found.order_by("started_on", "pk")

    def for_page(self) -> Self:
        """With the state, the organization and both practices."""
        return self.select_related("country", "organization", "origin__country", "resulting_practice")

    def for_lines(self) -> Self:
        """With the state and the organization, and of both practices their identifiers alone."""
        return self.select_related("country", "organization").annotate(
            origin_identifier=F("origin__identifier"), result_identifier=F("resulting_practice__identifier")
        )


MARKS = """
SELECT concat_ws(':', made.id, made.xmin, body.xmin)
  FROM practices_adaptation AS made
  LEFT JOIN network_organization AS body ON body.id = made.organization_id
 WHERE made.id IN (SELECT object_id FROM newest)
"""
"""What changes whenever a line does; see network/api/stamps.py."""


class AdaptationStepQuerySet(QuerySet):
    """Selections of the steps of adaptations: for those who work on them, not for the public."""

    def visible_to(self, user: Any) -> Self:
        """Steps of adaptations whose way the person may follow."""
        Adaptation = apps.get_model("practices", "Adaptation")  # models import this module

        if user.is_anonymous:
            return self.none()
        found = Adaptation.objects.visible_to(user)
        if not user.has_role(Role.STAFF_MANAGER, Role.SCREENER):
            found = found.filter(_written_by(user))
        return self.filter(adaptation__in=found)


def _written_by(user: Any) -> Q:
    return Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
