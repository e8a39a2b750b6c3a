"""Selections of matches and cooperations; `visible_to` is the only door to each."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Q, QuerySet

from network.choices import Role

from ..choices.cooperation import OPEN_MATCHES, PUBLIC_COOPERATIONS, CooperationState, MatchState
from .parties import spoken_for, written_by

BOTH = ("offer__", "request__")


class MatchQuerySet(QuerySet):
    """Selections of pairs that fit."""

    def visible_to(self, user: Any) -> Self:
        """For the people of both sides and for staff managers."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(written_by(user, "offer__") | written_by(user, "request__"))

    def open(self) -> Self:
        """Neither agreed by both nor declined, and both records still stand."""
        return self.filter(state__in=OPEN_MATCHES, offer__state="published", request__state="published")

    def waiting_for(self, user: Any) -> Self:
        """Open ones on which a party that the person speaks for has not spoken yet."""
        if user.is_anonymous:
            return self.none()
        by_provider = spoken_for(user, "offer__") & ~Q(state=MatchState.AWAITING_REQUESTER)
        by_requester = spoken_for(user, "request__") & ~Q(state=MatchState.AWAITING_PROVIDER)
        return self.open().filter(by_provider | by_requester)

    def of_record(self, pk: int) -> Self:
        """Those of one offer or request, on whichever side it stands."""
        return self.filter(Q(offer=pk) | Q(request=pk))

    def for_list(self) -> Self:
        """With both records and their parties, in one query."""
        return self.select_related(
            *(f"{side}{what}" for side in BOTH for what in ("country", "organization__state"))
        )


class CooperationQuerySet(QuerySet):
    """Selections of cooperations."""

    def visible_to(self, user: Any) -> Self:
        """Agreed, running and completed ones for all; a party's own for its people; everything for staff."""
        public = Q(state__in=PUBLIC_COOPERATIONS)
        if user.is_anonymous:
            return self.filter(public)
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(public | written_by(user, "match__offer__") | written_by(user, "match__request__"))

    def of_state(self, iso2: str) -> Self:
        """Those in which a member state takes part, on either side."""
        return self.filter(Q(match__offer__country=iso2) | Q(match__request__country=iso2))

    def completed(self) -> Self:
        """Those that have ended with a report."""
        return self.filter(state=CooperationState.COMPLETED)

    def waiting_for(self, user: Any) -> Self:
        """Those that wait for terms, agreement, a beginning or a report by a party the person speaks for."""
        if user.is_anonymous:
            return self.none()
        sides = spoken_for(user, "match__offer__") | spoken_for(user, "match__request__")
        return self.filter(sides).exclude(state__in=(CooperationState.COMPLETED, CooperationState.WITHDRAWN))

    def for_list(self) -> Self:
        """With both records and their parties, in one query."""
        return self.select_related(
            *(f"match__{side}{what}" for side in BOTH for what in ("country", "organization__state"))
        )


class OfCooperationQuerySet(QuerySet):
    """Selections of what belongs to a cooperation."""

    def visible_to(self, user: Any) -> Self:
        """Where the cooperation is."""
        Cooperation = apps.get_model("training_catalogue", "Cooperation")  # models import this module

        return self.filter(cooperation__in=Cooperation.objects.visible_to(user))


class CooperationReportQuerySet(OfCooperationQuerySet):
    """Selections of reports."""

    def visible_to(self, user: Any) -> Self:
        """Of completed ones for everyone; before, for the people of both sides and for staff."""
        Cooperation = apps.get_model("training_catalogue", "Cooperation")  # models import this module

        found = super().visible_to(user)
        if user.is_anonymous:
            return found.filter(cooperation__state=CooperationState.COMPLETED)
        if user.has_role(Role.STAFF_MANAGER):
            return found
        theirs = Cooperation.objects.filter(
            written_by(user, "match__offer__") | written_by(user, "match__request__")
        )
        return found.filter(Q(cooperation__state=CooperationState.COMPLETED) | Q(cooperation__in=theirs))


class CooperationStepQuerySet(OfCooperationQuerySet):
    """Selections of the steps of cooperations, with what was said at each."""

    def visible_to(self, user: Any) -> Self:
        """For the people of both sides and for staff managers."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(
            written_by(user, "cooperation__match__offer__")
            | written_by(user, "cooperation__match__request__")
        )
