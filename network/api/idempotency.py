"""A request that is sent twice is done once: the header `Idempotency-Key`, for whatever writes by the API."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response

from ..models import AnsweredRequest

HEADER = "Idempotency-Key"
HOURS_KEPT = 24
LONGEST_KEY = 200
IDEMPOTENCY_KEY = OpenApiParameter(
    HEADER,
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="A name that you give to this request. Sent again within 24 hours with the same body, it is "
    "answered again and nothing more is written; with another body it is refused (422).",
)

Write = Callable[..., Response]


class KeyReused(exceptions.APIException):
    """The key names another request."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_code = "key_reused"


def idempotent(write: Write) -> Write:
    """For a method that answers 201 with a Location. Its view says by `again(request, location)` how what was
    made is answered for a second time; what the person may no longer read is not.

    Only what succeeded is kept: what was refused may be sent again with the same key.
    """

    @wraps(write)
    def once(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get(HEADER)
        if key is None or not request.user.is_authenticated:
            return write(view, request, *args, **kwargs)
        if not key.isprintable() or not key.isascii() or not 0 < len(key) <= LONGEST_KEY:
            wrong = _("A key has 1 to %(most)s printable characters.") % {"most": LONGEST_KEY}
            raise exceptions.ValidationError({HEADER: [wrong]})
        fingerprint = _fingerprint(request)
        with transaction.atomic():
            _take_turn(request.user.pk, key)
            known = _known(request.user, key)
            if known is None:
                return _first(write(view, request, *args, **kwargs), request.user, key, fingerprint)
        if known.fingerprint != fingerprint:
            raise KeyReused(_("This key was used for another request. Choose a new one."))
        response = view.again(request, known.location)
        response.headers["Idempotency-Replayed"] = "true"
        return response

    return once


def _fingerprint(request: Request) -> str:
    sent: Any = request._request
    path = sent.get_full_path()
    return hashlib.sha256(b"\n".join([request.method.encode(), path.encode(), sent.body])).hexdigest()


def _take_turn(user_id: int, key: str) -> None:
    """Two requests of the same key wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('request'), hashtext(%s))", [f"{user_id} {key}"]
        )


def _known(user: Any, key: str) -> AnsweredRequest | None:
    found = AnsweredRequest.objects.filter(user=user, key=key).first()
    if found and found.answered_at <= timezone.now() - timedelta(hours=HOURS_KEPT):
        found.delete()
        return None
    return found


def _first(response: Response, user: Any, key: str, fingerprint: str) -> Response:
    location = response.headers.get("Location", "")
    if response.status_code == status.HTTP_201_CREATED and location:
        AnsweredRequest.objects.create(user=user, key=key, fingerprint=fingerprint, location=location)
    return response
