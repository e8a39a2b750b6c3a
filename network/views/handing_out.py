"""Handing out files that people have attached, to those whom a view has let in."""

from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

SHOWN_IN_THE_BROWSER = ("image/jpeg", "image/png", "application/pdf")
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def hand_out(file: Any, *, name: str, media_type: str) -> HttpResponseBase:
    """A file under the name that people gave it; pictures and PDF open in a sandbox, others are saved.

    With MEDIA_ACCEL_PREFIX the web server sends the bytes (X-Accel-Redirect).
    Raises Http404 when the file is gone from the disk.
    """
    response = _content(file)
    inline = media_type in SHOWN_IN_THE_BROWSER
    response.headers["Content-Type"] = _content_type(media_type)
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, max-age=0, must-revalidate"
    response.headers["Content-Disposition"] = content_disposition_header(not inline, name) or "attachment"
    return response


def _content(file: Any) -> HttpResponseBase:
    if prefix := settings.MEDIA_ACCEL_PREFIX:
        return HttpResponse(headers={"X-Accel-Redirect": f"{prefix}{file.name}"})
    try:
        return FileResponse(file.open("rb"))
    except FileNotFoundError as error:
        raise Http404(_("The file is missing.")) from error


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
