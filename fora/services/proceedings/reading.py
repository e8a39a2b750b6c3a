"""The threads of a forum and their posts in order, as one reader may read them."""

from collections.abc import Iterator
from typing import Any

from network.ui import languages

from ...models import Post, Space, Thread
from ...querysets import Place

STEP = 200  # posts read at a time


def threads_of(space: Space, user: Any) -> Any:
    """Threads that the reader finds in the space, the oldest first."""
    return Thread.objects.visible_to(user).listed().of_space(space.pk).select_related("space").order_by("pk")


def places_of(thread: Thread, user: Any, *, original: bool = False) -> Iterator[Place]:
    """All places of a thread in order, a stretch at a time."""
    for first in range(1, thread.last_seq + 1, STEP):
        yield from Post.objects.places(
            thread_id=thread.pk,
            first=first,
            last=first + STEP - 1,
            user=user,
            language=languages.active(),
            original=original,
        )
