"""Files of posts, for those who may read the post: pictures and PDF open in a sandbox, others are saved."""

from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..models import PostAttachment

SHOWN_IN_THE_BROWSER = ("image/jpeg", "image/png", "application/pdf")
HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, max-age=0, must-revalidate",
}


@require_safe
def download(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """One file; with MEDIA_ACCEL_PREFIX the web server sends the bytes (X-Accel-Redirect)."""
    found = get_object_or_404(PostAttachment.objects.visible_to(request.user), uuid=uuid)
    response = _content(found)
    for name, value in HEADERS.items():
        response.headers[name] = value
    kind, inline = found.media_type, found.media_type in SHOWN_IN_THE_BROWSER
    response.headers["Content-Type"] = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    response.headers["Content-Disposition"] = (
        content_disposition_header(not inline, found.file_name) or "attachment"
    )
    return response


def _content(found: PostAttachment) -> HttpResponseBase:
    if prefix := settings.MEDIA_ACCEL_PREFIX:
        return HttpResponse(headers={"X-Accel-Redirect": f"{prefix}{found.file.name}"})
    try:
        return FileResponse(found.file.open("rb"))
    except FileNotFoundError as error:
        raise Http404(_("The file is missing.")) from error
