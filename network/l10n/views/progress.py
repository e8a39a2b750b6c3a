"""How far translations have come, by kind of record and language: a picture, and a table of equal worth."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages

from ..services.engines import has_engines
from ..services.progress import Progress, progress
from .access import desk_only

SHARES = ("approved", "stale", "machine", "waiting")


@require_safe
@desk_only
def progress_page(request: HttpRequest) -> HttpResponse:
    """A line per kind and language."""
    figures = progress()
    context = {
        "lines": [_line(figure) for figure in figures if figure.total],
        "total": {name: sum(getattr(each, name) for each in figures) for name in (*SHARES, "total")},
        "has_engines": has_engines(),
        "crumbs": [(_("Translations"), reverse("l10n:desk"))],
    }
    return render(request, "l10n/progress.html", context)


def _line(figure: Progress) -> dict[str, Any]:
    """A figure with its parts of a hundred for the picture."""
    parts, start = [], 0.0
    for name in SHARES:
        width = 100 * getattr(figure, name) / figure.total
        parts.append({"name": name, "x": f"{start:.2f}", "width": f"{width:.2f}", "is_there": width > 0})
        start += width
    return {
        "figure": figure,
        "kind": capfirst(figure.verbose),
        "language_name": languages.NAMES.get(figure.language, figure.language),
        "url": f"{reverse('l10n:desk')}?kind={figure.kind}&language={figure.language}",
        "parts": parts,
    }
