"""Workbooks for tests, made with openpyxl and spoiled by hand."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

SHARED = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
Rows = Sequence[Sequence[Any]]


def workbook(sheets: dict[str, Rows], spoil: Callable[[Workbook], None] | None = None) -> bytes:
    """The bytes of a workbook with these sheets; `spoil` has the last word."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    if spoil:
        spoil(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_entry(content: bytes, name: str, data: bytes = b"x") -> bytes:
    """The same archive with one entry more."""
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


def with_sheet(rows: bytes, text: bytes = b"x") -> bytes:
    """A workbook of one sheet that lies about its size and never ends. `text`: what its cells may share."""
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = b'<worksheet %s><dimension ref="A1:B2"/><sheetData>%s' % (space, rows)
    texts = b"<sst %s><si><t>%s</t></si></sst>" % (space, text)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook({"Courses": [["x"]]}))) as made:
        entries = {name: made.read(name) for name in made.namelist()}
    entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(b"</Types>", SHARED + b"</Types>")
    entries |= {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": texts}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def upload(content: bytes, name: str = "table.xlsx") -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, content)
