"""Entries as files: CSV for spreadsheets, JSON with the canonical texts for who verifies the chain."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from ..filters import EntryFilter
from ..models import Entry
from ..services.showing.files import COLUMNS, part_of, record, rows_of


@require_safe
def entries_csv(request: HttpRequest) -> StreamingHttpResponse:
    """A row per leg, oldest first; a `Link` header says where the next part is."""
    asked = EntryFilter(request.GET)
    entries, further = part_of(asked.found(), asked.after)
    response = StreamingHttpResponse(_csv(entries), content_type="text/csv; charset=utf-8")
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


def _csv(entries: list[Entry]) -> Iterator[str]:
    yield "\ufeff"  # spreadsheets then read UTF-8
    for row in (COLUMNS, *rows_of(entries)):
        line = io.StringIO()
        csv.writer(line).writerow(row)
        yield line.getvalue()


def _as_file(request: HttpRequest, response: Any, kind: str, asked: EntryFilter, further: int | None) -> Any:
    first = f"-{asked.after + 1}" if asked.after else ""
    response["Content-Disposition"] = f'attachment; filename="fund-entries{first}.{kind}"'
    if further:
        following = request.build_absolute_uri(asked.query(after=further))
        response["Link"] = f'<{following}>; rel="next"'
    return response
