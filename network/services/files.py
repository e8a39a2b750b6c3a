"""Files that people hand in: the content decides what a file is, not its name; pictures are made anew."""

import hashlib
import io
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

PHOTO_MOST_BYTES = 5 * 1024 * 1024
PHOTO_MOST_PIXELS = 40_000_000
PHOTO_SIDE = 512  # pixels of the stored square
PHOTO_FORMATS = ("JPEG", "PNG", "WEBP")
LETTER_MOST_BYTES = 10 * 1024 * 1024
ACTIVE_CONTENT = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFiles", "/RichMedia")


def clean_photo(upload: Any) -> ContentFile:
    """A square JPEG made from an uploaded picture, without what cameras add, under a name of its own.

    Raises ValidationError for more than 5 MB or 40 megapixels, and for what is no JPEG, PNG or WebP picture.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # late: heavy, and few requests need it

    if upload.size > PHOTO_MOST_BYTES:
        raise ValidationError(_("The picture is larger than 5 MB. Choose a smaller one."), code="too_large")
    try:
        with Image.open(upload, formats=PHOTO_FORMATS) as picture:
            if picture.width * picture.height > PHOTO_MOST_PIXELS:
                raise ValidationError(
                    _("The picture has too many pixels. Choose a smaller one."), code="pixels"
                )
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            square = ImageOps.fit(upright, (PHOTO_SIDE, PHOTO_SIDE))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(_("Choose a JPEG, PNG or WebP picture."), code="no_picture") from error
    target = io.BytesIO()
    square.save(target, "JPEG", quality=85, optimize=True)
    return ContentFile(target.getvalue(), name=f"{uuid.uuid4().hex}.jpg")


def clean_letter(upload: Any) -> tuple[ContentFile, str]:
    """The letter under a name of its own, and its SHA-256.

    Raises ValidationError for more than 10 MB, for what is no PDF, for a PDF that is locked or does things.
    """
    if upload.size > LETTER_MOST_BYTES:
        raise ValidationError(_("The letter is larger than 10 MB. Choose a smaller file."), code="too_large")
    upload.seek(0)
    data = upload.read()
    if not _is_pdf(data) or not _opens(data):
        raise ValidationError(_("Choose a PDF file that is not locked by a password."), code="no_pdf")
    if _does_things(data):
        raise ValidationError(
            _("This PDF holds scripts or other files. Save it as a plain PDF."), code="active"
        )
    return ContentFile(data, name=f"{uuid.uuid4().hex}.pdf"), hashlib.sha256(data).hexdigest()


def _is_pdf(data: bytes) -> bool:
    import puremagic  # late: see clean_photo

    try:
        return (
            data.startswith(b"%PDF-") and puremagic.from_string(data[:4096], mime=True) == "application/pdf"
        )
    except puremagic.PureError:
        return False


def _opens(data: bytes) -> bool:
    import pikepdf  # late: see clean_photo

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return not pdf.is_encrypted and len(pdf.pages) > 0
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError):
        return False


def _does_things(data: bytes) -> bool:
    import pikepdf  # late: see clean_photo

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return any(_has_active_key(item) for item in pdf.objects)


def _has_active_key(item: Any) -> bool:
    """Look into one object and what is written inside it; what it only refers to is looked at on its own."""
    import pikepdf  # late: see clean_photo

    if isinstance(item, pikepdf.Array):
        return any(_has_active_key(child) for child in item if not getattr(child, "is_indirect", False))
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if any(key in item for key in ACTIVE_CONTENT) or item.get("/S") in ("/JavaScript", "/Launch"):
        return True
    children = (item.get(key) for key in item.keys())  # noqa: SIM118 - a stream's iteration is not of keys
    return any(_has_active_key(child) for child in children if not getattr(child, "is_indirect", False))
