"""Names that are suggested while somebody types "@" in a post."""

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from ...rules import may_write
from ...services.mentions import handle_of
from ...services.naming import people_to_name
from ..access import find_space


@require_safe
def people(request: HttpRequest, slug: str) -> JsonResponse:
    """Handles with their names, for who writes in the space; 404 for others."""
    space = find_space(request.user, slug)
    if not may_write(request.user, space):
        raise Http404
    found = people_to_name(space=space, user=request.user, typed=request.GET.get("q", ""))
    answer = JsonResponse({"people": [{"handle": handle_of(each), "name": each.full_name} for each in found]})
    answer["Cache-Control"] = "private, no-store"
    return answer
