"""The Fund as everyone sees it: where money comes from and where it goes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..filters import whole
from ..services.reference import NAME
from ..services.showing.chain import last_verification
from ..services.showing.lines import entry_lines
from ..services.showing.overview import Overview, overview


@require_safe
@shared
def fund_overview(request: HttpRequest) -> HttpResponse:
    """All years, or the one that `year` says; 404 for a year without a period."""
    year = whole(request.GET.get("year"), 9998)
    seen = overview(year)
    if request.GET.get("year") and year not in seen.years:
        raise Http404
    head = seen.head
    context = {
        "name": _(NAME),
        "seen": seen,
        "lines": entry_lines(seen.latest),
        "head_number": head.number if head else 0,
        "head": head.fingerprint if head else "",
        "verification": last_verification(),
        "most": most_of(seen),
        "aside_total": sum(project.left for project in seen.projects),
        "crumbs": [],
    }
    return render(request, "fund/overview.html", context)


def most_of(seen: Overview) -> dict[str, int]:
    """What the longest bar of each table stands for."""
    return {
        "source": max([seen.interest, *(max(line.received, line.pledged) for line in seen.donors)]),
        "use": max([seen.free, *(project.used + project.left for project in seen.projects)]),
        "year": max([max(line["received"], line["used"]) for line in seen.by_year] or [0]),
        "kind": max([abs(line["bank"]) for line in seen.by_kind] or [0]),
    }
