"""What the pages show, as files: CSV and XLSX for spreadsheets, JSON for programs and for verification."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from network.ui.tables import Sheet, as_csv, as_xlsx, plain

from ..filters import EntryFilter, whole
from ..models import Donor, Entry
from ..services.exporting.figures import (
    COLUMNS as FIGURE_COLUMNS,
)
from ..services.exporting.figures import (
    STATEMENT_COLUMNS,
    as_records,
    statement_rows,
    summary_rows,
)
from ..services.reference import licence
from ..services.showing.chain import head_of_chain, with_head
from ..services.showing.files import COLUMNS, XLSX_PART, end_of_part, leg_rows, part_of, record
from ..services.showing.overview import overview
from ..services.showing.statement import statement_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
LONG = ("description", "party", "hash", "hash_before", "subject", "about")


@require_safe
def entries_csv(request: HttpRequest) -> StreamingHttpResponse:
    """A row per leg of all entries that fit, oldest first; `bom=0` leaves the mark of UTF-8 out."""
    asked = EntryFilter(request.GET)
    return _csv(request, COLUMNS, leg_rows(asked.found(), asked.after), _name("fund-entries", asked))


@require_safe
def entries_xlsx(request: HttpRequest) -> FileResponse:
    """The same as a workbook of at most 10,000 entries; a `Link` header says where the next part is."""
    asked = EntryFilter(request.GET)
    until = end_of_part(asked.found(), asked.after, XLSX_PART)
    rows = leg_rows(asked.found(), asked.after, until)
    response = _xlsx([Sheet("entries", COLUMNS, rows, LONG)], _name("fund-entries", asked))
    return _linked(request, response, asked, until)


@require_safe
def entries_json(request: HttpRequest) -> JsonResponse:
    """Entries with legs, hashes and canonical texts, oldest first; `next` is the address of the next part."""
    asked = EntryFilter(request.GET)
    entries, further = part_of(asked.found(), asked.after)
    following = request.build_absolute_uri(asked.query(after=further)) if further else None
    said = {"next": following, "licence": licence(), "entries": record(entries)}
    return _linked(request, _json(said, _name("fund-entries", asked)), asked, further)


@require_safe
def summary_file(request: HttpRequest, form: str) -> Any:
    """The figures of the public page, of all years or of the one that `year` says."""
    year = whole(request.GET.get("year"), 9998)
    seen = overview(year, most=None)
    if request.GET.get("year") and year not in seen.years:
        raise Http404
    name, rows = f"fund-summary-{year}" if year else "fund-summary", summary_rows(seen)
    if form == "csv":
        return _csv(request, FIGURE_COLUMNS, rows, name)
    if form == "xlsx":
        return _xlsx([Sheet("summary", FIGURE_COLUMNS, rows, LONG)], name)
    said = {"is_certified": seen.is_certified, "figures": as_records(FIGURE_COLUMNS, rows)}
    return _json(_about(seen.as_of) | said, name)


@require_safe
@login_required
def statement_file(request: HttpRequest, donor: int, form: str) -> Any:
    """A donor's statement with its entries, for who may read it."""
    whose = get_object_or_404(with_head(Donor.objects.with_statement_for(request.user)), pk=donor)
    seen = statement_of(whose)
    name, rows = f"fund-statement-{whose.pk}", statement_rows(seen)
    if form == "csv":
        return _csv(request, STATEMENT_COLUMNS, rows, name)
    found = Entry.objects.of_donor(whose.pk)
    if form == "xlsx":
        until = end_of_part(found, None, XLSX_PART)
        entries = Sheet("entries", COLUMNS, leg_rows(found, None, until), LONG)
        return _xlsx([Sheet("statement", STATEMENT_COLUMNS, rows, LONG), entries], name)
    entries, further = part_of(found, None)
    said = {
        "donor": whose.name,
        "figures": as_records(STATEMENT_COLUMNS, rows),
        "entries": record(entries),
        "is_complete": further is None,
    }
    return _json(_about(seen.head.posted_on) | said, name)


def _about(as_of: Any) -> dict[str, Any]:
    """What every file of figures says of itself."""
    head = head_of_chain()
    return {
        "as_of": as_of,
        "licence": licence(),
        "head": {"number": head.number, "hash": head.fingerprint},
    }


def _name(name: str, asked: EntryFilter) -> str:
    return f"{name}-{asked.after + 1}" if asked.after else name


def _csv(
    request: HttpRequest, columns: Iterable[str], rows: Iterable[Any], name: str
) -> StreamingHttpResponse:
    lines = as_csv(columns, map(plain, rows), with_bom=request.GET.get("bom") != "0")
    return _named(StreamingHttpResponse(lines, content_type=CSV), f"{name}.csv")


def _xlsx(sheets: list[Sheet], name: str) -> FileResponse:
    return FileResponse(as_xlsx(sheets), as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def _json(said: dict[str, Any], name: str) -> JsonResponse:
    layout = {"ensure_ascii": False, "separators": (",", ":")}
    return _named(JsonResponse(said, json_dumps_params=layout), f"{name}.json")


def _named(response: Any, name: str) -> Any:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _linked(request: HttpRequest, response: Any, asked: EntryFilter, further: int | None) -> Any:
    """With the address of the next part, if there is one."""
    if further:
        following = request.build_absolute_uri(asked.query(after=further))
        response["Link"] = f'<{following}>; rel="next"'
    return response
