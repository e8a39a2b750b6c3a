"""Telling people of a post: promised when it is published, done by a worker that looks at it again."""

from typing import Any

from django.utils import timezone

from network.models import User
from network.notifications.registry import SkipError
from network.notifications.services import enqueue, notify

from ...models import Post
from .audience import followers_of, moderators_of

TELL = "fora.tell"


def promise_news(post: Post) -> None:
    """Promise to tell of a post; call it in the transaction that publishes it, or that changes its words."""
    enqueue(task=TELL, dedupe_key=f"{TELL}:{post.pk}:{post.revision}", args={"post": post.pk}, kind=TELL)


def tell_of_post(*, post_id: int) -> None:
    """Tell who is mentioned, who is answered and who follows; each once, and only who may read it.

    Raises SkipError when it is not published any more: hidden meanwhile means that nobody is told.
    """
    post = Post.objects.published().filter(pk=post_id).select_related("thread__space", "author").first()
    if post is None:
        raise SkipError("The post is not published.")
    _tell("fora.mentioned", post, _mentioned(post))
    _tell("fora.replied", post, _answered(post))
    _tell("fora.posted", post, followers_of(post.thread))


def tell_of_pending(post: Post) -> None:
    """Tell the moderators of the space that a post awaits approval, in the transaction of its submission."""
    notify(
        "fora.pending",
        about=post.thread,
        to=moderators_of(post.thread.space),
        actor=post.author,
        once=f"fora.pending:{post.pk}:{post.revision}",
        post=post.pk,
    )


def _tell(verb: str, post: Post, people: Any) -> None:
    notify(verb, about=post.thread, to=people, actor=post.author, once=f"fora.post:{post.pk}", post=post.pk)


def _mentioned(post: Post) -> list[User]:
    """Who is named and not told yet; being named opens nothing to anybody."""
    waiting = post.mentions.filter(told_at__isnull=True)
    people = [each.user for each in waiting.select_related("user") if _reads(each.user, post)]
    waiting.filter(user__in=people).update(told_at=timezone.now())
    return people


def _answered(post: Post) -> list[User]:
    answered = Post.objects.filter(pk=post.reply_to_id).select_related("author").first()
    author = answered.author if answered else None
    return [author] if author is not None and _reads(author, post) else []


def _reads(person: User, post: Post) -> bool:
    return person.is_active and Post.objects.visible_to(person).filter(pk=post.pk).exists()
