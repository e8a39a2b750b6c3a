"""Workbooks for tests, made with openpyxl and spoiled by hand."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

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


def upload(content: bytes, name: str = "table.xlsx") -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, content)
