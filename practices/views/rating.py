"""Pages that everyone reads about rating: how it is done, and what was considered and not rated."""

from datetime import timedelta

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..choices import CRITERIA, INSTRUMENT, NOTES
from ..choices.instrument import DIRECTIONS, QUALITIES, REACHED_BY_DESIGN, STRENGTHS, step_of
from ..models import Practice

PER_PAGE = 50


@require_safe
@shared
def how_we_rate(request: HttpRequest) -> HttpResponse:
    """The instrument, as its data says it, and how disagreement and appeals go."""
    context = {
        "instrument": INSTRUMENT,
        "criteria": CRITERIA,
        "strengths": [(each, step_of(each.value.value)) for each in STRENGTHS],
        "directions": DIRECTIONS,
        "qualities": QUALITIES,
        "designs": [(design.label, reached.label) for design, reached in REACHED_BY_DESIGN.items()],
        "notes": NOTES,
        "review_days": settings.PRACTICE_REVIEW_DAYS,
        "appeal_days": settings.PRACTICE_APPEAL_DAYS,
        "crumbs": [(_("Practices"), reverse("practices:list"))],
    }
    return render(request, "practices/how_we_rate.html", context)


@require_safe
def not_rated(request: HttpRequest) -> HttpResponse:
    """Titles of what was declined, whose states agreed to the listing; nothing else of the record."""
    before = timezone.now() - timedelta(days=settings.PRACTICE_APPEAL_DAYS + 1)
    found = Practice.objects.considered_and_not_rated(before).select_related("country", "organization")
    page = Paginator(found.order_by("-declined_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(practice, practice.passage("title")) for practice in page],
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
        "crumbs": [(_("Practices"), reverse("practices:list"))],
    }
    return render(request, "practices/not_rated.html", context)
