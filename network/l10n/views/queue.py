"""The desk's queue: what waits, since when and why; and the way to the next piece of work."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.ui import languages

from ..choices import AT_THE_DESK, JobState
from ..filters import AGES, CONFIDENCES, ORDERS, DeskFilters, in_order, place_of
from ..models import Suggestion, Translation
from ..querysets import revised_languages
from ..services.approving import next_for
from ..services.engines import has_engines
from . import words
from .access import desk_only

PER_PAGE = 30
MOST_COUNTED = 1000  # beyond which a lane says "1,000+": nobody needs to wait for the exact number
LANES = {
    JobState.STALE: "returned",
    JobState.NEEDS_REVIEW: "open",
    JobState.FAILED_FINAL: "withdrawn",
    JobState.MACHINE_DRAFT: "draft",
}


@require_safe
@desk_only
def desk(request: HttpRequest) -> HttpResponse:
    """Lanes with counts, filters, and a page of the queue."""
    filters = DeskFilters.read(request.GET)
    visible = Translation.objects.visible_to(request.user).at_the_desk()
    queue = in_order(visible.filter(**filters.conditions()), filters, request.GET.get("after", ""))
    found = list(queue.select_related("claimed_by")[: PER_PAGE + 1])
    rows, more = found[:PER_PAGE], found[PER_PAGE:]
    context = {
        "filters": filters,
        "lanes": _lanes(visible.filter(**filters.conditions(with_state=False)), filters),
        "suggested": capped(Suggestion.objects.visible_to(request.user).waiting()),
        "rows": _rows(rows, request.user),
        "choices": _choices(filters, request.user),
        "first_url": f"?{filters.query()}" if request.GET.get("after") else "",
        "next_url": f"?{filters.query(after=place_of(rows[-1], filters))}" if more else "",
        "has_engines": has_engines(),
        "most": MOST_COUNTED,
    }
    return render(request, "l10n/desk.html", context)


@require_POST
@desk_only
def take_next(request: HttpRequest) -> HttpResponse:
    """Take the piece of work that has waited longest among those that the filters leave."""
    filters = DeskFilters.read(request.POST)
    row = next_for(request.user, **filters.conditions())
    if row is None:
        messages.info(request, _("Nothing waits here that nobody else is working on."))
        return redirect(f"{reverse('l10n:desk')}?{filters.query()}")
    return redirect(piece_url(row, filters))


def piece_url(row: Translation, filters: DeskFilters) -> str:
    """A piece of work; the filters come along, for what comes next."""
    query = filters.query()
    return reverse("l10n:piece", args=[row.pk]) + (f"?{query}" if query else "")


def capped(rows: Any) -> int:
    """How many, MOST_COUNTED at most."""
    return rows.order_by()[:MOST_COUNTED].count()


def _lanes(visible: Any, filters: DeskFilters) -> list[dict[str, Any]]:
    return [
        {
            "state": state,
            "label": state.label,
            "phase": LANES[state],
            "count": capped(visible.filter(state=state)),
            "is_current": state == filters.state,
        }
        for state in AT_THE_DESK
    ]


def _rows(rows: list[Translation], user: Any) -> list[dict[str, Any]]:
    records = words.roots_of(rows)
    return [
        {
            "row": row,
            "record": words.root_label(row.root, records.get(row.root)),
            "record_language": getattr(records.get(row.root), "source_language", ""),
            "kind": words.kind_name(row.kind),
            "field": words.field_name(row),
            "sign": words.sign(row),
            "why": words.reasons(row),
            "confidence": words.confidence(row),
            "days": words.days_waiting(row),
            "taken_by": row.claimed_by if row.is_claimed_by_other(user) else None,
        }
        for row in rows
    ]


def _choices(filters: DeskFilters, user: Any) -> list[dict[str, Any]]:
    """The selects above the queue."""
    own = revised_languages(user) or set(languages.NAMES)
    listed = [(code, name) for code, name in settings.LANGUAGES if code in own or code == filters.language]
    selects = (
        ("language", _("Language"), listed, filters.language),
        ("kind", _("Kind of text"), words.kind_choices(), filters.kind),
        ("age", _("Waiting"), AGES.items(), filters.age),
        ("confidence", _("Confidence of the machine"), CONFIDENCES.items(), filters.confidence),
        ("order", _("Order"), ORDERS.items(), filters.order),
    )
    return [
        {
            "name": name,
            "label": label,
            "options": [(value, shown, value == chosen) for value, shown in options],
            "has_all": name != "order",
        }
        for name, label, options, chosen in selects
    ]
