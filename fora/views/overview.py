"""The first page of the fora: spaces by kind, and what is being talked about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..choices import SpaceKind
from ..models import Space

ORDER = (SpaceKind.VIRTUAL, SpaceKind.PERMANENT, SpaceKind.WORKING_GROUP, SpaceKind.FACE_TO_FACE)


@require_safe
@shared
def overview(request: HttpRequest) -> HttpResponse:
    """Spaces that the reader may enter."""
    spaces = list(Space.objects.visible_to(request.user))
    groups = [(kind, [space for space in spaces if space.kind == kind]) for kind in ORDER]
    context = {"groups": [group for group in groups if group[1]]}
    return render(request, "fora/overview.html", context)
