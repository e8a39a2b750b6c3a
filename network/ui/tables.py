"""Tables as files for spreadsheets: CSV written while it is sent, XLSX by way of a temporary file.

Cells are what they are: text, numbers, dates, true or false, nothing. No text becomes a formula.
"""

import csv
import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import IO, Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"
WIDTH = 18  # characters of a column that is not told otherwise
LONGEST = 32_767  # characters in a cell of XLSX


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, value: str) -> str:
        return value


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[Any]], *, with_bom: bool = True) -> Iterator[str]:
    """Lines of a CSV file in UTF-8, marked so for spreadsheets; cells go out as they are: see `guarded`."""
    writer = csv.writer(_Echo())
    yield (BOM if with_bom else "") + writer.writerow(list(columns))
    for row in rows:
        yield writer.writerow(list(row))


def plain(row: Iterable[Any]) -> list[str]:
    """Cells as CSV holds them: text guarded, numbers with a point, dates by ISO 8601, true and false."""
    return [_plain(cell) for cell in row]


def _plain(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case Decimal():
            return f"{cell:f}"
        case dt.date():  # and its moments
            return cell.isoformat()
        case str():
            return guarded(cell)
    return str(cell)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one."""
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given; files of people who never heard of it are read as they are."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell


class Sheet(NamedTuple):
    """A sheet of a workbook; `rows` is read once. `wide`: columns with long text."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Iterable[Any]]
    wide: Sequence[str] = ()


def as_xlsx(sheets: Iterable[Sheet]) -> IO[bytes]:
    """A workbook in a temporary file that goes when it is closed; rows are written one by one."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def _write(page: Any, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    for place, name in enumerate(sheet.columns):
        page.column_dimensions[_letters(place)].width = WIDTH * (3 if name in sheet.wide else 1)
    page.append([_heading(page, name) for name in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _letters(place: int) -> str:
    """The column's name: A to Z, then AA on."""
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _heading(page: Any, name: str) -> Any:
    cell = WriteOnlyCell(page, name)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Any) -> Any:
    """A cell; text is text whatever it begins with, and a moment is text, as it has a time zone."""
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        cell = WriteOnlyCell(page, value)
        places = -int(value.as_tuple().exponent)
        cell.number_format = "#,##0" + ("." + "0" * places if places > 0 else "")
        return cell
    if isinstance(value, str):
        cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LONGEST])
        cell.data_type = "s"
        return cell
    return value
