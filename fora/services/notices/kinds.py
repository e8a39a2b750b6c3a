"""Kinds of news of the fora: what they are about, and who may still see it when it is told."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from network.models import User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.models import Notification
from network.ui import languages, markdown
from network.ui.numbers import moment

from ...choices import Access, PostState
from ...models import Post, Space
from ...querysets import standing_of
from .audience import wishes_of_thread
from .words import OF_POSTS, OF_SPACES

EXCERPT = 700


def register_news() -> None:
    """Make these kinds of news known."""
    for verb, words in OF_POSTS.items():
        register(
            Kind(
                verb=verb,
                **words._asdict(),
                values=_of_post,
                found=_pending if verb == "fora.pending" else _published,
                wishes=wishes_of_thread if verb == "fora.posted" else None,
                is_private=lambda post: post.thread.space.access == Access.PRIVATE,
            )
        )
    for verb, words in OF_SPACES.items():
        register(
            Kind(
                verb=verb,
                **words._asdict(),
                values=_of_space,
                is_private=lambda space: space.access == Access.PRIVATE,
            )
        )


def _published(rows: Sequence[Notification], reader: User) -> dict[int, Post]:
    """The posts, as far as they are published now and the reader may read them."""
    return _found(rows, Post.objects.visible_to(reader).published())


def _pending(rows: Sequence[Notification], reader: User) -> dict[int, Post]:
    """The posts, as far as they still wait and the reader moderates there."""
    who, posts = standing_of(reader), Post.objects.visible_to(reader).filter(state=PostState.PENDING)
    return _found(rows, posts if who.everywhere else posts.filter(thread__space__in=who.moderated))


def _found(rows: Sequence[Notification], posts: Any) -> dict[int, Post]:
    known = posts.select_related("thread__space").in_bulk({row.context.get("post") for row in rows} - {None})
    return {row.pk: known[key] for row in rows if (key := row.context.get("post")) in known}


def _of_post(matter: Matter) -> dict[str, Any]:
    post: Post = matter.about
    words = post.passage("body")
    return {
        "title": post.thread.passage("title").text,
        "space": post.thread.space.passage("title").text,
        "author": post.author_name,
        "excerpt": markdown.excerpt(words.text, EXCERPT),
        "note": _translated(post) if words.is_machine else "",
    }


def _translated(post: Post) -> str:
    name = languages.NAMES[post.source_language]
    return _("Translated by a machine. The original (%(language)s) stands in the portal.") % {
        "language": name
    }


def _of_space(matter: Matter) -> dict[str, Any]:
    space: Space = matter.about
    return {
        "space": space.passage("title").text,
        "until": moment(space.closes_at) if space.closes_at else "",
    }
