"""Pictures are drawn anew: what comes out holds the picture and nothing that was hidden beside it."""

from io import BytesIO

from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from .refusal import RefusedFileError

MOST_PIXELS = 40_000_000  # about 160 MB while it is drawn
LONGEST_SIDE = 3000  # pixels; larger ones are made smaller
MODES = {"JPEG": ("L", "RGB"), "PNG": ("1", "L", "LA", "P", "RGB", "RGBA")}


def draw_anew(upload: File, name: str) -> File:
    """The same picture, upright, without place, camera and other data; raises RefusedFileError."""
    try:
        with Image.open(upload, formats=[name]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise RefusedFileError(
                    _("This picture has more than %(most)s million points. Make it smaller, then attach it.")
                    % {"most": MOST_PIXELS // 1_000_000}
                )
            return _draw(picture, name)
    except RefusedFileError:
        raise
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError, MemoryError) as error:
        raise RefusedFileError(_("This picture is damaged: it could not be opened.")) from error


def _draw(picture: Image.Image, name: str) -> File:
    upright = ImageOps.exif_transpose(picture)
    if upright.mode not in MODES[name]:
        upright = upright.convert("RGB" if name == "JPEG" else "RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new(upright.mode, upright.size)
    if upright.mode == "P" and (palette := upright.getpalette()) is not None:
        clean.putpalette(palette)
    clean.paste(upright)
    out = BytesIO()
    transparency = upright.info.get("transparency") if name == "PNG" else None
    extra = (
        {"quality": 88}
        if name == "JPEG"
        else ({} if transparency is None else {"transparency": transparency})
    )
    clean.save(out, format=name, **extra)
    return ContentFile(out.getvalue())
