"""Practices as lists show them, made of search rows alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from network.search import labels
from network.search.marking import mark
from network.search.models import SearchRow
from network.ui import languages
from network.ui.templatetags.ui import codes, lang_attribute

EXCERPT = 280  # characters of a summary


@dataclass(frozen=True)
class Card:
    """One practice in a list; `title` and `summary` are safe, with hits marked.

    `title_lang` and `lang` are attributes, empty in the language of the page; `codes` names the languages
    that the record can be read in.
    """

    url: str
    title: SafeString
    title_lang: str
    summary: SafeString
    lang: str
    state: str
    is_full: bool
    codes: SafeString
    shown: dict[str, Any]


def cards(rows: Iterable[SearchRow], lexemes: Iterable[str] = ()) -> list[Card]:
    """Cards of search rows; no further query."""
    code, names, wanted = languages.active(), labels.states(), frozenset(lexemes)
    return [
        Card(
            url=f"/{code}/{row.address}",
            title=mark(row.title, row.title_language, wanted),
            title_lang=lang_attribute(row.title_language),
            summary=mark(excerpt(row.summary), row.language, wanted),
            lang=lang_attribute(row.language),
            state=names[row.display["state"]].name,
            is_full=row.display["depth"] == "full",
            codes=_codes(
                code,
                row.display["source"],
                tuple(row.display["translated"]),
                tuple(row.display.get("approved", ())),
            ),
            shown=row.display,
        )
        for row in rows
    ]


@lru_cache(maxsize=1000)
def _codes(page: str, source: str, translated: tuple[str, ...], approved: tuple[str, ...]) -> SafeString:
    """The component in the page's language; there are few different ones."""
    machine = [each for each in translated if each not in approved]
    return render_to_string("components/codes.html", codes(source, machine=machine, approved=approved))


def excerpt(text: str) -> str:
    """The beginning of a text, whole words."""
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
