"""Quotes within posts: by reference, so that what may not be read is not read here either."""

import re
from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from network.ui import languages

from ..models.threads import page_of

LONGEST = 400  # characters of a quote that are shown
_BLOCKS = re.compile(r"(^|\n)[ \t]*(?:[>#*+-]+[ \t]+)")
_MARKS = re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}|\]\([^)\s]*\)|\[")
_QUOTE = (
    '<blockquote class="quoteref"><p{lang}>{text}</p>'
    '<cite>{name}<a href="{link}">#{seq}</a></cite></blockquote>'
)


def render_quotes(
    quotes: list[dict[str, Any]], here: Callable[[int], str], thread: int | None = None
) -> SafeString:
    """Blockquotes of `read_extras`; `here` gives the address of a page of the thread that they stand in."""
    html = "".join(_quote(quote, here, thread) for quote in quotes)
    return mark_safe(html)  # noqa: S308 - words and names are escaped below, the rest is our own


def _quote(quote: dict[str, Any], here: Callable[[int], str], thread: int | None) -> str:
    seq = quote["seq"] or 0
    in_this = thread is None or quote["thread"] == thread
    link = f"{here(page_of(seq))}#p{seq}" if in_this else reverse("fora:post", args=[quote["post"]])
    if quote["text"] is None:
        text, language, name = _("The words quoted here are no longer shown."), "", ""
    else:
        text, language = plain(quote["text"][quote["starts"] : quote["ends"] or None]), quote["language"]
        name = f"{escape(quote['name'])}, " if quote["name"] else ""
    lang = f' lang="{language}"' if language and language != languages.active() else ""
    return _QUOTE.format(lang=lang, text=escape(text), name=name, link=link, seq=seq)


def plain(text: str) -> str:
    """The beginning of a Markdown text in plain words; cheap, and only for showing (it is escaped after)."""
    words = " ".join(_MARKS.sub("", _BLOCKS.sub(" ", text[: LONGEST * 2])).split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
