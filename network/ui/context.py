"""What every page's frame needs, without asking the database."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from . import languages


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: language links of this page, and whether this is the demonstration."""
    return frame(request.path, request.META.get("QUERY_STRING", ""))


def frame(path: str, query: str = "") -> dict[str, Any]:
    """The frame's variables for an address; error pages use it without a request."""
    return {
        "languages": languages.links(path, query),
        "has_language": languages.has_language(path),
        "page_path": path,
        "is_demonstration": settings.DEMO,
    }
