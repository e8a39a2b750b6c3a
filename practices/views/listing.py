"""The list of practices: as a list, on the map, as a table. Every state of it is an address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from network.search import labels
from network.search.services.facets import tally
from network.ui import languages, numbers
from network.ui.map import Place
from network.ui.sharing import shared

from ..choices import FACET_GROUPS, FacetGroup
from ..filters import PracticeFilter, values_of
from .cards import cards

VIEWS = ("list", "map", "table")
RELAXED = 3  # proposals when nothing is found


@require_safe
@shared
def practice_list(request: HttpRequest) -> HttpResponse:
    """Practices that the reader may see, filtered, counted, and shown in one of three ways."""
    asked = PracticeFilter(request.GET, user=request.user, language=languages.active())
    shape = next((name for name in VIEWS if name == request.GET.get("view")), "list")
    context = _frame(asked, shape)
    if shape == "map":
        context["places"] = places(asked)
    else:
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


def facets(asked: PracticeFilter) -> list[dict[str, Any]]:
    """Groups of filters that have something to offer, with the number of practices that each would leave."""
    shown = []
    there: dict[str, set[str]] = {group.name: set(asked.chosen.get(group.name, ())) for group in FACET_GROUPS}
    for facet in (*asked.tally.by_facet, *asked.tally.uncounted):
        name, _colon, value = facet.partition(":")
        there.setdefault(name, set()).add(value)
    for group in FACET_GROUPS:
        options = _options(asked, group, there[group.name])
        if options:
            on = group.name in asked.chosen
            shown.append(
                {"name": group.name, "label": group.label, "open": group.open or on, "options": options}
            )
    return shown


def _options(asked: PracticeFilter, group: FacetGroup, there: set[str]) -> list[dict[str, Any]]:
    chosen, prefix = asked.chosen.get(group.name, ()), f"{group.name}:"
    known = values_of(group, asked.language) or {value: value for value in sorted(there, reverse=True)}
    options: list[dict[str, Any]] = [
        {"value": value, "label": label, "count": _left(asked, prefix + value), "checked": value in chosen}
        for value, label in known.items()
        if value in there
    ]
    if group.by_count:
        options.sort(key=lambda option: (-(option["count"] or 0), option["label"]))
    return options


def _left(asked: PracticeFilter, facet: str) -> int | None:
    """How many a facet would leave, None where that was not counted."""
    return None if facet in asked.tally.uncounted else asked.tally.by_facet.get(facet, 0)


def places(asked: PracticeFilter) -> list[Place]:
    """Member states with their number of practices, each leading to the list of its own."""
    found = []
    for state in labels.states(asked.language).values():
        count = _left(asked, f"state:{state.iso2}")
        label = state.name
        if count is not None:
            label = _("%(state)s: %(figure)s") % {"state": state.name, "figure": in_words(count)}
        found.append(Place(state.iso3, state.name, count, asked.query(state=state.iso2), label))
    return found


def relaxed(asked: PracticeFilter) -> list[tuple[str, str, str]]:
    """What to take off when nothing is found: its name, the address without it, how many that leaves."""
    proposals = []
    for chip in asked.chips()[:RELAXED]:
        left = tally(asked.wanted.without(chip.group.name)) if not asked.words else None
        count = "" if left is None else numbers.number(left.at_least)
        if left is None or left.total:
            proposals.append((chip.label, chip.query_without, count))
    return proposals
