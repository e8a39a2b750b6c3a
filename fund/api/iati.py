"""IATI 2.03 for programs: without language in the address; not sent again while nothing has changed."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import quote_etag
from django.views.decorators.http import condition, require_safe

from network.ui.sharing import mark

from ..services.iati import activities as activity_pieces
from ..services.iati import organisation as organisation_pieces
from ..services.showing.stamp import stamp


def _etag(request: HttpRequest, **arguments: Any) -> str:
    said = f"{request.build_absolute_uri()} {stamp()}"
    return quote_etag(hashlib.sha256(said.encode()).hexdigest()[:32])


@require_safe
@condition(etag_func=_etag)
def activities(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """One activity for the Fund and one for each project."""
    return _file(request, activity_pieces)


@require_safe
@condition(etag_func=_etag)
def organisation(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Who publishes, and what was spent in each year."""
    return _file(request, organisation_pieces)


def _file(request: HttpRequest, pieces: Callable[[], Iterator[str]]) -> Any:
    kind = "application/xml; charset=utf-8"
    response: Any = HttpResponse(content_type=kind)
    if request.method != "HEAD":
        response = StreamingHttpResponse(_gathered(pieces()), content_type=kind)
    mark(request, response)
    return response


def _gathered(pieces: Iterator[str], size: int = 2**15) -> Iterator[str]:
    """Small pieces together, so that each line on the wire is worth its way."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            yield "".join(held)
            held, length = [], 0
    yield "".join(held)
