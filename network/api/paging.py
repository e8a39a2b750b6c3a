"""Lists of the API: what they are asked by, and the ways to their other parts."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language
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


def asked_as_on_the_page(request: Request, filters: Callable[..., Any]) -> Any:
    """The filters of the page for people over what is asked here; `cursor` is its place in the list."""
    asked = request.query_params.copy()
    asked["page"] = asked.get("cursor", "")
    return filters(asked, user=request.user, language=get_language(), size=PAGE_SIZE)


def in_their_order(records: QuerySet, keys: Iterable[int]) -> list[Any]:
    """Those of the records that are still there, in the order of the keys."""
    found = records.in_bulk(list(keys))
    return [found[key] for key in keys if key in found]


def part_of_list(
    request: Request, page: Any, records: Any, serializer: type[RecordSerializer], *, etag: str = ""
) -> Response:
    """A part of what a search found (its `page`) as these records; with `etag`, others need not ask again."""
    only = wanted_fields(request, serializer)
    said = serializer(records, many=True, only=only, context={"request": request})
    ways = {"next": place(request, page.following), "previous": place(request, page.previous)}
    return Response({**ways, "results": said.data}, headers={"ETag": etag} if etag else None)


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
