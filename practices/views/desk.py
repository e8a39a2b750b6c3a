"""The board of the Secretariat's desk: what is on its way, where it stands and since when."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from network.choices import Language

from ..choices import PracticeState
from ..models import Adaptation, Practice
from ..querysets import PracticeQuerySet
from ..rules import can_take, is_screener, writes_for_a_state
from .desk_access import desk_only

PER_PAGE = 50
PHASES = {
    PracticeState.AWAITING_CLEARANCE: ("clearance", "draft"),
    PracticeState.SUBMITTED: ("open", ""),
    PracticeState.SCREENING: ("screening", ""),
    PracticeState.IN_REVIEW: ("review", "go"),
    PracticeState.CONSENSUS: ("review", "warn"),
    PracticeState.RETURNED: ("returned", "draft"),
    PracticeState.UNDER_APPEAL: ("withdrawn", "warn"),
}
LANES = {
    PracticeState.AWAITING_CLEARANCE: gettext_lazy("State clearance"),
    PracticeState.SUBMITTED: gettext_lazy("To be claimed"),
    PracticeState.SCREENING: gettext_lazy("In screening"),
    PracticeState.IN_REVIEW: gettext_lazy("In review"),
    PracticeState.CONSENSUS: gettext_lazy("Consensus"),
    PracticeState.RETURNED: gettext_lazy("Returned"),
    PracticeState.UNDER_APPEAL: gettext_lazy("Appeal"),
}
SOON = timedelta(days=7)
GROUPS = {
    "late": gettext_lazy("Overdue"),
    "soon": gettext_lazy("Due within a week"),
    "later": gettext_lazy("Later"),
    "": gettext_lazy("Without a day"),
}


@require_safe
@desk_only
def desk(request: HttpRequest) -> HttpResponse:
    """Lanes with counts and ages, and the table of what the filters leave."""
    today = timezone.now().date()
    on_the_desk = Practice.objects.visible_to(request.user).on_the_desk()
    everything = on_the_desk.with_due(settings.PRACTICE_REMINDER_DAYS)
    lanes = everything.lanes(today)
    rows = _filtered(everything, request)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "lanes": _lanes(lanes, request.GET.get("lane", "")),
        "total": sum(lane["count"] for lane in lanes.values()),
        "rows": [_row(practice, request.user) for practice in page],
        "page": page,
        "shown": _shown(page),
        "query": request.GET.get("q", ""),
        "mine": "mine" in request.GET,
        "late": "late" in request.GET,
        "lane": request.GET.get("lane", ""),
        "is_screener": is_screener(request.user),
        "knows_reviewers": not writes_for_a_state(request.user),
        "previous_url": _page_url(request, page.number - 1) if page.has_previous() else "",
        "next_url": _page_url(request, page.number + 1) if page.has_next() else "",
        "now": timezone.now(),
        "adaptations": Adaptation.objects.for_desk(request.user).for_page()[:PER_PAGE],
        "crumbs": [(_("Practices"), reverse("practices:list"))],
    }
    return render(request, "practices/desk/board.html", context)


def _filtered(everything: PracticeQuerySet, request: HttpRequest) -> PracticeQuerySet:
    rows = everything.with_open_comments().with_reviews().select_related("country", "screener")
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "stepped_at", "pk")
    if "late" in request.GET:
        rows = rows.filter(due_on__lt=timezone.now().date())
    if (lane := request.GET.get("lane", "")) in PHASES:
        rows = rows.filter(state=lane)
    if "mine" in request.GET:
        rows = rows.filter(Q(screener=request.user) | Q(screener__isnull=True, state=PracticeState.SUBMITTED))
    if words := request.GET.get("q", "").strip():
        columns = [f"title_{code}" for code in Language.values]
        columns += [f"country__name_{code}" for code in Language.values] + ["identifier"]
        found = Q()
        for column in columns:
            found |= Q(**{f"{column}__icontains": words})
        rows = rows.filter(found)
    return rows


def _lanes(lanes: dict[str, dict[str, Any]], current: str) -> list[dict[str, Any]]:
    return [
        {
            "state": state,
            "label": label,
            "phase": PHASES[state][0],
            "count": lanes[state]["count"] if state in lanes else 0,
            "age": _age(lanes[state]["oldest"]) if state in lanes else None,
            "late": lanes[state]["late"] if state in lanes else 0,
            "is_current": state == current,
        }
        for state, label in LANES.items()
    ]


def _row(practice: Practice, user: Any) -> dict[str, Any]:
    phase, tone = PHASES[PracticeState(practice.state)]
    due_on, today = practice.due_on, timezone.now().date()
    return {
        "practice": practice,
        "title": practice.passage("title"),
        "due_on": due_on,
        "days_late": max((today - due_on).days, 0) if due_on else 0,
        "group": GROUPS[_group(due_on, today)],
        "is_judged": practice.state in (PracticeState.IN_REVIEW, PracticeState.CONSENSUS),
        "phase": phase,
        "tone": tone,
        "stage": LANES[PracticeState(practice.state)],
        "age": _age(practice.stepped_at),
        "may_claim": can_take(user, practice, "claim"),
        "is_kept_from": practice.state == PracticeState.SUBMITTED and not can_take(user, practice, "claim"),
    }


def _group(due_on: date | None, today: date) -> str:
    """Under which heading of the table: it is in the order of due days."""
    if due_on is None:
        return ""
    return "late" if due_on < today else "soon" if due_on <= today + SOON else "later"


def _age(moment: Any) -> int:
    """Calendar days since the last step, in UTC."""
    return (timezone.now().date() - moment.date()).days


def _page_url(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


def _shown(page: Page) -> str:
    return ngettext(
        "%(first)s to %(last)s of %(count)s practice",
        "%(first)s to %(last)s of %(count)s practices",
        page.paginator.count,
    ) % {"first": page.start_index(), "last": page.end_index(), "count": page.paginator.count}
