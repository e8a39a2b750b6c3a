"""Working groups: the list; each has its page as a space."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ...choices import SpaceKind
from ...models import Space
from ...services.groups import groups_of


@require_safe
@shared
def group_list(request: HttpRequest) -> HttpResponse:
    """Those that the reader may read, with what the documents say of each."""
    spaces = Space.objects.visible_to(request.user).of_kind(SpaceKind.WORKING_GROUP)
    found = list(spaces.order_by("position", "pk"))
    groups = groups_of([space.group_code for space in found])
    context = {
        "rows": [{"space": space, "group": groups.get(space.group_code)} for space in found],
        "crumbs": [(_("Fora"), reverse("fora:overview"))],
    }
    return render(request, "fora/groups/list.html", context)
