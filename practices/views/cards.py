"""Practices as lists show them, made of search rows alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from network.search import labels
from network.search.marking import mark
from network.search.models import SearchRow
from network.ui import languages

EXCERPT = 280  # characters of a summary


@dataclass(frozen=True)
class Card:
    """One practice in a list; `title` and `summary` are safe, with hits marked."""

    url: str
    title: SafeString
    title_language: str
    summary: SafeString
    language: str
    state: str
    is_full: bool
    shown: dict[str, Any]


def cards(rows: Iterable[SearchRow], lexemes: Iterable[str] = ()) -> list[Card]:
    """Cards of search rows; no further query."""
    code, names, wanted = languages.active(), labels.states(), frozenset(lexemes)
    return [
        Card(
            url=f"/{code}/{row.address}",
            title=mark(row.title, row.title_language, wanted),
            title_language=row.title_language,
            summary=mark(excerpt(row.summary), row.language, wanted),
            language=row.language,
            state=names[row.display["state"]].name,
            is_full=row.display["depth"] == "full",
            shown=row.display,
        )
        for row in rows
    ]


def excerpt(text: str) -> str:
    """The beginning of a text, whole words."""
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
