"""Places in the lists of the API."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

PAGE_SIZE = 50
CURSOR = OpenApiParameter("cursor", OpenApiTypes.STR, description="Place in the list, from next or previous.")


def place(request: Request, cursor: str) -> str | None:
    """The address of another part of the list; None when there is none."""
    if not cursor:
        return None
    query = request.query_params.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"?{query.urlencode()}")
