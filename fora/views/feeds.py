"""Atom feeds of spaces and threads: what everyone may read, and nothing else, whoever asks."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from network.ui import languages
from network.ui.addresses import absolute
from network.ui.feeds import AtomFeed, in_language
from network.ui.sharing import shared

from ..choices import PostState
from ..models import Post, Space, Thread
from ..querysets import Place
from .quoting import plain

NEWEST = 30
VISITOR = AnonymousUser()


class PostFeed(AtomFeed):
    """Posts, newest first, in the language of `?lang=` as far as they are translated."""

    def link(self, found: Any) -> str:
        """The page."""
        return absolute(found.get_absolute_url())

    def feed_url(self, found: Any) -> str:
        """Its own address."""
        return absolute(f"/feeds/{found.path}?lang={languages.active()}")

    feed_guid = feed_url

    def item_title(self, item: tuple[Place, Thread]) -> str:
        """Thread, number and author."""
        place, thread = item
        words = {"thread": thread, "number": place.seq, "name": place.author_name or _("Former member")}
        return _("%(thread)s, %(number)s: %(name)s") % words

    def item_description(self, item: tuple[Place, Thread]) -> str:
        """The cleaned text."""
        return item[0].html

    def item_link(self, item: tuple[Place, Thread]) -> str:
        """The permanent address."""
        return absolute(f"/{languages.active()}/fora/posts/{item[0].pk}/")

    item_guid = item_link

    def item_author_name(self, item: tuple[Place, Thread]) -> str:
        """As it stands under the post."""
        return item[0].author_name or _("Former member")

    def item_pubdate(self, item: tuple[Place, Thread]) -> datetime | None:
        """When it was published."""
        return item[0].published_at

    def item_updateddate(self, item: tuple[Place, Thread]) -> datetime | None:
        """When it was last edited."""
        return item[0].edited_at or item[0].published_at


class SpaceFeed(PostFeed):
    """The newest posts of a public space."""

    def get_object(self, request: HttpRequest, slug: str) -> Space:
        """The space, if everyone reads it."""
        found = Space.objects.visible_to(VISITOR).filter(slug=slug).first()
        if found is None:
            raise Http404
        return found

    def title(self, found: Space) -> str:
        """The space."""
        return found.passage("title").text

    def subtitle(self, found: Space) -> str:
        """What it is for."""
        return plain(found.passage("description").text)

    def items(self, found: Space) -> list[tuple[Place, Thread]]:
        """The last posts of the threads that had the newest ones."""
        rows = Thread.objects.visible_to(VISITOR).of_space(found.pk)
        threads = {thread.pk: thread for thread in [*rows.page(size=NEWEST), *rows.pinned()]}
        posts = Post.objects.visible_to(VISITOR).filter(thread__in=threads).order_by("-published_at")[:NEWEST]
        owners = dict(posts.values_list("pk", "thread_id"))
        places = Post.objects.filter(pk__in=owners).as_places(VISITOR, languages.active())
        places.sort(key=lambda place: place.published_at, reverse=True)
        return [(place, threads[owners[place.pk]]) for place in places]


class ThreadFeed(PostFeed):
    """The newest posts of a thread of a public space."""

    def get_object(self, request: HttpRequest, slug: str, pk: int) -> Thread:
        """The thread, if everyone reads it."""
        threads = Thread.objects.visible_to(VISITOR).select_related("space")
        found = threads.filter(pk=pk, space__slug=slug).first()
        if found is None:
            raise Http404
        return found

    def title(self, found: Thread) -> str:
        """The thread."""
        return found.passage("title").text

    def subtitle(self, found: Thread) -> str:
        """The space that it is in."""
        return found.space.passage("title").text

    def items(self, found: Thread) -> list[tuple[Place, Thread]]:
        """The last ones."""
        first = max(1, found.last_seq - NEWEST + 1)
        places = Post.objects.all().places(
            thread_id=found.pk, first=first, last=found.last_seq, user=VISITOR, language=languages.active()
        )
        return [(place, found) for place in reversed(places) if place.state == PostState.PUBLISHED]


space_feed = shared(in_language(SpaceFeed()))
thread_feed = shared(in_language(ThreadFeed()))
