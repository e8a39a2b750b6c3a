"""How posts are found: only published ones, behind the key of their space."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.search.registry import Entry, Indexer
from network.ui.markdown import excerpt

from ..choices import SpaceState
from ..models import Post
from .following_text import POST

SUMMARY = 280  # characters


def post_indexer() -> Indexer:
    """Published posts of spaces that are not in preparation, for network.search."""
    return Indexer(
        kind=POST,
        label=_("Post"),
        label_plural=_("Posts"),
        entries=post_entries,
        ids=findable_ids,
        list_url="",
    )


def findable() -> Any:
    """Posts that are to be found."""
    return Post.objects.unfiltered().published().exclude(thread__space__state=SpaceState.PREPARATION)


def findable_ids() -> list[int]:
    """Keys of all posts that are to be found."""
    return list(findable().values_list("pk", flat=True))


def post_entries(ids: Sequence[int]) -> Iterator[Entry]:
    """Entries of the published ones among these: the original, and each language that has a translation."""
    for post in findable().filter(pk__in=ids).select_related("thread__space"):
        yield from entries_of(post)


def entries_of(post: Post) -> Iterator[Entry]:
    """The entries of one post read with its thread and space. Its words are taught to nobody."""
    thread, space = post.thread, post.thread.space
    translated = [
        code for code in Language.values if code != post.source_language and getattr(post, f"body_{code}")
    ]
    for code in [post.source_language, *translated]:
        title = thread.passage("title", code)
        body = getattr(post, f"body_{code}")
        yield Entry(
            object_id=post.pk,
            language=code,
            is_original=code == post.source_language,
            address=post.path[:200],
            visibility=space.visibility,
            published_at=post.published_at or post.created_at,
            title=title.text,
            title_language=title.language,
            summary=excerpt(body, SUMMARY),
            body=body,
            facets=_facets(post),
            display={
                "space": space.slug,
                "thread": thread.pk,
                "seq": post.seq,
                "author": post.author_name,
                "state": post.country_id,
                "source": post.source_language,
                "translated": translated,
                "sample": post.is_demonstration,
            },
            is_taught=False,
        )


def _facets(post: Post) -> list[str]:
    facets = {f"space:{post.thread.space_id}", f"origin:{post.source_language}"}
    if post.country_id:
        facets.add(f"state:{post.country_id}")
    return sorted(facets)
