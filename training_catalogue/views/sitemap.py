"""Published courses, for search engines."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser

from network.ui.sitemaps import LanguageSitemap

from ..models import Course


class CourseSitemap(LanguageSitemap):
    """What the public reads, by permanent identifier."""

    def items(self) -> Any:
        """The columns that an entry needs, and no more."""
        found = Course.objects.visible_to(AnonymousUser()).filter(identifier__isnull=False)
        return found.only("identifier", "changed_at").order_by("identifier")

    def changed_at(self, item: Course) -> datetime:
        """When anything in it was last written."""
        return item.changed_at
