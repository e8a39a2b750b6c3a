"""The translation memory: searched, taken out and in as a table."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.choices import Language
from network.rules import is_staff_manager
from network.ui.tables import as_csv

from ..models import MemorySegment
from ..querysets import MemoryQuerySet
from ..services.tables import MEMORY_COLUMNS, import_memory, memory_rows, read_memory
from .access import desk_only, staff_only
from .importing import TableImport, download

PER_PAGE = 30


@require_safe
@desk_only
def memory(request: HttpRequest) -> HttpResponse:
    """Segments that people approved, the newest first; the search looks into both texts."""
    words = request.GET.get("q", "").strip()[:100]
    found = list(_found(request, words)[: PER_PAGE + 1])
    context = {
        "rows": found[:PER_PAGE],
        "next_url": _next_url(request, found[PER_PAGE - 1].pk) if len(found) > PER_PAGE else "",
        "query": words,
        "pairs": [
            ("source", _("From"), request.GET.get("source", "")),
            ("target", _("Into"), request.GET.get("target", "")),
        ],
        "known_languages": settings.LANGUAGES,
        "is_filtered": bool(words or request.GET.get("source") or request.GET.get("target")),
        "may_import": is_staff_manager(request.user),
        "crumbs": [(_("Translations"), reverse("l10n:desk"))],
    }
    return render(request, "l10n/memory.html", context)


def _found(request: HttpRequest, words: str) -> MemoryQuerySet:
    rows = MemorySegment.objects.visible_to(request.user).order_by("-pk")
    if request.GET.get("source") in Language.values:
        rows = rows.filter(source_language=request.GET["source"])
    if request.GET.get("target") in Language.values:
        rows = rows.filter(target_language=request.GET["target"])
    if words:
        rows = rows.filter(Q(source__icontains=words) | Q(text__icontains=words))
    after = request.GET.get("after", "")
    return rows.filter(pk__lt=int(after)) if after.isdecimal() and len(after) < 19 else rows


def _next_url(request: HttpRequest, last: int) -> str:
    query = request.GET.copy()
    query["after"] = str(last)
    return f"?{query.urlencode()}"


@require_safe
@desk_only
def export(request: HttpRequest) -> HttpResponse:
    """All segments as CSV."""
    segments = MemorySegment.objects.visible_to(request.user).order_by("pk").iterator(chunk_size=500)
    return download(as_csv(MEMORY_COLUMNS, memory_rows(segments)), "memory.csv")


@method_decorator(staff_only, name="dispatch")
class Import(TableImport):
    """Segments from a CSV file."""

    read = staticmethod(read_memory)
    take_over = staticmethod(import_memory)
    columns = MEMORY_COLUMNS
    title = gettext_lazy("Import segments")
    list_name = "l10n:memory"
    list_title = gettext_lazy("Translation memory")
