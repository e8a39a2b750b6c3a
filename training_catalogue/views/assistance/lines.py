"""Offers and requests as lists show them, made of search rows alone."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from network.search import labels
from network.search.marking import mark
from network.search.models import SearchRow
from network.ui import languages
from network.ui.templatetags.ui import lang_attribute

from ...choices.assistance import CostSharing, Modality, Priority, Strength

EXCERPT = 240  # characters of a description
MODALITIES, COSTS = dict(Modality.choices), dict(CostSharing.choices)
PRIORITIES, STRENGTHS = dict(Priority.choices), dict(Strength.choices)


@dataclass(frozen=True)
class Line:
    """One record; `title` and `summary` are safe, hits marked; `title_lang` and `lang` are attributes."""

    url: str
    title: SafeString
    title_lang: str
    summary: SafeString
    lang: str
    party: str
    party_lang: str
    facts: list[str]
    topics: list[str]
    priority: str
    strength: str
    until: dt.date | None
    machine: list[str]
    shown: dict[str, Any]


def lines(rows: Iterable[SearchRow], lexemes: Iterable[str] = ()) -> list[Line]:
    """Lines of search rows; no further query."""
    wanted = frozenset(lexemes)
    return [_line(row, wanted) for row in rows]


def _line(row: SearchRow, lexemes: frozenset[str]) -> Line:
    shown, states, topics = row.display, labels.states(), labels.topics()
    state = states.get(shown["state"])
    return Line(
        url=f"/{languages.active()}/{row.address}",
        title=mark(row.title, row.title_language, lexemes),
        title_lang=lang_attribute(row.title_language),
        summary=mark(_excerpt(row.summary), row.language, lexemes),
        lang=lang_attribute(row.language),
        party=state.name if state else shown["organization"],
        party_lang="" if state else lang_attribute(shown["organization_language"]),
        facts=_facts(shown),
        topics=[topics[slug].name for slug in shown["topics"] if slug in topics],
        priority=str(PRIORITIES.get(shown["priority"], "")),
        strength=str(STRENGTHS.get(shown["strength"], "")),
        until=dt.date.fromisoformat(shown["ends_on"]) if shown["ends_on"] else None,
        machine=[code for code in shown["translated"] if code not in shown["approved"]],
        shown=shown,
    )


def _facts(shown: dict[str, Any]) -> list[str]:
    """Shapes and costs in words."""
    facts = [str(MODALITIES[code]) for code in shown["modalities"] if code in MODALITIES]
    return facts + ([str(COSTS[shown["costs"]])] if shown["costs"] in COSTS else [])


def _excerpt(text: str) -> str:
    """The beginning of a text, whole words."""
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
