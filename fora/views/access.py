"""Finding what an address names, for those who may know of it."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..models import Space, Thread


def find_space(user: Any, slug: str) -> Space:
    """The space, with what the reader has of it, or 404; one query."""
    return get_object_or_404(Space.objects.visible_to(user).of_reader(user), slug=slug)


def find_thread(user: Any, slug: str, pk: int) -> Thread:
    """The thread of that space, with what the reader has of it, or 404; one query."""
    threads = Thread.objects.visible_to(user).select_related("space", "agenda_item")
    found = threads.of_reader(user).filter(pk=pk, space__slug=slug).first()
    if found is None:
        raise Http404
    return found
