"""Working groups: the list; each has its page as a space. Who is in a space, for those who are in it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ...choices import SpaceKind
from ...models import Space
from ...rules import knows_members
from ...services.groups import groups_of
from ...services.members import members_by_state
from ..access import find_space
from .access import space_crumb


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


@require_safe
@login_required
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the space, by member state and organization; 404 for who is not in it."""
    space = find_space(request.user, slug)
    if not knows_members(request.user, space):
        raise Http404
    groups = members_by_state(space, request.user)
    context = {
        "space": space,
        "groups": groups,
        "count": sum(len(people) for _state, people in groups),
        "crumbs": [(_("Fora"), reverse("fora:overview")), space_crumb(space)],
    }
    return render(request, "fora/groups/members.html", context)
