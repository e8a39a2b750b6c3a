"""Finding what an address names, for those who may know of it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from ..models import Space, Thread, ThreadMove
from ..querysets.prepared import SLUG, THREAD, read_records


def find_space(user: Any, slug: str) -> Space:
    """The space, with what the reader has of it, or 404; one query."""
    found = read_records(_space, user, {SLUG: slug})
    if not found:
        raise Http404
    return found[0]


def _space(user: Any) -> QuerySet:
    return Space.objects.visible_to(user).of_reader(user).with_parts().filter(slug=SLUG)


def find_thread(user: Any, slug: str, pk: int) -> Thread:
    """The thread of that space, with what the reader has of it, or 404; one query."""
    found = read_records(_thread, user, {SLUG: slug, THREAD: pk})
    if not found:
        raise Http404
    return found[0]


def _thread(user: Any) -> QuerySet:
    threads = Thread.objects.visible_to(user).select_related("space", "agenda_item")
    return threads.of_reader(user).filter(pk=THREAD, space__slug=SLUG)


def moved_thread(user: Any, slug: str, pk: int) -> Thread | None:
    """The thread where it is now, if it was moved from that space and the reader may know of both."""
    moves = ThreadMove.objects.visible_to(user).filter(thread=pk, space__slug=slug)
    move = moves.select_related("thread__space").first()
    return move.thread if move else None
