"""Selections of practices; `visible_to` is the only door to them."""

from collections.abc import Sequence
from typing import Any, Self

from django.apps import apps
from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from network.choices import Role

from ..choices import PracticeState, Provenance
from .lines import Line, read_lines
from .whole import read_whole, stamp_of

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


ON_THE_DESK = (
    PracticeState.AWAITING_CLEARANCE,
    PracticeState.SUBMITTED,
    PracticeState.SCREENING,
    PracticeState.RETURNED,
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

    def worked_on_by(self, user: Any) -> Self:
        """Those whose way the person may follow: the state's own people, screeners, staff managers."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        theirs = Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        if user.has_role(Role.SCREENER):
            theirs |= OF_THE_PUBLIC | OF_SCREENERS
        return self.filter(theirs)

    def on_the_desk(self) -> Self:
        """What is on its way through the Secretariat, with the time of its last step."""
        return self.filter(state__in=ON_THE_DESK).with_last_step()

    def with_last_step(self) -> Self:
        """`stepped_at`: when the practice came to where it is."""
        TransitionEvent = apps.get_model("practices", "TransitionEvent")  # models import this module

        last = TransitionEvent.objects.filter(practice=OuterRef("pk")).order_by("-at", "-id").values("at")[:1]
        return self.annotate(stepped_at=Coalesce(Subquery(last), F("created_at")))

    def with_open_comments(self) -> Self:
        """`waiting_comments`: sent and not answered; `kept_comments`: not sent yet."""
        waiting = Q(field_comments__is_sent=True, field_comments__answered_at__isnull=True)
        return self.annotate(
            waiting_comments=Count("field_comments", filter=waiting),
            kept_comments=Count("field_comments", filter=Q(field_comments__is_sent=False)),
        )

    def lanes(self) -> dict[str, dict[str, Any]]:
        """How many are in each state and since when the oldest is there; of `on_the_desk`."""
        rows = self.order_by().values("state").annotate(count=Count("pk"), oldest=Min("stepped_at"))
        return {row["state"]: row for row in rows}

    def of_country(self, iso2: str) -> Self:
        """Practices of one member state."""
        return self.filter(country_id=iso2)

    def for_list(self) -> Self:
        """With what a list shows, in a constant number of queries."""
        return self.select_related("country", "organization").prefetch_related("topics")

    def for_page(self) -> Self:
        """With all that the public page shows, in a constant number of queries."""
        return self.select_related("country", "organization").prefetch_related(
            "topics", "iccs_sections", "building_blocks", "partners", "outcomes", "evaluations", "materials"
        )

    def for_comparison(self, identifiers: Sequence[str]) -> Self:
        """Those of these identifiers, with what a comparison shows, in a constant number of queries."""
        found = self.filter(identifier__in=identifiers).select_related("country", "organization")
        return found.prefetch_related("topics", "outcomes", "evaluations")

    def lines(self, keys: Sequence[int]) -> list[Line]:
        """What a list of data says of the practices of these keys, in their order; see `read_lines`."""
        return read_lines(self, keys)

    def whole(self, identifier: str) -> Any:
        """The practice of an identifier with all that its page shows, or None; see `read_whole`."""
        return read_whole(self.filter(identifier=identifier))

    def stamp(self, identifier: str) -> str | None:
        """What changes whenever `whole` does; see `stamp_of`."""
        return stamp_of(self.filter(identifier=identifier))
