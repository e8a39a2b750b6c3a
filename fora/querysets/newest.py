"""The newest threads of many spaces: the first few of each by its index, then the first of those."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from .prepared import KEYS, ONE_OF_KEYS, read_records, read_rows
from .standing import NEWEST_FIRST


def newest_threads(user: Any, spaces: Iterable[Any], size: int) -> list[Any]:
    """Listed threads of these spaces, newest post first, with space and `last_poster`; two queries."""
    at_hand = {space.pk: space for space in spaces}
    if not at_hand:
        return []
    keys = [
        key for row in read_rows(_first_keys, None, {KEYS: [*at_hand]}, size) for part in row for key in part
    ]
    found = read_records(_newest, user, {KEYS: keys}, size)
    for thread in found:
        thread.space = at_hand[thread.space_id]
    return found


def _first_keys(_user: Any, size: int) -> QuerySet:
    Space, Thread = (apps.get_model("fora", name) for name in ("Space", "Thread"))
    of_space = Thread.objects.listed().filter(space=OuterRef("pk"))
    loose = of_space.filter(is_pinned=False).order_by(*NEWEST_FIRST).values("pk")[:size]
    pinned = of_space.filter(is_pinned=True).order_by("id").values("pk")[:size]
    rows = Space.objects.filter(pk__in=ONE_OF_KEYS).values_list(ArraySubquery(loose), ArraySubquery(pinned))
    return rows.order_by()


def _newest(user: Any, size: int) -> QuerySet:
    Thread = apps.get_model("fora", "Thread")
    threads = Thread.objects.visible_to(user).listed().with_last_poster().filter(pk__in=ONE_OF_KEYS)
    return threads.order_by(*NEWEST_FIRST)[:size]
