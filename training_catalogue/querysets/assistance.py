"""Selections of offers and requests; `visible_to` is the only door to them."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Q, QuerySet

from network.choices import Role

from ..choices.assistance import IN_WRITERS_HANDS, READ_BY_ALL, AssistanceKind, AssistanceState
from .parties import spoken_for, written_by

OF_ALL = Q(state__in=READ_BY_ALL)
OF_MODERATORS = ~Q(state__in=(AssistanceState.DRAFT, AssistanceState.AWAITING_CLEARANCE))
GIVES = Q(kind=AssistanceKind.OFFER) | Q(is_two_way=True)
ASKS = Q(kind=AssistanceKind.REQUEST) | Q(is_two_way=True)


class AssistanceQuerySet(QuerySet):
    """Selections of offers and requests of assistance."""

    def visible_to(self, user: Any) -> Self:
        """Published and closed ones for everyone; a party's own for its people; submitted ones for staff."""
        if user.is_anonymous:
            return self.filter(OF_ALL)
        if user.has_role(Role.STAFF_MANAGER):
            return self
        allowed = OF_ALL | written_by(user)
        if user.has_role(Role.SCREENER):
            allowed |= OF_MODERATORS
        return self.filter(allowed)

    def published(self) -> Self:
        """What stands open to all."""
        return self.filter(state=AssistanceState.PUBLISHED)

    def to_confirm(self) -> Self:
        """What was asked about and nobody has confirmed yet."""
        states = (AssistanceState.PUBLISHED, AssistanceState.HIDDEN)
        return self.filter(reminded_on__isnull=False, state__in=states)

    def editable_by(self, user: Any) -> Self:
        """Drafts and returned ones of the parties that the person writes for; a staff manager's own."""
        if user.is_anonymous:
            return self.none()
        return self.filter(written_by(user) | Q(author=user), state__in=IN_WRITERS_HANDS)

    def of_people(self, user: Any) -> Self:
        """All that the person's states and organizations wrote, wherever it is, and what the person began."""
        if user.is_anonymous:
            return self.none()
        return self.filter(written_by(user) | Q(author=user))

    def spoken_for_by(self, user: Any) -> Self:
        """Of the parties that the person speaks for."""
        return self.none() if user.is_anonymous else self.filter(spoken_for(user))

    def for_list(self) -> Self:
        """With what a line shows, in a constant number of queries."""
        return self.select_related("country", "organization__state").prefetch_related("topics")


class OfAssistanceQuerySet(QuerySet):
    """Selections of the steps of offers and requests."""

    def visible_to(self, user: Any) -> Self:
        """For the people of the party, and for the Secretariat from the submission on."""
        Assistance = apps.get_model("training_catalogue", "Assistance")  # models import this module

        if user.is_anonymous:
            return self.none()
        found = Assistance.objects.visible_to(user)
        if not user.has_role(Role.STAFF_MANAGER, Role.SCREENER):
            found = found.filter(written_by(user))
        return self.filter(assistance__in=found)


class InquiryQuerySet(QuerySet):
    """Selections of what people wrote to a party through the portal."""

    def visible_to(self, user: Any) -> Self:
        """For who wrote it and for those who speak for the party."""
        if user.is_anonymous:
            return self.none()
        return self.filter(Q(sender=user) | spoken_for(user, "assistance__"))
