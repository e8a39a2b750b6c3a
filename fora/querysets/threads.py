"""Selections of threads: lists by key, what is unread."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Self

from django.apps import apps
from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.fields.tuple_lookups import TupleGreaterThan, TupleLessThan
from django.db.models.functions import Cast, Coalesce, Concat

from ..choices import PostState
from .standing import NEWEST_FIRST, readable_spaces, readable_threads, standing_of

VISIBLE_THREAD = Q(visible_count__gt=0, is_hidden=False)
"""What readers of a space see of its threads; the partial indexes are of exactly these."""

PAGE = 25
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_CURSOR = re.compile(r"(after|before)-(\d{1,17})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Cursor:
    """A place in a list of threads: those after or before one of them."""

    forward: bool
    at: dt.datetime
    pk: int

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """The place that an address names, or None when it names none."""
        match = _CURSOR.fullmatch(text or "")
        if match is None:
            return None
        return cls(match[1] == "after", _EPOCH + dt.timedelta(microseconds=int(match[2])), int(match[3]))

    def __str__(self) -> str:
        microseconds = (self.at - _EPOCH) // dt.timedelta(microseconds=1)
        return f"{'after' if self.forward else 'before'}-{microseconds}-{self.pk}"


class ThreadQuerySet(QuerySet):
    """Selections of threads."""

    def visible_to(self, user: Any) -> Self:
        """Those with published posts in spaces that one reads; the own; what waits for moderators."""
        return self.filter(readable_threads(user))

    def unfiltered(self) -> Self:
        """All, whoever asks: for services that have checked otherwise."""
        return self

    def listed(self) -> Self:
        """What lists and feeds show: the same for all who read the space."""
        return self.filter(VISIBLE_THREAD)

    def of_space(self, space_id: int) -> Self:
        """Threads of one space."""
        return self.filter(space=space_id)

    def pinned(self) -> Self:
        """Pinned ones, first in every list."""
        return self.listed().filter(is_pinned=True).order_by("id")

    def page(self, cursor: Cursor | None = None, size: int = PAGE) -> list[Any]:
        """Listed threads that are not pinned, newest post first, from a place on: one more than `size` when
        there are more. Before a place they are given nearest first; see `Cursor`."""
        return list(self.stretch(cursor, size))

    def stretch(self, cursor: Cursor | None = None, size: int = PAGE) -> Self:
        """The selection that `page` reads."""
        rows = self.listed().filter(is_pinned=False)
        if cursor is None:
            return rows.order_by(*NEWEST_FIRST)[: size + 1]
        here, there = (F("last_visible_at"), F("id")), (cursor.at, cursor.pk)
        if cursor.forward:
            return rows.filter(TupleLessThan(here, there)).order_by(*NEWEST_FIRST)[: size + 1]
        return rows.filter(TupleGreaterThan(here, there)).order_by("last_visible_at", "id")[: size + 1]

    def with_last_poster(self) -> Self:
        """`last_poster`: the name under the last published post."""
        Post = apps.get_model("fora", "Post")  # models import this module

        last = Post.objects.filter(thread=OuterRef("pk"), seq=OuterRef("last_visible_seq"))
        return self.annotate(last_poster=Subquery(last.values("author_name")[:1]))

    def with_read_mark(self, user: Any) -> Self:
        """`last_read_seq`: up to where the person has read; None where never."""
        ReadThread = apps.get_model("fora", "ReadThread")  # models import this module

        mark = ReadThread.objects.filter(user=standing_of(user).user_id, thread=OuterRef("pk"))
        return self.annotate(last_read_seq=Subquery(mark.values("last_read_seq")[:1]))

    def of_reader(self, user: Any) -> Self:
        """`last_read_seq`, `following` (how the person hears of the thread), `has_waiting` (posts without a
        number that they may read), `has_draft`, `last_own` (names what they submitted last, wherever):
        nothing of these for a visitor."""
        who = standing_of(user)
        if who.user_id is None:
            return self.annotate(
                last_read_seq=Value(None, output_field=IntegerField()),
                following=Value("", output_field=CharField()),
                has_waiting=Value(False, output_field=BooleanField()),
                has_draft=Value(False, output_field=BooleanField()),
                last_own=Value("", output_field=CharField()),
            )
        Post, Subscription = (apps.get_model("fora", name) for name in ("Post", "Subscription"))
        own = Subscription.objects.filter(user=who.user_id, thread=OuterRef("pk"))
        unplaced = Post.objects.visible_to(user).filter(thread=OuterRef("pk"), seq__isnull=True)
        mine = (
            Post.objects.filter(author=who.user_id, submitted_at__isnull=False)
            .order_by("-submitted_at")
            .values("pk")[:1]
        )
        return self.with_read_mark(user).annotate(
            following=Coalesce(Subquery(own.values("frequency")[:1]), Value("")),
            has_waiting=Exists(unplaced.filter(state__in=[PostState.PENDING, PostState.REJECTED])),
            has_draft=Exists(unplaced.filter(state=PostState.DRAFT, author=who.user_id)),
            last_own=Concat(Value("n"), Coalesce(Cast(Subquery(mine), CharField()), Value("0"))),
        )

    def waiting(self) -> Self:
        """With posts that await approval."""
        return self.filter(pending_count__gt=0)


class ThreadMoveQuerySet(QuerySet):
    """Selections of moves of threads."""

    def visible_to(self, user: Any) -> Self:
        """Where the person reads both the space that the thread left and the thread where it is now."""
        return self.filter(readable_threads(user, "thread__") & readable_spaces(user, "space__"))

    def told(self, space_id: int, since: dt.datetime) -> Self:
        """What readers of a space are told: threads with published posts that left it since, latest first."""
        listed = {"thread__visible_count__gt": 0, "thread__is_hidden": False}
        return self.filter(space=space_id, moved_at__gt=since, **listed).order_by("-moved_at", "-pk")
