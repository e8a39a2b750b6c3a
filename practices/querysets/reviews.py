"""Selections of rounds and reviews; `visible_to` is the only door to them."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, F, Q, QuerySet

from network.choices import Role

OF_THE_DESK = (Role.SCREENER, Role.STAFF_MANAGER)


class RoundQuerySet(QuerySet):
    """Selections of rounds."""

    def visible_to(self, user: Any) -> Self:
        """For the desk alone; none of a state or body that the person belongs to, none that they score in."""
        if user.is_anonymous or not user.has_role(*OF_THE_DESK):
            return self.none()
        return self.exclude(_of_own(user, "practice")).exclude(reviews__reviewer=user.pk)

    def open(self) -> Self:
        """Those on which nobody has decided yet."""
        return self.filter(closed_at__isnull=True)


class ReviewQuerySet(QuerySet):
    """Selections of reviews."""

    def visible_to(self, user: Any) -> Self:
        """Each reviewer's own, that count; the desk sees all but those of its people's own state or body."""
        if user.is_anonymous:
            return self.none()
        own = Q(reviewer=user.pk, ended_at__isnull=True)
        if not user.has_role(*OF_THE_DESK):
            return self.filter(own)
        scored = self.model._default_manager.filter(reviewer=user.pk).values("round")
        return self.filter(own | ~(_of_own(user, "round__practice") | Q(round__in=scored)))

    def live(self) -> Self:
        """Those that count."""
        return self.filter(ended_at__isnull=True)

    def open(self) -> Self:
        """Those of rounds on which nobody has decided yet, that count."""
        return self.live().filter(round__closed_at__isnull=True)

    def workload(self, today: date) -> dict[int, dict[str, Any]]:
        """By reviewer: how many are `waiting` for scores, `late` and `done`."""
        waiting = Q(submitted_at__isnull=True, ended_at__isnull=True, round__closed_at__isnull=True)
        rows = (
            self.order_by()
            .values("reviewer")
            .annotate(
                waiting=Count("pk", filter=waiting),
                late=Count("pk", filter=waiting & Q(due_on__lt=today)),
                done=Count("pk", filter=Q(submitted_at__isnull=False)),
                refused=Count("pk", filter=Q(end_reason="refused")),
            )
        )
        return {row["reviewer"]: row for row in rows}

    def named_first(self) -> Self:
        """In the order in which they were named, with the people."""
        return self.select_related("reviewer").order_by(F("ended_at").asc(nulls_first=True), "named_at", "pk")


def _of_own(user: Any, practice: str) -> Q:
    """What concerns a state or an organization of the person, or what the person wrote."""
    states = {grant.state_id for grant in user.grants if grant.state_id}
    own = Q(**{f"{practice}__country__in": states}) | Q(**{f"{practice}__author": user.pk})
    return own | Q(**{f"{practice}__organization__in": user.organization_ids})
