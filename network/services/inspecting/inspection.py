"""Looking into a file before it is kept: its kind by content, its dangers by kind."""

import hashlib
from typing import NamedTuple

import puremagic
from django.conf import settings
from django.core.files import File
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .kinds import PDF, PICTURES, TEXTS, ZIPPED, Kind
from .refusal import RefusedFileError

HEAD = 4096  # bytes that tell the kind
ACCEPTED = ".pdf,.docx,.xlsx,.txt,.csv,.jpg,.jpeg,.png"
KINDS_IN_WORDS = gettext_lazy("PDF, DOCX, XLSX, TXT, CSV, JPG or PNG")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!", b"\xd0\xcf\x11\xe0MSI")


class CheckedFile(NamedTuple):
    """A file that may be kept: what it is, and its content (a picture's is drawn anew)."""

    is_picture: bool
    media_type: str
    extension: str
    content: File


def check_file(*, upload: File, name: str) -> CheckedFile:
    """Check an uploaded file by its content.

    Raises RefusedFileError, whose text says what is wrong and what to do, when it is empty, too large, of no
    accepted kind, not what its name says, protected, or able to run something.
    """
    if not upload.size:
        raise RefusedFileError(_("The file is empty."))
    if upload.size > settings.UPLOAD_MAX_BYTES:
        raise RefusedFileError(too_large())
    upload.seek(0)
    kind = _kind_of(upload.read(HEAD), name)
    upload.seek(0)
    content = kind.check(upload) or upload
    content.seek(0)
    return CheckedFile(kind.is_picture, kind.media_type, kind.extension, content)


def digest_of(content: File) -> str:
    """The SHA-256 of a file, hexadecimal."""
    digest = hashlib.sha256()
    content.seek(0)
    for chunk in content.chunks():
        digest.update(chunk)
    content.seek(0)
    return digest.hexdigest()


def _limits() -> str:
    return _("%(kinds)s, up to %(size)s MB.") % {
        "kinds": KINDS_IN_WORDS,
        "size": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }


file_hint = lazy(_limits, str)  # said beside a file field, in the reader's language


def too_large() -> str:
    """What to say of a file over the limit (setting UPLOAD_MAX_BYTES)."""
    megabytes = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
    return _("The file is larger than %(size)s MB. Make it smaller, or give a link to it instead.") % {
        "size": megabytes
    }


def _kind_of(head: bytes, name: str) -> Kind:
    extension = name.lower().rpartition(".")[2]
    if head.startswith(_PROGRAMS):
        raise RefusedFileError(_refusal(head))
    if head.startswith(b"%PDF-"):
        return PDF
    for magic, kind in PICTURES.items():
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return ZIPPED.get(extension, ZIPPED["docx"])
    if extension in TEXTS and not _is_markup(head):
        return TEXTS[extension]
    raise RefusedFileError(_refusal(head))


def _is_markup(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<html", b"<!doctype", b"<script"))


def _refusal(head: bytes) -> str | Promise:
    """What the file is instead, where that can be told; people then know why their "PDF" is refused."""
    accepted = {"kinds": KINDS_IN_WORDS}
    if head.startswith(_PROGRAMS):
        return _("This file is a program, whatever its name says. You can attach %(kinds)s.") % accepted
    if b"<svg" in head.lower():
        return _("SVG pictures can carry programs. Save the picture as PNG, then attach it.")
    if guess := _guess(head):
        return _("This is a file of the kind “%(found)s”. You can attach %(kinds)s.") % {
            **accepted,
            "found": guess,
        }
    return _("The content of this file is not of a kind that can be attached: %(kinds)s.") % accepted


def _guess(head: bytes) -> str:
    try:
        return puremagic.from_string(head).lstrip(".")[:12]
    except (puremagic.PureError, ValueError, IndexError):
        return ""
