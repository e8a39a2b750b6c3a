"""How far translations have come, by kind of record and language: a picture, and a table of equal worth."""

from collections import defaultdict
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages

from ..choices import JobState
from ..models import Translation
from ..services.engines import has_engines
from . import words
from .access import desk_only

FRESH = 60  # seconds that the figures are kept: counting a million rows is not done for each visit
KEY = "l10n.progress"
GROUPS = {
    JobState.APPROVED: "approved",
    JobState.STALE: "stale",
    JobState.MACHINE_DRAFT: "machine",
    JobState.NEEDS_REVIEW: "waiting",
    JobState.FAILED_FINAL: "waiting",
}


@require_safe
@desk_only
def progress(request: HttpRequest) -> HttpResponse:
    """Of all texts that others read."""
    rows = cache.get_or_set(KEY, lambda: Translation.objects.filter(is_readable=True).progress(), FRESH)
    context = {
        "lines": _lines(rows),
        "total": _sums(rows),
        "has_engines": has_engines(),
        "crumbs": [(_("Translations"), reverse("l10n:desk"))],
    }
    return render(request, "l10n/progress.html", context)


def _lines(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A line per kind and language, with its parts of a hundred for the picture."""
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[row["kind"], row["target_language"]].append(row)
    return [
        {
            "kind": words.kind_name(kind),
            "language": language,
            "language_name": languages.NAMES.get(language, language),
            "url": f"{reverse('l10n:desk')}?kind={kind}&language={language}",
            **_sums(grouped[kind, language]),
        }
        for kind, language in sorted(grouped)
        if _sums(grouped[kind, language])["all"]
    ]


def _sums(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Texts by what readers see of them; what is skipped needs no translation and does not count."""
    sums = dict.fromkeys(("approved", "stale", "machine", "waiting", "coming"), 0)
    for row in rows:
        if row["state"] != JobState.SKIPPED:
            sums[GROUPS.get(row["state"], "coming")] += row["count"]
    total = sum(sums.values())
    parts, start = [], 0.0
    for name, count in sums.items():
        width = 100 * count / total if total else 0
        parts.append({"name": name, "x": f"{start:.2f}", "width": f"{width:.2f}", "count": count})
        start += width
    return {**sums, "all": total, "parts": parts}
