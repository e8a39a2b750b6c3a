"""Error pages: plain words, in the language of the address, without database or session."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..ui import context, languages


def _page(request: HttpRequest, code: int, title: str, text: str) -> HttpResponse:
    frame = context.frame(request.path, request.META.get("QUERY_STRING", ""))
    variables = {**frame, "code": code, "title": title, "text": text}
    return HttpResponse(render_to_string("error.html", variables), status=code)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be read."""
    return _page(
        request,
        400,
        _("The request could not be read"),
        _("Something in the address or in what was sent is not as expected. Please go back and try again."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but not allowed."""
    return _page(
        request,
        403,
        _("This is not open to you"),
        _(
            "Your account has no permission for this. If it should, ask your "
            "State’s focal point or the Secretariat."
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's proof of origin is missing or old."""
    return _page(
        request,
        403,
        _("The form could not be accepted"),
        _(
            "The form is too old, or your browser does not accept cookies. Go "
            "back, reload the page and send it again."
        ),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing that this reader may know of."""
    return _page(
        request,
        404,
        _("Page not found"),
        _("There is nothing at this address, or it is not public. Check the address, or search the portal."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of the portal. May be called before any middleware has set the language."""
    with override(_language(request)):
        return _page(
            request,
            500,
            _("Something went wrong in the portal"),
            _(
                "This is a fault of the portal, not yours. What you had saved is safe. "
                "Please try again in a minute."
            ),
        )


def unavailable(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """503: the portal cannot answer now, for instance while its database is away."""
    with override(_language(request)):
        response = _page(
            request,
            503,
            _("The portal cannot answer now"),
            _(
                "It is being looked after, or too many people came at once. "
                "Please try again in a few minutes."
            ),
        )
    response["Retry-After"] = "120"
    return response


def _language(request: HttpRequest) -> str:
    first = request.path.lstrip("/").partition("/")[0]
    return first if first in languages.NAMES else languages.active()
