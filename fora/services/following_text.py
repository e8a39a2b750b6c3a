"""Search rows and translations follow the text and its readers.

What many posts lose at once (a thread is hidden, or goes where fewer read) is taken away in the transaction;
what they gain comes by the outbox.
"""

from collections.abc import Iterable
from time import time_ns

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from network.l10n.services.staleness import follow_record, stand_for
from network.notifications.choices import Queue
from network.notifications.services import enqueue
from network.search.services import index_objects, take_out

from ..models import Post, Thread

POST = "post"
THREAD_TEXT = "fora.index_thread"
BATCH = 200


def follow_post(post: Post, *, is_new: bool = False) -> None:
    """One post changed: its search rows are made anew (saving it told the translations)."""
    index_objects(POST, [post.pk], are_new=is_new)


def follow_thread(thread: Thread) -> None:
    """The thread came to light or went: its title is translated for those who read it."""
    follow_record(thread)


def forget_title(thread: Thread) -> None:
    """The title is gone for good: search rows of its posts, which bear it, go at once and are made anew."""
    follow_thread(thread)
    take_out(POST, list(Post.objects.unfiltered().filter(thread=thread).values_list("pk", flat=True)))
    show_later(thread)


def hide_texts(posts: QuerySet[Post], *, is_public: bool) -> None:
    """Take the text of these posts from search and from the translators' desk, at once."""
    keys = list(posts.values_list("pk", flat=True))
    take_out(POST, keys)
    names = posts.annotate(key=Cast("pk", CharField())).values("key")
    stand_for("fora.post", names, is_readable=False, is_public=is_public)


def show_later(thread: Thread) -> None:
    """Have the posts of a thread found and translated again, as its readers now are."""
    enqueue(
        task=THREAD_TEXT,
        dedupe_key=f"{THREAD_TEXT}:{thread.pk}:{time_ns()}",
        args={"thread_id": thread.pk},
        queue=Queue.DEFAULT,
        kind="fora.thread",
    )


def index_thread(*, thread_id: int) -> int:
    """Make search rows and jobs of translation of a thread's posts agree with its readers; how many posts."""
    thread = Thread.objects.unfiltered().select_related("space").filter(pk=thread_id).first()
    if thread is None:
        return 0
    follow_record(thread)
    keys = list(Post.objects.unfiltered().filter(thread=thread).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        _bring_in_line(keys[start : start + BATCH], thread)
    return len(keys)


def _bring_in_line(keys: Iterable[int], thread: Thread) -> None:
    listed = list(keys)
    index_objects(POST, listed)
    for post in Post.objects.unfiltered().published().filter(pk__in=listed):
        post.thread = thread
        follow_record(post)
