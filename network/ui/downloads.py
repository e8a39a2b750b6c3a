"""Tables as answers: CSV while it is made, XLSX, JSON by lines; each to be kept as a file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import FileResponse, HttpRequest, StreamingHttpResponse

from .tables import Sheet, as_csv, as_xlsx, plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
JSON_LINES = "application/jsonl; charset=utf-8"
Rows = Iterable[Sequence[Any]]


def csv_file(request: HttpRequest, columns: Sequence[str], rows: Rows, name: str) -> StreamingHttpResponse:
    """A line per row; `bom=0` in the address leaves the mark of UTF-8 out."""
    lines = as_csv(columns, map(plain, rows), with_bom=request.GET.get("bom") != "0")
    return named(StreamingHttpResponse(lines, content_type=CSV), f"{name}.csv")


def xlsx_file(columns: Sequence[str], rows: Rows, name: str, wide: Sequence[str] = ()) -> FileResponse:
    """The same as a workbook."""
    file = as_xlsx([Sheet(name, columns, rows, wide)])
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def json_lines_file(columns: Sequence[str], rows: Rows, name: str) -> StreamingHttpResponse:
    """An object a line, as it is made."""
    return named(StreamingHttpResponse(_lines(columns, rows), content_type=JSON_LINES), f"{name}.jsonl")


def named(response: Any, name: str) -> Any:
    """The same answer, to be kept as a file of that name."""
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _lines(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    for row in rows:
        record = dict(zip(columns, row, strict=True))
        yield json.dumps(record, ensure_ascii=False, cls=DjangoJSONEncoder) + "\n"
