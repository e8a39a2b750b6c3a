"""Looks into a PDF or an Office file for what could run or explode; started by confined.py, stands alone.

Arguments: path, kind, seconds. Prints {"refused": "" or a reason}.
"""

import json
import resource
import sys
import zipfile
from typing import Any

MEGABYTES = 1024
MOST_ENTRIES = 3_000
MOST_UNPACKED = 250 * 1024 * 1024  # bytes
MOST_RATIO = 150  # a text compresses about 10 times, an empty sheet 60
DEEPEST = 60
RUNNING = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/RichMedia", "/Rendition"}
MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def main(path: str, kind: str, seconds: str) -> None:
    """Set the limits, then look."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    refused = check_pdf(path) if kind == "pdf" else check_office(path, kind)
    print(json.dumps({"refused": refused}))  # noqa: T201 - the answer


def check_pdf(path: str) -> str:
    """Why a PDF is refused."""
    import pikepdf  # only where a PDF is read: it takes a while

    try:
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                return "broken"
            return next((found for item in pdf.objects if (found := danger(item, 0, pikepdf))), "")
    except pikepdf.PasswordError:
        return "encrypted"
    except pikepdf.PdfError:
        return "broken"


def danger(item: Any, depth: int, pikepdf: Any) -> str:
    """Why an object of a PDF, with what it holds directly, is refused."""
    if depth > DEEPEST:
        return "script"
    if isinstance(item, pikepdf.Array):
        children = list(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        found = of_dictionary(item)
        if found:
            return found
        children = [value for _name, value in item.items()]
    else:
        return ""
    return next(
        (
            found
            for child in children
            if isinstance(child, pikepdf.Object)
            and not child.is_indirect
            and (found := danger(child, depth + 1, pikepdf))
        ),
        "",
    )


def of_dictionary(item: Any) -> str:
    """Why a dictionary is refused: it acts, or carries a file."""
    names = set(item.keys())
    if names & {"/JS", "/JavaScript", "/XFA"} or str(item.get("/S", "")) in RUNNING:
        return "script"
    if names & {"/EmbeddedFiles", "/EF"}:
        return "embedded"
    return "script" if str(item.get("/Subtype", "")) in {"/RichMedia", "/Screen"} else ""


def check_office(path: str, kind: str) -> str:
    """Why a zipped document is refused; only its table of contents is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "broken"
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names or MAIN_PART[kind] not in names:
        return "other"
    if is_inflated(entries):
        return "inflated"
    if any(entry.flag_bits & 1 for entry in entries):
        return "encrypted"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "macros"
    return "embedded" if any(is_carried(name) for name in names) else ""


def is_inflated(entries: list[zipfile.ZipInfo]) -> bool:
    """A bomb: too many entries, too much in all, or out of proportion."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    return (
        len(entries) > MOST_ENTRIES
        or unpacked > MOST_UNPACKED
        or (unpacked > 10 * 1024 * 1024 and unpacked / packed > MOST_RATIO)
    )


def is_carried(name: str) -> bool:
    """Whether an entry is a file of another program (an embedded sheet behind a chart is not)."""
    lower = name.lower()
    return "activex" in lower or ("/embeddings/" in lower and not lower.endswith((".xlsx", ".docx", ".pptx")))


if __name__ == "__main__":
    main(*sys.argv[1:4])
