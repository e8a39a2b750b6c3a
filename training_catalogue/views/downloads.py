"""A search taken along: CSV and XLSX for spreadsheets, JSON for programs."""

from typing import Any

from django.http import FileResponse, HttpRequest, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.tables import Sheet, as_csv, as_xlsx, plain

from ..filters import CourseFilter
from ..models import Course
from ..services.exporting import COLUMNS, LONG, course_rows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def _rows(request: HttpRequest) -> Any:
    asked = CourseFilter(request.GET, user=request.user, language=languages.active())
    found = Course.objects.visible_to(request.user).published()
    keys = asked.all_keys()
    return course_rows(found if keys is None else found.filter(pk__in=keys), languages.active())


@require_safe
def courses_csv(request: HttpRequest) -> StreamingHttpResponse:
    """A row per course and session of a search; `bom=0` leaves the mark of UTF-8 out."""
    lines = as_csv(COLUMNS, map(plain, _rows(request)), with_bom=request.GET.get("bom") != "0")
    return named(StreamingHttpResponse(lines, content_type=CSV), "courses.csv")


@require_safe
def courses_xlsx(request: HttpRequest) -> FileResponse:
    """The same as a workbook."""
    file = as_xlsx([Sheet("courses", COLUMNS, _rows(request), LONG)])
    return FileResponse(file, as_attachment=True, filename="courses.xlsx", content_type=XLSX)


@require_safe
def courses_json(request: HttpRequest) -> JsonResponse:
    """The same as records."""
    records = [dict(zip(COLUMNS, row, strict=True)) for row in _rows(request)]
    layout = {"ensure_ascii": False, "separators": (",", ":")}
    return named(JsonResponse({"courses": records}, json_dumps_params=layout), "courses.json")


def named(response: Any, name: str) -> Any:
    """The same answer, to be kept as a file of that name."""
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
