"""Entries as files: CSV for spreadsheets, JSON with the canonical texts for who verifies the chain."""

from typing import Any

from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from network.ui.tables import as_csv

from ..filters import EntryFilter
from ..services.showing.files import COLUMNS, part_of, record, rows_of


@require_safe
def entries_csv(request: HttpRequest) -> StreamingHttpResponse:
    """A row per leg, oldest first; a `Link` header says where the next part is."""
    asked = EntryFilter(request.GET)
    entries, further = part_of(asked.found(), asked.after)
    response = StreamingHttpResponse(
        as_csv(COLUMNS, rows_of(entries)), content_type="text/csv; charset=utf-8"
    )
    return _as_file(request, response, "csv", asked, further)


@require_safe
def entries_json(request: HttpRequest) -> JsonResponse:
    """Entries with legs, hashes and canonical texts, oldest first; `next` is the address of the next part."""
    asked = EntryFilter(request.GET)
    entries, further = part_of(asked.found(), asked.after)
    following = request.build_absolute_uri(asked.query(after=further)) if further else None
    answer = JsonResponse(
        {"next": following, "entries": record(entries)},
        json_dumps_params={"ensure_ascii": False, "separators": (",", ":")},
    )
    return _as_file(request, answer, "json", asked, further)


def _as_file(request: HttpRequest, response: Any, kind: str, asked: EntryFilter, further: int | None) -> Any:
    first = f"-{asked.after + 1}" if asked.after else ""
    response["Content-Disposition"] = f'attachment; filename="fund-entries{first}.{kind}"'
    if further:
        following = request.build_absolute_uri(asked.query(after=further))
        response["Link"] = f'<{following}>; rel="next"'
    return response
