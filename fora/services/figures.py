"""The figures of a thread follow its posts: written with the thread locked, in the same transaction."""

from datetime import datetime

from ..choices import PostState
from ..models import Post, Thread
from .unread import forget_all_unread

FIGURES = ["visible_count", "pending_count", "last_seq", "last_visible_seq", "last_visible_at"]


def give_number(thread: Thread, post: Post, now: datetime) -> None:
    """The next number of the thread; in memory."""
    thread.last_seq += 1
    post.seq, post.placed_at = thread.last_seq, now


def appear(thread: Thread, post: Post) -> None:
    """A post with a number becomes visible; in memory."""
    thread.visible_count += 1
    if post.seq is not None and post.seq > thread.last_visible_seq:
        thread.last_visible_seq, thread.last_visible_at = post.seq, post.placed_at


def disappear(thread: Thread, post: Post) -> None:
    """A post is visible no more; asks for the last one that still is, if it was that."""
    thread.visible_count -= 1
    if post.seq != thread.last_visible_seq:
        return
    last = (
        Post.objects.unfiltered()
        .filter(thread=thread, state=PostState.PUBLISHED, seq__isnull=False)
        .exclude(pk=post.pk)
        .order_by("-seq")
        .values_list("seq", "placed_at")
        .first()
    )
    thread.last_visible_seq, thread.last_visible_at = last or (0, None)


def shift(thread: Thread, post: Post, source: str | None, target: str) -> None:
    """Bring the figures from a post's state to its next; the post's number is given before."""
    if source == PostState.PENDING and target != PostState.PENDING:
        thread.pending_count -= 1
    if target == PostState.PENDING and source != PostState.PENDING:
        thread.pending_count += 1
    if source == PostState.PUBLISHED and target != PostState.PUBLISHED:
        disappear(thread, post)
    if target == PostState.PUBLISHED and source != PostState.PUBLISHED:
        appear(thread, post)


def save_figures(thread: Thread, *more: str) -> None:
    """Write them down; `more` names other columns that changed."""
    Thread.objects.unfiltered().filter(pk=thread.pk).update(
        **{name: getattr(thread, name) for name in (*FIGURES, *more)}
    )
    forget_all_unread()
