"""Search over everything that the portal holds and the reader may see."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ..search import labels, registry
from ..search.marking import mark
from ..search.models import SearchRow
from ..search.services.asking import ask
from ..search.services.finding import PAGE, RANKED, Results, Wanted, answers
from ..ui import languages, numbers
from ..ui.sharing import shared

LAST_PAGE = RANKED // PAGE
EXCERPT = 280  # characters of a summary


@dataclass(frozen=True)
class Hit:
    """An object that answers, as the page shows it; `title` and `summary` are safe, with hits marked."""

    kind: str
    url: str
    title: SafeString
    title_language: str
    summary: SafeString
    language: str
    state: str
    identifier: str


@require_safe
@shared
def search(request: HttpRequest) -> HttpResponse:
    """A page of answers, from `q`, `kind` and `page`; without words, only the question."""
    kinds = {indexer.kind: indexer for indexer in registry.indexers()}
    words = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    kind = request.GET.get("kind", "")
    kind = kind if kind in kinds else ""
    context: dict[str, Any] = {"words": words, "kind": kind, "kinds": list(kinds.values())}
    if words:
        number = _number(request.GET.get("page", ""))
        results = answers(Wanted(kind, request.user, languages.active(), asked=ask(words)), number)
        context |= _shown(results, number)
    return render(request, "network/search.html", context)


def _shown(results: Results, number: int) -> dict[str, Any]:
    more = min(results.total, LAST_PAGE * PAGE) > number * PAGE
    return {
        "results": results,
        "hits": [_hit(row, results.asked.lexemes) for row in results.rows],
        "total": _total(results),
        "previous_page": str(number - 1) if number > 1 else "",
        "next_page": str(number + 1) if more else "",
    }


def _number(text: str) -> int:
    return min(max(int(text[:4]), 1), LAST_PAGE) if text.isascii() and text.isdigit() else 1


def _total(results: Results) -> str:
    if results.is_capped:
        return _("%(count)s+ results") % {
            "count": numbers.number(results.total // 100 * 100 or results.total)
        }
    count = results.total
    return ngettext("%(count)s result", "%(count)s results", count) % {"count": numbers.number(count)}


def _hit(row: SearchRow, lexemes: frozenset[str]) -> Hit:
    summary = row.summary
    if len(summary) > EXCERPT:
        summary = summary[:EXCERPT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
    state = labels.states().get(row.display.get("state", ""))
    return Hit(
        kind=str(registry.indexer_of(row.kind).label),
        url=f"/{languages.active()}/{row.address}",
        title=mark(row.title, row.title_language, lexemes),
        title_language=row.title_language,
        summary=mark(summary, row.language, lexemes),
        language=row.language,
        state=state.name if state else "",
        identifier=row.display.get("identifier", ""),
    )
