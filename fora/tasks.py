"""Work that the outbox does for the fora."""

from datetime import timedelta

from network.notifications.choices import Queue
from network.notifications.registry import every, work

from .services.following import prune_marks
from .services.following_text import THREAD_TEXT, index_thread
from .services.leaving import NAMES, forget_name
from .services.notices import TELL, tell_of_opened_fora, tell_of_post
from .services.reconciling import reconcile
from .services.spaces import close_spaces


@work(THREAD_TEXT, lease=timedelta(minutes=30), in_transaction=False)
def follow_readers(*, thread_id: int) -> None:
    """Have the posts of a thread found and translated for those who read it now."""
    index_thread(thread_id=thread_id)


@work(TELL)
def tell(*, post: int) -> None:
    """Tell people of a post that was published."""
    tell_of_post(post_id=post)


@work(NAMES, lease=timedelta(minutes=30), in_transaction=False)
def forget_names(*, user: int) -> None:
    """Take the name of a person who has left out of what others wrote."""
    forget_name(user_id=user)


@work("fora.open", lease=timedelta(minutes=5))
def tell_of_opening() -> None:
    """Tell people of fora that have opened."""
    tell_of_opened_fora()


every(timedelta(minutes=5), task="fora.open")


@work("fora.close", lease=timedelta(minutes=5))
def tell_of_closed_fora() -> None:
    """Tell people of fora that are over."""
    close_spaces()


every(timedelta(minutes=5), task="fora.close")


@work("fora.reconcile", lease=timedelta(hours=1), in_transaction=False)
def recount() -> None:
    """Recount what lists are served from, and forget old read marks."""
    reconcile()
    prune_marks()


every(timedelta(days=1), task="fora.reconcile", queue=Queue.BULK)
