"""What the page of one piece of work shows."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from network.ui.differences import Piece, differences

from ..choices import AT_THE_DESK, JobState
from ..filters import DeskFilters
from ..models import GlossaryTerm, Translation
from ..registry import UnknownKindError, find_kind
from ..rules import can_revise
from ..services.engines import engine_name, has_engine
from ..services.glossary import all_terms, terms_in
from ..services.memory import Match, matches
from . import words
from .queue import piece_url
from .terms import marked_terms

MOST_SEGMENTS = 80  # of one record shown around the piece of work
MOST_STEPS = 10


@dataclass(frozen=True)
class TermHit:
    """A term of the glossary in the original; whether the translation uses it."""

    source: str
    target: str
    is_used: bool
    keep: bool


@dataclass(frozen=True)
class Segment:
    """A text of the same record, of which one is worked on."""

    number: int
    row: Translation
    field: str
    sign: dict[str, Any]
    url: str
    is_now: bool


def page_of(
    row: Translation, user: Any, filters: DeskFilters, use: str, *, error: Any = None, typed: Any = None
) -> dict[str, Any]:
    """The template's variables; `typed` is a form that was sent and refused."""
    record = words.roots_of([row]).get(row.root)
    terms = terms_in(
        row.current_text, source=row.source_language, target=row.target_language, terms=all_terms()
    )
    found = matches(row.current_text, source=row.source_language, target=row.target_language)
    suggestions = list(row.suggestions.filter(state="waiting").select_related("by"))
    offered = _offers(row, found, suggestions)
    text = typed.get("text", "") if typed is not None else offered.get(use, offered["present"])
    segments = _segments(row, user, filters)
    return {
        "row": row,
        "filters": filters,
        "record": words.root_label(row.root, record),
        "record_language": getattr(record, "source_language", ""),
        "record_url": words.root_address(row.root, record),
        "kind": words.kind_name(row.kind),
        "field": words.field_name(row),
        "sign": words.sign(row),
        "why": words.reasons(row),
        "engine": engine_name(row.engine) if row.engine else "",
        "confidence": words.confidence(row),
        "changes": differences(row.source_text, row.newer_text) if row.is_stale else [],
        "source": marked_terms(row.current_text, [getattr(term, row.source_language) for term in terms]),
        "shown_now": _shown_now(row, text),
        "text": text,
        "seen": typed.get("seen", "") if typed is not None and error is None else row.current_hash,
        "reason": typed.get("reason", "") if typed is not None else "",
        "error": error,
        "has_errors": error is not None,
        "terms": [_hit(term, row, text) for term in terms],
        "memory": found,
        "draft": offered.get("draft", ""),
        "suggestions": suggestions,
        "suggestion": use.removeprefix("suggestion-")
        if use.startswith("suggestion-") and use in offered
        else "",
        "segments": segments,
        "before": _neighbour(segments, -1),
        "behind": _neighbour(segments, 1),
        "approved_count": sum(segment.row.state == JobState.APPROVED for segment in segments),
        "steps": row.steps.select_related("by").order_by("-at", "-pk")[:MOST_STEPS],
        "may_write": can_revise(user, row),
        "is_rich": _is_rich(row),
        "is_mine": row.claimed_by_id == user.pk and row.claimed_until and row.claimed_until > timezone.now(),
        "taken_by": row.claimed_by if row.is_claimed_by_other(user) else None,
        "has_engine": has_engine(row.source_language, row.target_language),
        "waits": row.state in AT_THE_DESK,
        "length": _length(row.current_text, text),
        "lines": min(max(len(text or row.current_text) // 50 + text.count("\n") + 2, 3), 16),
    }


def _offers(row: Translation, found: list[Match], suggestions: list[Any]) -> dict[str, str]:
    """Texts that can be put into the field, by the name that `?use=` gives them."""
    mine_or_only = row.draft_by_id is not None or not row.text
    offered = {
        "present": row.draft if row.draft and mine_or_only else row.text,
        "source": row.current_text,
    }
    if row.draft and not mine_or_only:
        offered["draft"] = row.draft
    offered |= {f"memory-{number}": match.text for number, match in enumerate(found)}
    return offered | {f"suggestion-{suggestion.pk}": suggestion.text for suggestion in suggestions}


def _shown_now(row: Translation, text: str) -> list[Piece]:
    """How the text in the field differs from what readers see; nothing when it does not."""
    return differences(row.text, text) if row.text and text and row.text != text else []


def _hit(term: GlossaryTerm, row: Translation, text: str) -> TermHit:
    target = getattr(term, row.target_language)
    return TermHit(
        getattr(term, row.source_language), target, target.casefold() in text.casefold(), term.keep
    )


def _segments(row: Translation, user: Any, filters: DeskFilters) -> list[Segment]:
    """The record's texts in this language, in the order of the record."""
    rows = list(
        Translation.objects.visible_to(user)
        .of_root(row.root)
        .filter(target_language=row.target_language)
        .exclude(state=JobState.SKIPPED)[: MOST_SEGMENTS * 2]
    )
    rows.sort(key=words.position)
    return [
        Segment(
            number,
            each,
            words.field_name(each),
            words.sign(each),
            piece_url(each, filters),
            each.pk == row.pk,
        )
        for number, each in enumerate(rows[:MOST_SEGMENTS], start=1)
    ]


def _neighbour(segments: list[Segment], step: int) -> str:
    """The address of the text before or behind the one worked on."""
    here = next((place for place, segment in enumerate(segments) if segment.is_now), None)
    if here is None or not 0 <= here + step < len(segments):
        return ""
    return segments[here + step].url


def _is_rich(row: Translation) -> bool:
    try:
        return row.field in find_kind(row.kind).rich_fields
    except UnknownKindError:
        return False


def _length(source: str, text: str) -> dict[str, Any]:
    """Characters, and how much longer (per cent) than the original."""
    return {
        "characters": len(text),
        "difference": round((len(text) / len(source) - 1) * 100) if source and text else None,
    }
