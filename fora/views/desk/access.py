"""Who may enter the desk, and which records; what one may not know of answers 404."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from network.moderation.registry import ModeratedKind, find_kind
from network.views.guarding import only

from ...models import Post, Space, Thread

View = Callable[..., HttpResponseBase]
KINDS = {"posts": "fora.post", "threads": "fora.thread"}


class Subject(NamedTuple):
    """What a page of the desk is about: a post or a thread, and where it stands."""

    name: str
    kind: ModeratedKind
    record: Post | Thread
    thread: Thread
    space: Space

    @property
    def url(self) -> str:
        """Its page at the desk."""
        return reverse("fora:desk_item", args=[self.name, self.record.pk])


desk_only = only("moderation.desk")
"""For who moderates somewhere."""


def subject_of(request: HttpRequest, name: str, pk: int | str) -> Subject:
    """A post or thread of others in a space that the person moderates, or 404."""
    kind = find_kind(KINDS[name])
    related = ("thread__space", "author", "country") if name == "posts" else ("space", "starter")
    record = kind.visible(request.user).select_related(*related).filter(pk=int(pk)).first()
    if record is None or not kind.moderates(record, request.user):
        raise Http404
    thread = record if isinstance(record, Thread) else record.thread
    return Subject(name, kind, record, thread, thread.space)


def own_html(post: Post | None) -> SafeString:
    """What the author wrote, as it was cleaned when it was written."""
    return mark_safe(post.original("html")) if post else SafeString("")  # noqa: S308 - cleaned by markdown.render


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of the desk."""
    return [
        (_("Fora"), reverse("fora:overview")),
        (_("Moderation"), reverse("fora:desk")),
        *more,
    ]
