"""The Fund as everyone sees it: where money comes from and where it goes."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..filters import whole
from ..services.reference import NAME
from ..services.showing.kept import kept
from ..services.showing.lines import latest_rows
from ..services.showing.overview import Overview, overview
from ..services.showing.standing import Standing, standing

LATEST = 5


@require_safe
@shared
def fund_overview(request: HttpRequest) -> HttpResponse:
    """All years, or the one that `year` says; 404 for a year without a period."""
    year, now = whole(request.GET.get("year"), 9998), standing()
    if request.GET.get("year") and year not in now.years:
        raise Http404
    context = {
        "name": _(NAME),
        "year": year,
        "parts": kept("overview", (now.head.fingerprint, now.versions, year), lambda: _parts(now, year)),
        "head_number": now.head.number,
        "head": now.head.fingerprint if now.head.number else "",
        "verification": now.head.verification,
        "crumbs": [],
    }
    return render(request, "fund/overview.html", context)


def _parts(now: Standing, year: int | None) -> dict[str, str]:
    """What is before the chain, and what is after it. Everyone reads the same."""
    seen = overview(year, now=now)
    context = {
        "seen": seen,
        "lines": latest_rows(now.head.number, LATEST),
        "head_number": now.head.number,
        "most": most_of(seen),
        "is_demonstration": settings.DEMO,
    }
    return {part: render_to_string(f"fund/_{part}.html", context) for part in ("totals", "flows")}


def most_of(seen: Overview) -> dict[str, int]:
    """What the longest bar of each table stands for."""
    return {
        "source": max([seen.interest, *(max(line.received, line.pledged) for line in seen.donors)]),
        "use": max([seen.free, *(project.used + project.left for project in seen.projects)]),
        "year": max([max(line["received"], line["used"]) for line in seen.by_year] or [0]),
        "kind": max([abs(line["bank"]) for line in seen.by_kind] or [0]),
    }
