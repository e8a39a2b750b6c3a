"""Public spaces and threads, for search engines."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser

from network.ui.sitemaps import LanguageSitemap

from ..models import Space, Thread

VISITOR = AnonymousUser()


class SpaceSitemap(LanguageSitemap):
    """Spaces that everyone reads."""

    def items(self) -> Any:
        """In a fixed order."""
        return Space.objects.visible_to(VISITOR).only("slug").order_by("pk")


class ThreadSitemap(LanguageSitemap):
    """Threads that everyone reads."""

    def items(self) -> Any:
        """The columns that an entry needs, and no more."""
        found = Thread.objects.visible_to(VISITOR).listed().select_related("space")
        return found.only("last_visible_at", "space__slug").order_by("pk")

    def changed_at(self, item: Thread) -> datetime | None:
        """When its last post was published."""
        return item.last_visible_at
