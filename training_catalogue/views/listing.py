"""The list of courses: as a list or table, and its providers on the map. Every state of it is an address."""

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

from ..filters import CourseFilter
from .cards import cards
from .metadata import course_list_data

VIEWS = ("list", "map", "table")


@require_safe
@shared
def course_list(request: HttpRequest) -> HttpResponse:
    """Courses that the reader may see, filtered, counted, and shown in one of two ways."""
    asked = CourseFilter(request.GET, user=request.user, language=languages.active())
    shape = next((name for name in VIEWS if name == request.GET.get("view")), "list")
    context = _frame(asked, shape)
    if shape == "map":
        context["places"] = places(asked)
    else:
        page = asked.page()
        context |= {
            "cards": cards(page.rows, asked.results.asked.lexemes if asked.results else ()),
            "schema_org": course_list_data(page.rows),
            "previous_url": page.previous and asked.query(page=page.previous, view=kept(shape)),
            "next_url": page.following and asked.query(page=page.following, view=kept(shape)),
        }
    if not asked.tally.total:
        context["relaxed"] = relaxed(asked)
    quick = getattr(request, "htmx", False) and not request.htmx.history_restore_request
    return render(request, f"training_catalogue/{'_answer' if quick else 'list'}.html", context)


def _frame(asked: CourseFilter, shape: str) -> dict[str, Any]:
    chips, view = asked.chips(), kept(shape)
    query = asked.query().removeprefix("?")
    return {
        "asked": asked,
        "shape": shape,
        "views": views(asked, shape),
        "facets": facets(asked),
        "chips": chips,
        "hidden": [pair for pair in (("q", asked.words), ("sort", asked.sort), ("view", view)) if pair[1]],
        "search_hidden": [("view", view)] if view else [],
        "title": _title(asked),
        "total": total_in_words(asked),
        "whole": numbers.number(asked.tally.whole),
        "is_narrowed": bool(chips or asked.words),
        "clear_url": reverse("training:courses"),
        "save_url": save_url(asked),
        "query": query,
        "feed_query": f"lang={asked.language}&{query}" if query else f"lang={asked.language}",
    }


def kept(shape: str) -> str:
    """The list is what an address means that says no view."""
    return "" if shape == "list" else shape


def views(asked: CourseFilter, shape: str) -> list[tuple[str, str, bool]]:
    """List, map, table, calendar of the same search: an icon's name, the address, whether it is shown."""
    base = reverse("training:courses")
    found = [(name, base + asked.query(view=kept(name)), name == shape) for name in VIEWS]
    return [*found, ("calendar", reverse("training:sessions") + asked.query(), shape == "calendar")]


def _title(asked: CourseFilter) -> str:
    """What the page shows, for the tab and for history."""
    what = [asked.words] if asked.words else []
    what += [chip.label for chip in asked.chips()[:3]]
    if what:
        return _("Courses: %(what)s") % {"what": ", ".join(what)}
    return _("Training and technical assistance")


def total_in_words(asked: CourseFilter) -> str:
    """How many there are; "2,000+" where not all were counted."""
    if asked.tally.is_capped:
        return _("%(count)s+ courses") % {"count": numbers.number(asked.tally.at_least)}
    return in_words(asked.tally.total)


def in_words(count: int) -> str:
    """A number of courses."""
    return ngettext("%(count)s course", "%(count)s courses", count) % {"count": numbers.number(count)}


def places(asked: CourseFilter) -> list[Place]:
    """Member states with the courses of their providers, each leading to the list of its own."""
    found = []
    for state in labels.states(asked.language).values():
        count = left(asked, f"state:{state.iso2}")
        label = state.name
        if count is not None:
            label = _("%(state)s: %(figure)s") % {"state": state.name, "figure": in_words(count)}
        found.append(Place(state.iso3, state.name, count, asked.query(state=state.iso2), label))
    return found
