"""The proceedings of a forum that is over, as paper and as files, for who may read the space."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.pdf import pdf_response

from ...models import Space
from ...services.proceedings import proceedings_pdf, proceedings_zip


@require_safe
def as_paper(request: HttpRequest, slug: str) -> HttpResponse:
    """A tagged PDF in the language of the address."""
    space = _space(request, slug)
    response = pdf_response(
        proceedings_pdf(space, request.user), f"{space.slug}-proceedings-{languages.active()}.pdf"
    )
    response["Cache-Control"] = "private, max-age=0"
    return response


@require_safe
def as_files(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """A ZIP of JSON files, written while it is sent."""
    space = _space(request, slug)
    response = StreamingHttpResponse(proceedings_zip(space, request.user), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{space.slug}-proceedings.zip"'
    response["Cache-Control"] = "private, max-age=0"
    response["X-Accel-Buffering"] = "no"
    return response


def _space(request: HttpRequest, slug: str) -> Space:
    """A forum that is over; before, there are no proceedings."""
    space = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
    if not space.has_closed and space.state != "archived":
        raise Http404
    return space
