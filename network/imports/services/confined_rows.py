"""Reads the cells of a workbook; started by workbook.py in a process of its own, stands alone.

Arguments: path, seconds, most rows. Prints lines of JSON: {"sheet": name}, then [line, [cells]] for each row
that holds something, then {"merged": [[first row, first column, last row, last column], …]}. A cell is
text, a number, true or false, null, {"d": moment} for a date, {"f": 1} for a formula, {"e": text} for an
error.
"""

import datetime as dt
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

MEGABYTES = 1024
MOST_COLUMNS = 200
MOST_SHEETS = 12
EMPTY_LINES = 20_000  # lines that may be empty before a sheet is left
LONGEST = 20_000  # characters of a cell
MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
PIECE = 1 << 20
CUT = {"too_many": 1}
MOST_SAID = 64 << 20  # bytes; one text that stands in a million cells takes little room in the file
said = [0]


def main(path: str, seconds: str, most_rows: str) -> None:
    """Set the limits, then read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    from openpyxl import load_workbook  # under the limits

    with open(path, "rb") as file, zipfile.ZipFile(path) as archive:
        if any(name.lower().startswith("xl/externallinks/") for name in archive.namelist()):
            say({"refused": "external"})
            return
        book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        for sheet in book.worksheets[:MOST_SHEETS]:
            if not hasattr(sheet, "_worksheet_path"):
                continue
            say({"sheet": sheet.title})
            is_cut = False
            for line in rows_of(sheet, int(most_rows)):
                is_cut = line == CUT
                if not say(line):
                    return
            if not is_cut:  # else what is left of the sheet would be read after all
                say({"merged": list(merged_in(archive, sheet._worksheet_path))})


def rows_of(sheet: Any, most: int) -> Iterator[Any]:
    """Rows that hold something, with the number of their line."""
    sheet.reset_dimensions()
    filled = last = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        cells = [plain(cell) for cell in row]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if cells:
            filled, last = filled + 1, number
            if filled > most + 1:
                yield CUT
                return
            yield [number, cells]
        elif number - last > EMPTY_LINES:
            return


def plain(cell: Any) -> Any:
    """A cell as JSON holds it."""
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if kind == "f":
        return {"f": 1}
    if kind == "e":
        return {"e": str(value)[:20]}
    if isinstance(value, dt.datetime | dt.date):
        return {"d": value.isoformat()}
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value[:LONGEST] if isinstance(value, str) else value


def merged_in(archive: zipfile.ZipFile, path: str) -> Iterator[list[int]]:
    """Corners of merged cells, at most a hundred; they stand at the end of a sheet."""
    found, tail = 0, b""
    with archive.open(path.lstrip("/")) as part:
        while piece := part.read(PIECE):
            text = tail + piece
            for match in MERGED.finditer(text):
                yield [*place(match[1].decode()), *place(match[2].decode())]
                found += 1
                if found >= 100:
                    return
            cut = text.rfind(b"<")
            tail = text[cut:] if cut >= 0 and len(text) - cut < 200 else b""


def place(reference: str) -> list[int]:
    """Row and column of a reference such as B12, from 1."""
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", reference).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return [int(digits), column]


def say(found: Any) -> bool:
    """One line of the answer; False when there is too much to be said, which is the last line."""
    line = json.dumps(found)
    said[0] += len(line)
    if said[0] > MOST_SAID:
        line = json.dumps({"refused": "large"})
    print(line)  # noqa: T201 - the answer
    return said[0] <= MOST_SAID


if __name__ == "__main__":
    main(*sys.argv[1:4])
