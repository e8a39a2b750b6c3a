"""Selections of practices; `visible_to` is the only door to them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self

from django.apps import apps
from django.db.models import Case, Count, DateField, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate

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
        PracticeState.IN_REVIEW,
        PracticeState.CONSENSUS,
        PracticeState.DECLINED,
        PracticeState.UNDER_APPEAL,
        PracticeState.DECLINED_FOR_GOOD,
        PracticeState.WITHDRAWN,
    ]
)
JUDGED = (PracticeState.IN_REVIEW, PracticeState.CONSENSUS)


ON_THE_DESK = (
    PracticeState.AWAITING_CLEARANCE,
    PracticeState.SUBMITTED,
    PracticeState.SCREENING,
    *JUDGED,
    PracticeState.RETURNED,
    PracticeState.UNDER_APPEAL,
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
        """Published ones for everyone; a state's own for its people; what was submitted for screeners.

        What is in review also for its reviewers, once they have declared to have no conflict of interest.
        """
        if user.is_anonymous:
            return self.published()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        allowed = OF_THE_PUBLIC | Q(country__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        if user.has_role(Role.SCREENER):
            allowed |= OF_SCREENERS
        if user.has_role(Role.REVIEWER):
            allowed |= Q(state__in=JUDGED, pk__in=_scored_by(user))
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

    def with_due(self, days: Mapping[str, int]) -> Self:
        """`due_on`: until when somebody is to move it; of `with_last_step`.

        `days` in a state after which it is due; what is in review has the day that its round was given.
        """
        ReviewRound = apps.get_model("practices", "ReviewRound")  # models import this module

        given = ReviewRound.objects.open().filter(practice=OuterRef("pk")).values("due_on")[:1]
        after = [
            When(state=state, then=TruncDate(F("stepped_at") + Value(timedelta(days=number)), tzinfo=UTC))
            for state, number in days.items()
            if number
        ]
        reviewed = When(state__in=JUDGED, then=Subquery(given))
        return self.annotate(due_on=Case(reviewed, *after, default=None, output_field=DateField()))

    def with_reviews(self) -> Self:
        """`reviewers_named` and `reviewers_done` in the open round."""
        Review = apps.get_model("practices", "Review")  # models import this module

        live = Review.objects.open().filter(round__practice=OuterRef("pk")).order_by()
        counted = live.values("round__practice")
        named = counted.annotate(number=Count("pk")).values("number")
        done = counted.annotate(number=Count("submitted_at")).values("number")
        return self.annotate(
            reviewers_named=Coalesce(Subquery(named), 0), reviewers_done=Coalesce(Subquery(done), 0)
        )

    def considered_and_not_rated(self, before: datetime) -> Self:
        """Declined for good, or declined `before` without appeal, whose state agreed that it is listed."""
        TransitionEvent = apps.get_model("practices", "TransitionEvent")  # models import this module

        steps = TransitionEvent.objects.filter(
            practice=OuterRef("pk"),
            to_state__in=[PracticeState.DECLINED, PracticeState.DECLINED_FOR_GOOD],
        )
        rows = self.filter(consents_to_list_if_declined=True, identifier=None, revises=None)
        rows = rows.annotate(declined_at=Subquery(steps.order_by("-at").values("at")[:1]))
        final = Q(state=PracticeState.DECLINED_FOR_GOOD)
        return rows.filter(final | Q(state=PracticeState.DECLINED, declined_at__lt=before))

    def lanes(self, today: date) -> dict[str, dict[str, Any]]:
        """How many are in each state, how many are late, since when the oldest is there; of `with_due`."""
        rows = (
            self.order_by()
            .values("state")
            .annotate(
                count=Count("pk"),
                oldest=Min("stepped_at"),
                late=Count("pk", filter=Q(due_on__lt=today)),
            )
        )
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


def _scored_by(user: Any) -> QuerySet:
    """Keys of the practices that the person has accepted to review."""
    Review = apps.get_model("practices", "Review")  # models import this module

    mine = Review.objects.open().filter(reviewer=user.pk, accepted_at__isnull=False)
    return mine.values("round__practice")
