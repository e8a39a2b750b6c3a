"""Threads with something that a person has not read, of the spaces that they have entered.

One query whatever the fora hold: in each space that was entered the threads with newer posts, by the index of
its list, less those that were read to the end.
"""

import datetime as dt
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from .prepared import KEYS, MOMENT, ONE_OF_KEYS, read_records, read_rows
from .standing import NEWEST_FIRST, standing_of

UNREAD_DAYS = 60  # what is older counts as read; read marks are kept as long
MOST_UNREAD = 99  # counted; beyond, "99+"


def unread_count(user: Any) -> int:
    """How many are unread, counted up to one more than MOST_UNREAD."""
    return min(len(unread_keys(user)), MOST_UNREAD + 1)


def unread_threads(user: Any, size: int) -> list[Any]:
    """The newest of them with space, `last_poster` and `last_read_seq`; two queries."""
    keys = unread_keys(user)
    return read_records(_whole, user, {KEYS: keys}, size) if keys else []


def unread_keys(user: Any, since: dt.datetime | None = None) -> list[int]:
    """Of the last UNREAD_DAYS days, or since a moment; of each space the newest."""
    if standing_of(user).user_id is None:
        return []
    given = {MOMENT: since or timezone.now() - dt.timedelta(days=UNREAD_DAYS)}
    return [key for row in read_rows(_keys, user, given) for part in row for key in part]


def _keys(user: Any) -> QuerySet:
    ReadSpace, Thread = (apps.get_model("fora", name) for name in ("ReadSpace", "Thread"))
    new = (
        Thread.objects.visible_to(user)
        .listed()
        .with_read_mark(user)
        .filter(space=OuterRef("space"), last_visible_at__gt=OuterRef("read_at"))
        .filter(last_visible_at__gt=MOMENT, last_visible_seq__gt=Coalesce("last_read_seq", 0))
        .values("pk")
    )
    loose = new.filter(is_pinned=False).order_by(*NEWEST_FIRST)[: MOST_UNREAD + 1]
    pinned = new.filter(is_pinned=True).order_by("id")[: MOST_UNREAD + 1]
    entered = ReadSpace.objects.filter(user=standing_of(user).user_id)
    return entered.values_list(ArraySubquery(loose), ArraySubquery(pinned))


def _whole(user: Any, size: int) -> QuerySet:
    Thread = apps.get_model("fora", "Thread")
    found = Thread.objects.visible_to(user).filter(pk__in=ONE_OF_KEYS)
    found = found.with_last_poster().with_read_mark(user).select_related("space")
    return found.order_by(*NEWEST_FIRST)[:size]
