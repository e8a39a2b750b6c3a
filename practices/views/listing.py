"""The list of practices: as a list, on the map, as a table, by evidence. Every state of it is an address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from network.following.views.button import save_url
from network.search import labels
from network.search.filters import facets, left, relaxed
from network.ui import languages, numbers
from network.ui.map import Place
from network.ui.sharing import shared

from ..filters import PracticeFilter
from .cards import cards
from .evidence import evidence

VIEWS = ("list", "map", "table", "evidence")


@require_safe
@shared
def practice_list(request: HttpRequest) -> HttpResponse:
    """Practices that the reader may see, filtered, counted, and shown in one of four ways."""
    asked = PracticeFilter(request.GET, user=request.user, language=languages.active())
    shape = next((name for name in VIEWS if name == request.GET.get("view")), "list")
    context = _frame(asked, shape)
    if shape == "map":
        context["places"] = places(asked)
    else:
        context |= evidence(asked) if shape == "evidence" else {}
        page = asked.page()
        context |= {
            "cards": cards(page.rows, asked.results.asked.lexemes if asked.results else ()),
            "previous_url": page.previous and asked.query(page=page.previous, view=_kept(shape)),
            "next_url": page.following and asked.query(page=page.following, view=_kept(shape)),
        }
    if not asked.tally.total:
        context["relaxed"] = relaxed(asked)
    quick = getattr(request, "htmx", False) and not request.htmx.history_restore_request
    return render(request, f"practices/{'_answer' if quick else 'list'}.html", context)


def _frame(asked: PracticeFilter, shape: str) -> dict[str, Any]:
    chips = asked.chips()
    return {
        "asked": asked,
        "shape": shape,
        "views": [(name, asked.query(view=_kept(name))) for name in VIEWS],
        "facets": facets(asked),
        "chips": chips,
        "hidden": [
            pair for pair in (("q", asked.words), ("sort", asked.sort), ("view", _kept(shape))) if pair[1]
        ],
        "search_hidden": [("view", _kept(shape))] if _kept(shape) else [],
        "title": _title(asked),
        "total": total_in_words(asked),
        "whole": numbers.number(asked.tally.whole),
        "is_narrowed": bool(chips or asked.words),
        "clear_url": reverse("practices:list"),
        "save_url": save_url(asked),
        "query": asked.query().removeprefix("?"),
        "feed_query": asked.query(lang=asked.language).removeprefix("?"),
    }


def _kept(shape: str) -> str:
    """The list is what an address means that says no view."""
    return "" if shape == "list" else shape


def _title(asked: PracticeFilter) -> str:
    """What the page shows, for the tab and for history."""
    what = [asked.words] if asked.words else []
    what += [chip.label for chip in asked.chips()[:3]]
    return _("Good practices: %(what)s") % {"what": ", ".join(what)} if what else _("Good practices")


def total_in_words(asked: PracticeFilter) -> str:
    """How many there are; "2,000+" where not all were counted."""
    if asked.tally.is_capped:
        return _("%(count)s+ practices") % {"count": numbers.number(asked.tally.at_least)}
    return in_words(asked.tally.total)


def in_words(count: int) -> str:
    """A number of practices."""
    return ngettext("%(count)s practice", "%(count)s practices", count) % {"count": numbers.number(count)}


def places(asked: PracticeFilter) -> list[Place]:
    """Member states with their number of practices, each leading to the list of its own."""
    found = []
    for state in labels.states(asked.language).values():
        count = left(asked, f"state:{state.iso2}")
        label = state.name
        if count is not None:
            label = _("%(state)s: %(figure)s") % {"state": state.name, "figure": in_words(count)}
        found.append(Place(state.iso3, state.name, count, asked.query(state=state.iso2), label))
    return found
