"""Selections of practices; `visible_to` is the only door to them."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from network.choices import Role

from .choices import PracticeState, Provenance

OF_THE_PUBLIC = Q(state=PracticeState.PUBLISHED)
OF_SCREENERS = Q(
    state__in=[
        PracticeState.SUBMITTED,
        PracticeState.SCREENING,
        PracticeState.RETURNED,
        PracticeState.DECLINED,
        PracticeState.WITHDRAWN,
    ]
)


class PracticeQuerySet(QuerySet):
    """Selections of practices."""

    def published(self) -> Self:
        """What the public reads."""
        return self.filter(OF_THE_PUBLIC)

    def with_permanent_address(self) -> Self:
        """Published once: its address answers for ever, if only to say that it was withdrawn."""
        return self.filter(OF_THE_PUBLIC | Q(state=PracticeState.WITHDRAWN, identifier__isnull=False))

    def visible_to(self, user: Any) -> Self:
        """Published ones for everyone; a state's own for its people; what was submitted for screeners."""
        if user.is_anonymous:
            return self.published()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        allowed = OF_THE_PUBLIC | Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        if user.has_role(Role.SCREENER):
            allowed |= OF_SCREENERS
        return self.filter(allowed)

    def editable_by(self, user: Any) -> Self:
        """Drafts and returned ones that the person may write in: those of the states that they write for."""
        return self.in_hands_of(user).filter(state__in=[PracticeState.DRAFT, PracticeState.RETURNED])

    def in_hands_of(self, user: Any) -> Self:
        """Not yet public, of the states that the person writes for; wherever on their way."""
        if user.is_anonymous:
            return self.none()
        theirs = Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        if user.has_role(Role.STAFF_MANAGER):
            theirs |= Q(provenance=Provenance.MINISTERIAL_RECORD)
        return self.filter(theirs, identifier__isnull=True)

    def of_country(self, iso2: str) -> Self:
        """Practices of one member state."""
        return self.filter(country_id=iso2)

    def for_page(self) -> Self:
        """With all that the public page shows, in a constant number of queries."""
        return self.select_related("country", "organization").prefetch_related(
            "topics", "iccs_sections", "building_blocks", "partners", "outcomes", "evaluations", "materials"
        )


class PartQuerySet(QuerySet):
    """Selections of what belongs to a practice; visible where the practice is."""

    def visible_to(self, user: Any) -> Self:
        """Parts of practices that the person may read."""
        from .models import Practice  # models import this module

        return self.filter(practice__in=Practice.objects.visible_to(user))
