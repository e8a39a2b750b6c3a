"""Sheets of a file: names, rows of raw cells, what is merged."""

import codecs
import csv
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("confined_rows.py")
SECONDS = 60
LONGEST_LINE = 200_000  # characters of a cell of CSV


class UnreadableError(Exception):
    """The file can't be read; `fault` as in words.OF_FILES."""

    def __init__(self, code: str, **more: Any) -> None:
        self.fault = {"code": code, **more}
        super().__init__(code)


@dataclass
class RawSheet:
    """A sheet as it stands in the file; lines are counted from 1. `merged` holds corners."""

    name: str
    rows: list[tuple[int, list[Any]]] = field(default_factory=list)
    merged: list[list[int]] = field(default_factory=list)
    is_cut: bool = False


def read_workbook(content: Any, most_rows: int) -> list[RawSheet]:
    """The sheets of an XLSX file, read in a process of its own with little memory and time.

    Raises UnreadableError for what is broken or refers to other files.
    """
    with tempfile.NamedTemporaryFile(prefix="portal-import-") as copy:
        content.seek(0)
        for piece in iter(lambda: content.read(1 << 20), b""):
            copy.write(piece)
        copy.flush()
        command = [sys.executable, "-I", str(SCRIPT), copy.name, str(SECONDS), str(most_rows)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS + 5, check=False)  # noqa: S603 - our script
        except subprocess.TimeoutExpired as error:
            raise UnreadableError("broken") from error
    if done.returncode:
        raise UnreadableError("broken")
    return _sheets(done.stdout.decode("utf-8", "replace").splitlines())


def _sheets(lines: list[str]) -> list[RawSheet]:
    found: list[RawSheet] = []
    for line in lines:
        said = json.loads(line)
        if isinstance(said, list):
            found[-1].rows.append((said[0], said[1]))
        elif "refused" in said:
            raise UnreadableError(said["refused"])
        elif "sheet" in said:
            found.append(RawSheet(said["sheet"]))
        elif "merged" in said:
            found[-1].merged = said["merged"]
        else:
            found[-1].is_cut = True
    return found


def read_csv(data: bytes, most_rows: int) -> list[RawSheet]:
    """The one sheet of a CSV file in UTF-8, or in UTF-16 that says so. Raises UnreadableError."""
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("encoding") from error
    if "\x00" in text:
        raise UnreadableError("table")
    sheet = RawSheet("")
    csv.field_size_limit(LONGEST_LINE)
    try:
        for number, cells in _filled(text):
            if len(sheet.rows) > most_rows:
                sheet.is_cut = True
                break
            sheet.rows.append((number, cells))
    except csv.Error as error:
        raise UnreadableError("table") from error
    return [sheet]


def _filled(text: str) -> Iterator[tuple[int, list[Any]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, list(cells)


def _delimiter(text: str) -> str:
    """Spreadsheets of Latin America and France write semicolons."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
