"""The board: drafts by how far they are."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.views.guarding import only

from ... import rules
from ...choices import DraftState
from ...models import DraftEntry
from ...services.reading import amounts_of_drafts

PER_PAGE = 50
#: Phase of the disc and tone of the tag.
SIGNS = {
    DraftState.SUBMITTED: ("review", "go"),
    DraftState.RETURNED: ("returned", "draft"),
    DraftState.DRAFT: ("draft", "draft"),
    DraftState.POSTED: ("done", "good"),
    DraftState.WITHDRAWN: ("withdrawn", "plain"),
}
OPEN = (DraftState.SUBMITTED, DraftState.RETURNED, DraftState.DRAFT)


@require_safe
@only("fund.desk")
def desk(request: HttpRequest) -> HttpResponse:
    """Lanes with counts and ages; below, what waits first, then what is in hand; `lane` shows one state."""
    everything = DraftEntry.objects.visible_to(request.user)
    lane = request.GET.get("lane", "")
    shown = everything.filter(state=lane) if lane in DraftState.values else everything.filter(state__in=OPEN)
    page = Paginator(_ordered(shown, lane), PER_PAGE).get_page(request.GET.get("page"))
    drafts = list(page)
    context = {
        "lanes": _lanes(everything, lane),
        "rows": [
            _row(draft, amounts) for draft, amounts in zip(drafts, amounts_of_drafts(drafts), strict=True)
        ],
        "page": page,
        "lane": lane,
        "may_prepare": rules.can_prepare(request.user),
        "here": "desk",
        "crumbs": [(_("Fund"), reverse("fund:overview"))],
    }
    return render(request, "fund/desk/board.html", context)


def _ordered(drafts: QuerySet[DraftEntry], lane: str) -> QuerySet[DraftEntry]:
    rows = drafts.select_related("prepared_by")
    if lane in (DraftState.POSTED, DraftState.WITHDRAWN):
        return rows.order_by("-prepared_at", "-pk")
    return rows.order_by("-state", "prepared_at", "pk")  # submitted, returned, draft


def _lanes(everything: QuerySet[DraftEntry], current: str) -> list[dict[str, Any]]:
    found = everything.order_by().values("state").annotate(count=Count("pk"), oldest=Min("prepared_at"))
    by_state = {row["state"]: row for row in found}
    lanes = []
    for state, (phase, _tone) in SIGNS.items():
        row = by_state.get(state)
        lanes.append(
            {
                "state": state,
                "label": state.label,
                "phase": phase,
                "count": row["count"] if row else 0,
                "age": (timezone.now() - row["oldest"]).days if row and state in OPEN else None,
                "is_current": state == current,
            }
        )
    return lanes


def _row(draft: DraftEntry, amounts: list[tuple[int, int, str]]) -> dict[str, Any]:
    phase, tone = SIGNS[DraftState(draft.state)]
    return {
        "draft": draft,
        "amounts": amounts,
        "phase": phase,
        "tone": tone,
        "age": (timezone.now() - draft.prepared_at).days,
    }
