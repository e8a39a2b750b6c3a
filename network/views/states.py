"""Member states: the list by region, and a page each."""

import unicodedata
from functools import cache
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import OuterRef, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from ..choices import Region
from ..following.services.keeping import followed_by
from ..following.views.button import follow_button
from ..models import MemberState
from ..querysets.written import Written
from ..search.querysets import Holder, keys_of
from ..search.services.figures import read_figures, with_figures
from ..ui.sharing import shared


def plain(name: str) -> str:
    """A name without accents and capitals, to sort by in any of the four languages."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


@method_decorator(shared, name="dispatch")
class StateList(TemplateView):
    """All member states by region, each with how it stands to the Organization."""

    template_name = "network/states.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Regions in the order of their names, states in the order of theirs."""
        listed = sorted(
            MemberState.objects.visible_to(self.request.user),
            key=lambda state: (plain(state.get_region_display()), plain(state.name)),
        )
        regions = [
            {"code": code, "name": Region(code).label, "states": list(states)}
            for code, states in groupby(listed, key=lambda state: state.region)
        ]
        return super().get_context_data(regions=regions, **kwargs)


def _found(request: HttpRequest, iso2: str) -> Any:
    keys = keys_of(request.user)
    found = _state(len(keys)).records(iso2, request.user.pk or 0, *keys)
    if not found:
        raise Http404
    return found[0]


@cache
def _state(keys: int) -> Written:
    """A state with its office and its figures, and whether it is followed (`is_followed`), for somebody who
    holds so many keys of the search."""

    def of_values(iso2: str, person: int, *held: str) -> Any:
        states = MemberState.objects.visible_to(AnonymousUser()).filter(pk=iso2).select_related("office")
        name = Concat(Value("state:"), OuterRef("pk"))
        return with_figures(states.annotate(is_followed=followed_by(person, name)), name, Holder(held))

    return Written(of_values, str, int, *[str] * keys)


@require_safe
@shared
def state_page(request: HttpRequest, iso2: str) -> HttpResponse:
    """One state: its office, its status, and what the apps know of it."""
    state = _found(request, iso2.upper())
    if iso2 != state.iso2:
        return redirect(state, permanent=True)
    context = {
        "state": state,
        "figures": read_figures(state.figures),
        "follow": follow_button(request, "state", state.pk, state.is_followed),
        "status": None if state.is_active else state.status_periods.first(),
        "crumbs": [(_("Member states"), reverse("network:states"))],
    }
    return render(request, "network/state.html", context)
