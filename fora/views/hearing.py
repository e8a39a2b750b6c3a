"""The panel on which a reader says how they want to hear of new posts."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from network.ui import languages

from ..choices import Following
from ..models import Space, Thread
from ..rules import takes_part


def following_of(request: HttpRequest, space: Space, thread: Thread | None = None) -> dict[str, Any]:
    """What fora/_follow.html shows: nothing to choose for who does not take part."""
    what: Any = thread or space
    args = [space.slug, thread.pk] if thread else [space.slug]
    context: dict[str, Any] = {"following": what.following, "is_thread": thread is not None}
    if takes_part(request.user):
        context["follow"] = Following.choices
        context["follow_url"] = reverse("fora:follow_thread" if thread else "fora:follow_space", args=args)
        context["read_url"] = "" if thread else reverse("fora:read_space", args=args)
    if space.is_public and (thread is None or thread.is_visible):
        name = "thread-feed" if thread else "space-feed"
        context["feed_url"] = f"{reverse(name, args=args)}?lang={languages.active()}"
    return context
