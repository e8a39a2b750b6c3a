"""What goes wrong, as problem details (RFC 9457) in the reader's language."""

from http import HTTPStatus
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import exception_handler

from .base import ApiView

CONTENT_TYPE = "application/problem+json"


class Gone(exceptions.APIException):
    """What was here has been taken back."""

    status_code = status.HTTP_410_GONE
    default_code = "gone"


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """Django REST framework's handler, worded as a problem: type, title, status, detail, instance, errors."""
    response = exception_handler(error, context)
    if response is None:
        return None
    request = context["request"]
    data: dict[str, Any] = {
        "type": "about:blank",
        "title": _title(response.status_code),
        "status": response.status_code,
        "instance": request.path,
    }
    if isinstance(error, exceptions.ValidationError):
        data["errors"] = response.data
    else:
        data["detail"] = response.data["detail"]
    response.data = data
    response.content_type = CONTENT_TYPE
    return response


def _title(code: int) -> str:
    titles = {
        400: _("Bad request"),
        401: _("Not signed in"),
        403: _("Not allowed"),
        404: _("Not found"),
        405: _("Method not allowed"),
        406: _("Not acceptable"),
        410: _("Gone"),
        409: _("Not possible now"),
        412: _("Changed in the meantime"),
        415: _("Unsupported media type"),
        422: _("Not understood"),
        428: _("Version needed"),
        429: _("Too many requests"),
    }
    return titles.get(code) or HTTPStatus(code).phrase


class Nothing(ApiView):
    """Every address of the API that there is not."""

    schema = None

    def get(self, request: Request, **kwargs: Any) -> Response:
        """404, as a problem."""
        raise exceptions.NotFound

    post = put = patch = delete = get
