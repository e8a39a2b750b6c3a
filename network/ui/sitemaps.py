"""What search engines are told of: each app registers its public addresses from AppConfig.ready().

    sitemaps.register("practices", PracticeSitemap)

A part of the site map counts records, not addresses, and reads one page of them at a time.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator

from . import languages

RECORDS = 1000  # in one file; four addresses each, each with its five translations: about 3 MB


class LanguageSitemap(Sitemap):
    """Records that have a page in each of the four languages; `items` gives them in a fixed order."""

    @property
    def paginator(self) -> Paginator:
        """Pages of records."""
        return Paginator(self.items(), RECORDS)

    def changed_at(self, item: Any) -> datetime | None:
        """When the page last changed, where that is known."""
        return None

    def get_latest_lastmod(self) -> datetime | None:
        """Not asked of every record; a part that has an index for it may say."""
        return None

    def get_urls(self, page: Any = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """What the template of the site map wants, for one page of records in each language."""
        return [entry for item in self.paginator.page(page).object_list for entry in self._entries(item)]

    def _entries(self, item: Any) -> list[dict[str, Any]]:
        base, path = settings.PUBLIC_URL.rstrip("/"), self.location(item)
        places = {code: base + languages.in_language(path, code) for code in languages.NAMES}
        alternates = [{"lang_code": code, "location": place} for code, place in places.items()]
        alternates.append({"lang_code": "x-default", "location": places[languages.DEFAULT]})
        changed_at = self.changed_at(item)
        return [
            {"item": item, "location": place, "lastmod": changed_at, "alternates": alternates}
            for place in places.values()
        ]


_parts: dict[str, type[LanguageSitemap]] = {}


def register(name: str, part: type[LanguageSitemap]) -> None:
    """Add a part; its name is part of an address and never changes."""
    _parts[name] = part


def parts() -> dict[str, type[LanguageSitemap]]:
    """All parts, by name."""
    return dict(sorted(_parts.items()))
