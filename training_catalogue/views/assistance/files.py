"""Lists as files: CSV and XLSX for spreadsheets, JSON for programs."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.tables import Sheet, as_csv, as_xlsx, plain

from ...forms.assistance_filter import FILTERS
from ...models import Assistance
from ...services.assistance.exporting import COLUMNS, GAP_COLUMNS, LONG, assistance_rows, gap_rows
from ...services.needs.gaps import gaps
from .listing import asked_kind

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
MOST = 50_000  # records in one file


@require_safe
def assistance_file(request: HttpRequest, form: str) -> Any:
    """The offers or requests that the filters of the list leave, as a file."""
    kind = asked_kind(request)
    asked = FILTERS[kind](request.GET, user=request.user, language=languages.active(), size=MOST)
    found = Assistance.objects.visible_to(request.user).published().filter(kind=kind)
    if asked.chosen or asked.words:
        found = found.filter(pk__in=asked.keys().rows)
    return _answer(request, form, f"{kind}s", COLUMNS, assistance_rows(found))


@require_safe
def gaps_file(request: HttpRequest, form: str) -> Any:
    """Topics with needs, courses and offers."""
    return _answer(request, form, "gaps", GAP_COLUMNS, gap_rows(gaps()))


def _answer(
    request: HttpRequest, form: str, name: str, columns: tuple[str, ...], rows: Iterator[list[Any]]
) -> Any:
    match form:
        case "csv":
            lines = as_csv(columns, map(plain, rows), with_bom=request.GET.get("bom") != "0")
            response: Any = StreamingHttpResponse(lines, content_type=CSV)
        case "xlsx":
            sheets = [Sheet(name, columns, rows, LONG)]
            return FileResponse(
                as_xlsx(sheets), as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX
            )
        case "json":
            response = StreamingHttpResponse(_json(columns, rows), content_type="application/json")
        case _:
            raise Http404
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _json(columns: tuple[str, ...], rows: Iterator[list[Any]]) -> Iterator[str]:
    """A list of objects, written while it is sent."""
    yield "["
    for place, row in enumerate(rows):
        record = {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in zip(columns, row, strict=True)
        }
        yield (",\n" if place else "\n") + json.dumps(record, ensure_ascii=False)
    yield "\n]\n"
