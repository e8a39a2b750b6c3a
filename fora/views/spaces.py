"""A space: what it is for, what it talks about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..models import Space


@require_safe
@shared
def space(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a space for those who may read it."""
    found = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
    context = {
        "space": found,
        "title": found.passage("title"),
        "description": found.passage("description"),
        "concept_note": found.passage("concept_note"),
        "crumbs": [(_("Fora"), reverse("fora:overview"))],
    }
    return render(request, "fora/space.html", context)
