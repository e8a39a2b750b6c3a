"""Lists of the API: what they are asked by, and the ways to their other parts."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from .base import FIELDS, LANG, wanted_fields
from .writing import RecordSerializer

PAGE_SIZE = 50  # records in a part of a list
CURSOR = OpenApiParameter("cursor", OpenApiTypes.STR, description="Place in the list, from next or previous.")


def asked_by(groups: Iterable[Any]) -> list[OpenApiParameter]:
    """What a list is asked by that is filtered by these groups of facets, as the page for people is."""
    return [
        LANG,
        FIELDS,
        OpenApiParameter(
            "q", OpenApiTypes.STR, description="Words, in the reader's or the original language."
        ),
        CURSOR,
        *(
            OpenApiParameter(
                group.name,
                OpenApiTypes.STR,
                many=True,
                description="Codes as in the records; may be given several times.",
            )
            for group in groups
        ),
    ]


def place(request: Request, cursor: str | None) -> str | None:
    """The address of another part of the list; None when there is none."""
    if not cursor:
        return None
    query = request.query_params.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"?{query.urlencode()}")


def newest_records(request: Request, found: QuerySet, serializer: type[RecordSerializer]) -> Response:
    """A part of a selection, the newest record first; the cursor is the key of the last one before."""
    only = wanted_fields(request, serializer)
    cursor = request.query_params.get("cursor", "")
    if cursor.isascii() and cursor.isdigit() and len(cursor) < 19:
        found = found.filter(pk__lt=int(cursor))
    rows = list(found.order_by("-pk")[: PAGE_SIZE + 1])
    further = str(rows[PAGE_SIZE - 1].pk) if len(rows) > PAGE_SIZE else ""
    said = serializer(rows[:PAGE_SIZE], many=True, only=only, context={"request": request})
    return Response({"next": place(request, further), "previous": None, "results": said.data})
