"""Tables to be filled in: a workbook with instructions and lists of allowed values, or one line of CSV."""

import tempfile
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from network.ui.tables import BOM

from ..choices import ColumnKind
from ..registry import Column, ImportKind, Sheet
from .rows import CODE

LISTED = (ColumnKind.CHOICE, ColumnKind.CHOICES, ColumnKind.YES)
HEAD = PatternFill("solid", fgColor="DCE6F1")
NEEDED = PatternFill("solid", fgColor="FBE5B6")
TITLE_MOST = 31  # characters of a sheet's name
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def blank_workbook(kind: ImportKind) -> IO[bytes]:
    """The template in the active language, in a temporary file that goes when it is closed."""
    layout, book = kind.layout(), Workbook()
    sheets = (layout.main, *layout.parts)
    _instructions(book.active, kind, sheets)
    pages = [book.create_sheet(_title(sheet.label)) for sheet in sheets]
    lists = book.create_sheet(_title(_("Lists")))
    place = 0
    for sheet, page in zip(sheets, pages, strict=True):
        for at, column in enumerate(sheet.columns, 1):
            _head(page, at, column)
            if column.kind in LISTED:
                place += 1
                last = _list(lists, place, column)
                if column.kind != ColumnKind.CHOICES:
                    _allow(page, lists, place, at, last, kind.most_rows)
        page.freeze_panes = "B2"
    lists.freeze_panes = "A2"
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def blank_csv(kind: ImportKind) -> str:
    """One line of headings in the active language; what belongs to a row stands in columns of its own."""
    layout = kind.layout()
    names = [str(column.label) for column in layout.main.columns]
    for part in layout.parts:
        names += [f"{part.label}: {column.label}" for column in part.columns if column.name != CODE]
    cells = ['"' + name.replace('"', '""') + '"' for name in names]
    return BOM + ",".join(cells) + "\r\n"


def _title(text: Any) -> str:
    return str(text).translate(FORBIDDEN)[:TITLE_MOST]


def _instructions(page: Any, kind: ImportKind, sheets: tuple[Sheet, ...]) -> None:
    page.title = _title(_("Instructions"))
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 34, 26
    page.column_dimensions["C"].width = 18
    page.column_dimensions["D"].width = 90
    page.append([str(kind.title)])
    page["A1"].font = Font(bold=True, size=14)
    for step in (*kind.steps, *_rules(kind)):
        page.append([str(step)])
    page.append([])
    page.append([_("Sheet"), _("Column"), _("Needed"), _("What to write")])
    for cell in page[page.max_row]:
        cell.font, cell.fill = Font(bold=True), HEAD
    for sheet in sheets:
        for column in sheet.columns:
            needed = _("yes") if column.is_required else ""
            page.append([str(sheet.label), str(column.label), needed, _what(column)])
            page.cell(page.max_row, 4).alignment = Alignment(wrap_text=True, vertical="top")


def _rules(kind: ImportKind) -> Iterator[str]:
    yield _("One row for each entry. Leave the headings as they are; columns that you do not need may go.")
    yield _("Allowed values stand on the last sheet. You may write them in any of the four languages.")
    yield _("No formulas, no merged cells, no macros. At most %(most)s rows.") % {"most": kind.most_rows}
    yield _("Days as 2027-03-31; hours as 2027-03-31 09:00.")


def _what(column: Column) -> str:
    said = [str(column.hint)] if column.hint else []
    if column.kind != ColumnKind.TEXT:
        said.append(str(ColumnKind(column.kind).label) + ".")
    return " ".join(said)


def _head(page: Any, at: int, column: Column) -> None:
    cell = page.cell(1, at, str(column.label))
    cell.font, cell.fill = Font(bold=True), NEEDED if column.is_required else HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.column_dimensions[get_column_letter(at)].width = 46 if column.is_wide else 22


def _values(column: Column) -> list[str]:
    if column.kind == ColumnKind.YES:
        return [_("yes"), _("no")]
    return [str(name) for code, name in column.choices() if code] if column.choices else []


def _list(lists: Any, place: int, column: Column) -> int:
    """Write the allowed values under the column's name; gives the last line."""
    values = _values(column)
    for line, text in enumerate([str(column.label), *values], 1):
        cell = lists.cell(line, place, text)
        cell.data_type = "s"
    lists.cell(1, place).font = Font(bold=True)
    lists.column_dimensions[get_column_letter(place)].width = 34
    return len(values) + 1


def _allow(page: Any, lists: Any, place: int, at: int, last: int, most: int) -> None:
    letter, name = get_column_letter(place), lists.title.replace("'", "''")
    rule = DataValidation(type="list", formula1=f"'{name}'!${letter}$2:${letter}${last}", allow_blank=True)
    rule.showErrorMessage = False  # names in other languages are right, too: the portal says what is not
    page.add_data_validation(rule)
    rule.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{most + 1}")
