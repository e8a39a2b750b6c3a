"""Selections of spaces and what belongs to them."""

import datetime as dt
from typing import Any, Self

from django.apps import apps
from django.db.models import CharField, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..choices import LEADING, SpaceKind, SpaceState
from .standing import readable_spaces, standing_of


class SpaceQuerySet(QuerySet):
    """Selections of spaces."""

    def visible_to(self, user: Any) -> Self:
        """Public ones; to members theirs; private ones to those let in; what is prepared to who leads it."""
        return self.filter(readable_spaces(user))

    def unfiltered(self) -> Self:
        """All, whoever asks: for services that have checked otherwise."""
        return self

    def of_reader(self, user: Any) -> Self:
        """`entered_at`: since when a person counts what is new there; `following`: how they hear of it."""
        who = standing_of(user)
        if who.user_id is None:
            return self.annotate(
                entered_at=Value(None, output_field=DateTimeField()),
                following=Value("", output_field=CharField()),
            )
        ReadSpace, Subscription = (apps.get_model("fora", name) for name in ("ReadSpace", "Subscription"))
        entered = ReadSpace.objects.filter(user=who.user_id, space=OuterRef("pk"))
        own = Subscription.objects.filter(user=who.user_id, space=OuterRef("pk"))
        return self.annotate(
            entered_at=Subquery(entered.values("read_at")[:1]),
            following=Coalesce(Subquery(own.values("frequency")[:1]), Value("")),
        )

    def with_parts(self) -> Self:
        """`has_agenda`, `has_papers`, `has_reports`, `has_pinned`, `has_moved`: what there is at all,
        so that what is not there is not asked for; who may read it is asked with it."""
        parts = {"has_agenda": "AgendaItem", "has_papers": "BackgroundPaper", "has_reports": "FinalReport"}
        there = {
            name: Exists(apps.get_model("fora", model).objects.order_by().filter(space=OuterRef("pk")))
            for name, model in parts.items()
        }
        pinned = apps.get_model("fora", "Thread").objects.pinned().order_by().filter(space=OuterRef("pk"))
        moved = apps.get_model("fora", "ThreadMove").objects.order_by().filter(space=OuterRef("pk"))
        return self.annotate(has_pinned=Exists(pinned), has_moved=Exists(moved), **there)

    def of_kind(self, kind: SpaceKind) -> Self:
        """Spaces of one kind."""
        return self.filter(kind=kind)

    def moderated_by(self, user: Any) -> Self:
        """Where the person moderates."""
        who = standing_of(user)
        return self if who.everywhere else self.filter(pk__in=who.moderated)

    def led_by(self, user: Any) -> Self:
        """Where the person is facilitator or chair."""
        return self.filter(pk__in=standing_of(user).led)

    def open_now(self, at: dt.datetime | None = None) -> Self:
        """Taking posts at this moment, or at another."""
        now = at or timezone.now()
        return self.filter(
            Q(opens_at__isnull=True) | Q(opens_at__lte=now),
            Q(closes_at__isnull=True) | Q(closes_at__gt=now),
            state=SpaceState.OPEN,
        )

    def closed_untold(self) -> Self:
        """Over, and nobody has been told yet."""
        return self.filter(closes_at__lte=timezone.now(), closing_told_at__isnull=True, state=SpaceState.OPEN)


class SpaceGrantQuerySet(QuerySet):
    """Selections of what people are in spaces."""

    def in_force(self, at: dt.datetime | None = None) -> Self:
        """Begun, not over, not revoked; now, unless a moment is given."""
        now = at or timezone.now()
        return self.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=now), starts_at__lte=now, revoked_at__isnull=True
        )

    def visible_to(self, user: Any) -> Self:
        """A person's own; who leads a space that one reads; where one was let in by name, who else is in;
        all of a space to those who lead it."""
        who = standing_of(user)
        if who.everywhere:
            return self
        known = Q(capacity__in=LEADING) | Q(space__in=who.entered)
        shown = known & Q(revoked_at__isnull=True) & readable_spaces(user, "space__")
        return self.filter(Q(user=who.user_id) | Q(space__in=who.led) | shown)

    def leading(self, at: dt.datetime | None = None) -> Self:
        """Facilitators and chairs, now or at a moment."""
        return self.in_force(at).filter(capacity__in=LEADING)


class AgendaItemQuerySet(QuerySet):
    """Selections of agenda items."""

    def visible_to(self, user: Any) -> Self:
        """Those of spaces that the person may read."""
        return self.filter(readable_spaces(user, "space__"))


class PaperQuerySet(QuerySet):
    """Selections of background papers."""

    def visible_to(self, user: Any) -> Self:
        """Those of spaces that the person may read."""
        return self.filter(readable_spaces(user, "space__"))


class PaperVersionQuerySet(QuerySet):
    """Selections of background papers by language."""

    def visible_to(self, user: Any) -> Self:
        """Those of spaces that the person may read."""
        return self.filter(readable_spaces(user, "paper__space__"))
