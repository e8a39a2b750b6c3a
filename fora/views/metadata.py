"""What machines read in the page of a thread: schema.org and OpenGraph; only what everyone may read."""

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from network.ui.addresses import absolute

from ..choices import PostState
from ..models import Thread
from ..querysets import Place
from .quoting import plain

IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
TEXT = 500  # characters of the first post


@dataclass(frozen=True)
class Metadata:
    """Of a public page: canonical address, description, JSON-LD."""

    url: str
    title: str
    description: str
    schema_org: SafeString


def metadata_of(thread: Thread, places: list[Place], page: int) -> Metadata | None:
    """What machines are told of a page of a thread; nothing of one that visitors do not read."""
    if not (thread.space.is_public and thread.is_visible):
        return None
    url = absolute(thread.get_absolute_url())
    first = next(
        (place for place in places if place.state == PostState.PUBLISHED and place.is_readable), None
    )
    words = plain(strip(first.html)) if first else ""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "@id": url,
        "url": url,
        "headline": thread.passage("title").text,
        "inLanguage": thread.passage("title").language,
        "author": {"@type": "Person", "name": thread.starter_name} if thread.starter_name else None,
        "datePublished": first.published_at.isoformat()
        if first and page == 1 and first.published_at
        else None,
        "dateModified": thread.last_visible_at.isoformat() if thread.last_visible_at else None,
        "text": words[:TEXT] if page == 1 else None,
        "commentCount": max(0, thread.visible_count - 1),
        "isPartOf": {"@type": "WebSite", "name": thread.space.passage("title").text},
        "isAccessibleForFree": True,
    }
    filled = {name: value for name, value in data.items() if value is not None and value != ""}
    text = json.dumps(filled, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
    page_url = f"{url}?page={page}" if page > 1 else url
    return Metadata(
        url=page_url,
        title=thread.passage("title").text,
        description=words[:200],
        schema_org=mark_safe(text),  # noqa: S308 - the three signs that could end the element are escaped
    )


def strip(html: str) -> str:
    """Cleaned HTML as plain words."""
    return unescape(re.sub(r"<[^>]+>", " ", html[: TEXT * 4]))
