"""Up to four practices side by side; the address names them, so it can be shared."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..models import Practice
from .record import Row, row_of

MOST = 4
LONGEST = 20  # characters of an identifier
FIELDS = (
    "summary",
    "organization",
    "topics",
    "prevention_level",
    "population_reach",
    "approaches",
    "scale",
    "places",
    "started_on",
    "population_description",
    "age_from",
    "reached_from",
    "cost_amount",
    "rated_strength",
    "outcomes",
    "evaluations",
    "not_worked",
    "transfer_conditions",
    "adoption_effort",
    "offers_assistance",
)


class Compared(NamedTuple):
    """A column: the practice, its title, and the address without it."""

    practice: Practice
    title: Any
    without: str


@require_safe
@shared
def compare(request: HttpRequest) -> HttpResponse:
    """A row per question, a column per practice; what none of them says is left out."""
    asked = [text.strip().upper()[:LONGEST] for text in request.GET.getlist("id") if text.strip()]
    wanted = list(dict.fromkeys(asked))
    found = {
        practice.identifier: practice
        for practice in Practice.objects.visible_to(request.user).published().for_comparison(wanted[:MOST])
    }
    shown = [found[identifier] for identifier in wanted[:MOST] if identifier in found]
    context = {
        "columns": [Compared(each, each.passage("title"), _without(shown, each)) for each in shown],
        "rows": _rows(shown),
        "missing": [identifier for identifier in wanted[:MOST] if identifier not in found],
        "is_full": len(shown) >= MOST,
        "has_too_many": len(wanted) > MOST,
        "most": MOST,
        "crumbs": [(_("Practices"), reverse("practices:list"))],
    }
    return render(request, "practices/compare.html", context)


def _rows(shown: list[Practice]) -> list[tuple[str, list[tuple[Practice, Row]]]]:
    rows = []
    for name in FIELDS:
        cells = [(practice, row_of(practice, name)) for practice in shown]
        if any(row.value for _practice, row in cells):
            rows.append((cells[0][1].label, cells))
    return rows


def _without(shown: list[Practice], one: Practice) -> str:
    """The address without one of them."""
    kept = [("id", str(each.identifier)) for each in shown if each is not one]
    return f"?{urlencode(kept)}"
