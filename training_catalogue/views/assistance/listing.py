"""The list of offers and that of requests: filtered, counted, searched. Every state of it is an address."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from network.following.views.button import save_url
from network.search.filters import ListFilter, facets, relaxed
from network.search.services.counts import counts_of
from network.ui import languages, numbers
from network.ui.sharing import shared

from ...forms.assistance_filter import FILTERS
from ...rules.assistance import is_moderator, writes_assistance
from ...services.assistance.indexing import OFFER, REQUEST
from .access import training_crumb
from .lines import lines

SHAPES = (("list", ""), ("table", "table"))  # icon's name, word of the address


@require_safe
@shared
def assistance_list(request: HttpRequest) -> HttpResponse:
    """Offers, or with `kind=request` requests, that the reader may see."""
    kind, view = asked_kind(request), "table" if request.GET.get("view") == "table" else ""
    asked = FILTERS[kind](request.GET, user=request.user, language=languages.active())
    page = asked.page()
    context = _frame(request, kind, asked, view) | {
        "lines": lines(page.rows, asked.results.asked.lexemes if asked.results else ()),
        "previous_url": page.previous and asked.query(page=page.previous, kind=kept(kind), view=view),
        "next_url": page.following and asked.query(page=page.following, kind=kept(kind), view=view),
    }
    if not asked.tally.total:
        context["relaxed"] = relaxed(asked)
    quick = getattr(request, "htmx", False) and not request.htmx.history_restore_request
    return render(request, f"training_catalogue/assistance/{'_answer' if quick else 'list'}.html", context)


def asked_kind(request: HttpRequest) -> str:
    """Which of the two lists is asked for."""
    return REQUEST if request.GET.get("kind") == REQUEST else OFFER


def kept(kind: str) -> str:
    """Offers are what an address means that says no kind."""
    return "" if kind == OFFER else kind


def _frame(request: HttpRequest, kind: str, asked: ListFilter, view: str) -> dict[str, Any]:
    chips, base = asked.chips(), reverse("training:assistance_list")
    chips = [replace(chip, query_without=_with_kind(chip.query_without, kind)) for chip in chips]
    beside = [pair for pair in (("kind", kept(kind)), ("view", view)) if pair[1]]
    hidden = [pair for pair in (("q", asked.words), ("sort", asked.sort)) if pair[1]] + beside
    return {
        "asked": asked,
        "kind": kind,
        "tabs": _tabs(request, asked),
        "facets": facets(asked),
        "chips": chips,
        "hidden": hidden,
        "search_hidden": beside,
        "is_table": bool(view),
        "views": [
            (name, _with_kind(asked.query(view=address), kind), address == view) for name, address in SHAPES
        ],
        "title": _title(kind, asked),
        "total": total_in_words(kind, asked),
        "whole": numbers.number(asked.tally.whole),
        "is_narrowed": bool(chips or asked.words),
        "base": base,
        "save_url": save_url(asked),
        "clear_url": f"{base}?kind={kind}" if kept(kind) else base,
        "file_query": _with_kind(asked.query(), kind),
        "feed_url": f"/feeds/training/assistance/{_feed_query(asked, kind)}",
        "may_write": writes_assistance(request.user),
        "may_moderate": is_moderator(request.user),
        "crumbs": [training_crumb()],
    }


def _with_kind(query: str, kind: str) -> str:
    if not kept(kind):
        return query
    return f"{query}&kind={kind}" if query != "?" else f"?kind={kind}"


def _feed_query(asked: ListFilter, kind: str) -> str:
    query = _with_kind(asked.query(lang=asked.language), kind)
    return query if query.startswith("?") else f"?{query}"


def _tabs(request: HttpRequest, asked: ListFilter) -> list[tuple[str, str, str, str]]:
    """Both lists: kind, words, whole number, address."""
    found = []
    for kind, label in ((OFFER, _("Offers")), (REQUEST, _("Requests"))):
        if kind == asked.kind:
            whole, query = asked.tally.whole, asked.query()
        else:
            whole, query = counts_of(kind, request.user, [""])[""].get("", 0), "?"
        found.append((kind, label, numbers.number(whole), _with_kind(query, kind)))
    return found


def _title(kind: str, asked: ListFilter) -> str:
    """What the page shows, for the tab and for history."""
    what = [asked.words] if asked.words else []
    what += [chip.label for chip in asked.chips()[:3]]
    whole = _("Requests for assistance") if kind == REQUEST else _("Offers of assistance")
    return _("%(list)s: %(what)s") % {"list": whole, "what": ", ".join(what)} if what else whole


def total_in_words(kind: str, asked: ListFilter) -> str:
    """How many there are; "2,000+" where not all were counted."""
    if asked.tally.is_capped:
        words = _("%(count)s+ requests") if kind == REQUEST else _("%(count)s+ offers")
        return words % {"count": numbers.number(asked.tally.at_least)}
    return in_words(kind, asked.tally.total)


def in_words(kind: str, count: int) -> str:
    """A number of offers or requests."""
    if kind == REQUEST:
        return ngettext("%(count)s request", "%(count)s requests", count) % {"count": numbers.number(count)}
    return ngettext("%(count)s offer", "%(count)s offers", count) % {"count": numbers.number(count)}
