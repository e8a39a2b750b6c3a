"""A search taken along: CSV and XLSX for spreadsheets, JSON for programs."""

from typing import Any

from django.http import FileResponse, HttpRequest, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.downloads import csv_file, named, xlsx_file

from ..filters import CourseFilter
from ..models import Course
from ..services.exporting import COLUMNS, LONG, course_rows


def _rows(request: HttpRequest) -> Any:
    asked = CourseFilter(request.GET, user=request.user, language=languages.active())
    found = Course.objects.visible_to(request.user).published()
    keys = asked.all_keys()
    return course_rows(found if keys is None else found.filter(pk__in=keys), languages.active())


@require_safe
def courses_csv(request: HttpRequest) -> StreamingHttpResponse:
    """A row per course and session of a search; `bom=0` leaves the mark of UTF-8 out."""
    return csv_file(request, COLUMNS, _rows(request), "courses")


@require_safe
def courses_xlsx(request: HttpRequest) -> FileResponse:
    """The same as a workbook."""
    return xlsx_file(COLUMNS, _rows(request), "courses", LONG)


@require_safe
def courses_json(request: HttpRequest) -> JsonResponse:
    """The same as records."""
    records = [dict(zip(COLUMNS, row, strict=True)) for row in _rows(request)]
    layout = {"ensure_ascii": False, "separators": (",", ":")}
    return named(JsonResponse({"courses": records}, json_dumps_params=layout), "courses.json")
