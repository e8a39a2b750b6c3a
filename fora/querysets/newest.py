"""The newest threads of many spaces: the first few of each by its index, then the first of those."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from .standing import NEWEST_FIRST


def newest_threads(user: Any, spaces: Iterable[Any], size: int) -> list[Any]:
    """Listed threads of these spaces, newest post first, with space and `last_poster`; two queries."""
    Space, Thread = (apps.get_model("fora", name) for name in ("Space", "Thread"))
    at_hand = {space.pk: space for space in spaces}
    if not at_hand:
        return []
    of_space = Thread.objects.listed().filter(space=OuterRef("pk"))
    loose = of_space.filter(is_pinned=False).order_by(*NEWEST_FIRST).values("pk")[:size]
    pinned = of_space.filter(is_pinned=True).order_by("id").values("pk")[:size]
    rows = Space.objects.filter(pk__in=at_hand).values_list(ArraySubquery(loose), ArraySubquery(pinned))
    keys = [key for row in rows.order_by() for part in row for key in part]
    threads = Thread.objects.visible_to(user).listed().with_last_poster().filter(pk__in=keys)
    found = list(threads.order_by(*NEWEST_FIRST)[:size])
    for thread in found:
        thread.space = at_hand[thread.space_id]
    return found
