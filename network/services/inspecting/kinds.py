"""The kinds of file that are accepted and how each is checked."""

import codecs
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from django.core.files import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .confined import ConfinedError, check_confined
from .pictures import draw_anew
from .refusal import RefusedFileError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
REASONS = {
    "encrypted": gettext_lazy("This file is protected by a password. Save it without one, then attach it."),
    "script": gettext_lazy(
        "This PDF can run something when it is opened (a script, a program or an interactive form). "
        "Print it to a new PDF, then attach that one."
    ),
    "embedded": gettext_lazy(
        "This file carries other files inside. Save it without them, and attach them one by one."
    ),
    "macros": gettext_lazy("This file carries macros. Save it without them, then attach it."),
    "inflated": gettext_lazy(
        "This file grows far too large when it is opened. Save it anew, then attach it."
    ),
    "other": gettext_lazy("This is an archive or a file of another kind, not a Word or Excel document."),
    "broken": gettext_lazy("This file is damaged: it could not be opened. Save it anew, then attach it."),
    "limits": gettext_lazy(
        "This file could not be checked: it is too complicated. Print it to a new PDF, then attach that one."
    ),
}


class Kind(NamedTuple):
    """A kind that is accepted; `check` raises RefusedFileError, or gives the content to keep instead."""

    is_picture: bool
    media_type: str
    extension: str
    check: Callable[[File], File | None]


def _confined(expected: str) -> Callable[[File], None]:
    def check(upload: File) -> None:
        try:
            verdict = check_confined(upload, expected)
        except ConfinedError:
            verdict = "limits"
        if verdict:
            raise RefusedFileError(str(REASONS[verdict]))

    return check


def _check_text(upload: File) -> None:
    """Text in UTF-8 or UTF-16, or in the old Windows code of Western Europe; no other signs than text has."""
    decoder = None
    for chunk in upload.chunks():
        if decoder is None:
            encoding = "utf-16" if chunk[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
            decoder = codecs.getincrementaldecoder(encoding)(
                "surrogateescape" if encoding != "utf-16" else "strict"
            )
        try:
            text = decoder.decode(chunk)
        except UnicodeDecodeError as error:
            raise RefusedFileError(_("This file is not text, whatever its name says.")) from error
        if any(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f" for sign in text):
            raise RefusedFileError(_("This file is not text, whatever its name says."))


def _picture(name: str) -> Callable[[File], File]:
    return lambda upload: draw_anew(upload, name)


PDF = Kind(False, "application/pdf", ".pdf", _confined("pdf"))
PICTURES = {
    b"\xff\xd8\xff": Kind(True, "image/jpeg", ".jpg", _picture("JPEG")),
    b"\x89PNG\r\n\x1a\n": Kind(True, "image/png", ".png", _picture("PNG")),
}
ZIPPED = {
    "docx": Kind(False, DOCX, ".docx", _confined("docx")),
    "xlsx": Kind(False, XLSX, ".xlsx", _confined("xlsx")),
}
TEXTS = {
    "txt": Kind(False, "text/plain", ".txt", _check_text),
    "csv": Kind(False, "text/csv", ".csv", _check_text),
}
