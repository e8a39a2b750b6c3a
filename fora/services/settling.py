"""What follows from a post's new state: the thread's figures, search rows, translations."""

from ..choices import PostState
from ..models import Post
from .figures import save_figures, shift
from .following_text import follow_post, follow_thread


def move_to(post: Post, target: PostState, *more: str) -> None:
    """Bring a locked post, or a new one, to its next state and save it with the columns that changed besides.

    A number is to be given before. Thread, search rows and translations follow in this transaction.
    """
    thread, source = post.thread, post.state
    was_visible = thread.is_visible
    post.state = target
    shift(thread, post, source, target)
    save_figures(thread)
    is_new = post.pk is None
    post.save(update_fields=None if is_new else ["state", *more])
    if thread.is_visible != was_visible:
        follow_thread(thread)
    if PostState.PUBLISHED in (source, target):
        follow_post(post, is_new=is_new)
