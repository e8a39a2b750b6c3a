"""Selections of applications to sessions; `visible_to` is the only door to them."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, When

from network.choices import Role

from ..choices.applications import LIVE, ApplicationState
from .courses import EDITORS, of_providers_of

PROVIDERS_ORDER = (
    ApplicationState.CLEARED,
    ApplicationState.APPLIED,
    ApplicationState.WAIT_LISTED,
    ApplicationState.ACCEPTED,
)
PASSED_ON = Q(needs_clearance=False) | Q(cleared_at__isnull=False)
"""What has reached the provider: needs no clearance, or has it."""


def to_clear_by(user: Any, prefix: str = "") -> Q:
    """Of a State that the person is focal point of, where its clearance is needed; never one's own."""
    return Q(
        **{f"{prefix}needs_clearance": True, f"{prefix}country__in": user.states(Role.FOCAL_POINT)}
    ) & ~Q(**{f"{prefix}applicant": user})


class ApplicationQuerySet(QuerySet):
    """Selections of applications."""

    def visible_to(self, user: Any) -> Self:
        """One's own; to the focal point who clears them; to the provider once cleared; all to managers."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(
            Q(applicant=user)
            | to_clear_by(user)
            | (PASSED_ON & of_providers_of(user, *EDITORS, path="session__course__"))
        )

    def of(self, user: Any) -> Self:
        """A person's own, the newest first."""
        return (
            self.none() if user.is_anonymous else self.filter(applicant=user).order_by("-applied_at", "-pk")
        )

    def live(self) -> Self:
        """Those that stand."""
        return self.filter(state__in=LIVE)

    def clearing(self, user: Any) -> Self:
        """Those that wait for the clearance of this person, the oldest first; all for managers."""
        if user.is_anonymous:
            return self.none()
        found = self.filter(needs_clearance=True, state=ApplicationState.APPLIED).exclude(applicant=user)
        if not user.has_role(Role.STAFF_MANAGER):
            found = found.filter(country__in=user.states(Role.FOCAL_POINT))
        return found.order_by("applied_at", "pk")

    def deciding(self, user: Any) -> Self:
        """Those that wait for a decision of the person's providers."""
        if user.is_anonymous:
            return self.none()
        mine = of_providers_of(user, *EDITORS, path="session__course__")
        undecided = Q(state=ApplicationState.APPLIED, needs_clearance=False) | Q(
            state=ApplicationState.CLEARED
        )
        return self.filter(mine, undecided).exclude(applicant=user)

    def passed_on(self) -> Self:
        """What the provider reads."""
        return self.filter(PASSED_ON)

    def waiting_list(self) -> Self:
        """The waiting list, in its order."""
        return self.filter(state=ApplicationState.WAIT_LISTED).order_by("place")

    def with_number(self) -> Self:
        """Each with its `number` on the waiting list of its session, from 1; None for who is not on it."""
        before = self.model._default_manager.filter(session=OuterRef("session"), place__lte=OuterRef("place"))
        counted = before.order_by().values("session").annotate(many=Count("pk")).values("many")
        return self.annotate(number=Subquery(counted))

    def for_provider(self) -> Self:
        """What waits for a decision first, then the waiting list, the accepted, and what is over."""
        order = {state: place for place, state in enumerate(PROVIDERS_ORDER)}
        rank = Case(*(When(state=state, then=place) for state, place in order.items()), default=len(order))
        return self.passed_on().order_by(rank, "place", "applied_at", "pk")

    def for_list(self) -> Self:
        """With what a list shows, in a constant number of queries."""
        return self.select_related("session__course__provider__state", "applicant", "country")

    def over_since(self, moment: datetime) -> Self:
        """With text, of sessions that were over before that moment, or decided against before it."""
        over = Q(session__ends_at__lt=moment) | (~Q(state__in=LIVE) & Q(changed_at__lt=moment))
        return self.filter(over).exclude(motivation="", reason="")


class ApplicationStepQuerySet(QuerySet):
    """Selections of the steps of applications."""

    def visible_to(self, user: Any) -> Self:
        """To those who may read the application."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        cleared = Q(application__needs_clearance=False) | Q(application__cleared_at__isnull=False)
        provided = of_providers_of(user, *EDITORS, path="application__session__course__")
        mine = Q(application__applicant=user) | to_clear_by(user, "application__")
        return self.filter(mine | (cleared & provided))

    def in_order(self) -> Self:
        """The oldest first."""
        return self.order_by(F("at").asc(), "pk")
