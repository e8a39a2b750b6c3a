"""Reads the text of a file for the search; started by confined.py, stands alone.

Arguments: path, media type, seconds. Prints UTF-8, at most LONGEST characters.
"""

import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from typing import IO

from defusedxml.ElementTree import iterparse

MEGABYTES = 1536
LONGEST = 400_000  # characters; a search row takes no more
MOST_PAGES = 500
TEXT_TAGS = {"t"}  # <w:t> of a document, <t> of a sheet's strings
BREAK_TAGS = {"p", "si", "tab", "br", "row"}


def main(path: str, media_type: str, seconds: str) -> None:
    """Set the limits, then read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    reader = {"application/pdf": of_pdf, "text/plain": of_text, "text/csv": of_text}.get(
        media_type, of_office
    )
    until = time.monotonic() + int(seconds) * 0.6
    found, length = [], 0
    for piece in reader(path):
        found.append(piece)
        length += len(piece)
        if length >= LONGEST or time.monotonic() > until:
            break
    text = "".join(found)[:LONGEST].replace("\x00", " ")
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def of_pdf(path: str) -> Iterator[str]:
    """Page by page."""
    from pypdf import PdfReader  # only where a PDF is read: it takes a while

    reader = PdfReader(path)
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            return
        yield page.extract_text() + "\n"


def of_office(path: str) -> Iterator[str]:
    """Paragraphs of a document; strings of a sheet."""
    with zipfile.ZipFile(path) as archive:
        names = [
            name
            for name in archive.namelist()
            if name in {"word/document.xml", "word/footnotes.xml", "xl/sharedStrings.xml"}
            or (name.startswith("xl/worksheets/sheet") and name.endswith(".xml"))
        ]
        for name in names:
            with archive.open(name) as part:
                yield from of_xml(part)


def of_xml(part: IO[bytes]) -> Iterator[str]:
    """Texts of one part, with breaks where its paragraphs end; defusedxml refuses entities and DTDs."""
    for _event, element in iterparse(part, forbid_dtd=True):
        tag = element.tag.rpartition("}")[2]
        if tag in TEXT_TAGS and element.text:
            yield element.text
        elif tag in BREAK_TAGS:
            yield "\n"
            element.clear()


def of_text(path: str) -> Iterator[str]:
    """Line by line, in the code that it is written in."""
    with open(path, "rb") as raw:
        data = raw.read(LONGEST * 4)
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252", "latin-1")
    for encoding in encodings:
        try:
            yield data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return


if __name__ == "__main__":
    main(*sys.argv[1:4])
