"""What is missing: topics with their needs, courses and offers, as a picture and as a table."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from network.choices import Role
from network.ui.sharing import shared

from ...choices.needs import GapSituation
from ...models import DocumentedNeed, SurveyRound
from ...services.assistance.indexing import REQUEST
from ...services.needs.gaps import Gap, gaps, latest_round
from .access import training_crumb

MOST_DOTS = 8  # beyond, the number says it
SIGNS = {
    GapSituation.GAP: ("stop", "", "alert"),
    GapSituation.PARTLY: ("warn", "screening", ""),
    GapSituation.COVERED: ("good", "done", ""),
    GapSituation.UNASKED: ("", "", "people"),
    GapSituation.NOTHING: ("plain", "", ""),
}


@require_safe
@shared
def gap_view(request: HttpRequest) -> HttpResponse:
    """The table, the needs behind it with their sources, and the survey that feeds it."""
    user: Any = request.user
    found = gaps()
    context = {
        "rows": [_row(gap) for gap in found],
        "missing": sum(gap.situation == GapSituation.GAP for gap in found),
        "documents": DocumentedNeed.objects.visible_to(user)
        .select_related("reserved_by")
        .prefetch_related("topics"),
        "latest": latest_round(),
        "to_answer": SurveyRound.objects.visible_to(user).open(timezone.localdate()).first()
        if user.is_authenticated and user.has_role(Role.FOCAL_POINT)
        else None,
        "crumbs": [training_crumb()],
    }
    return render(request, "training_catalogue/gaps.html", context)


def _row(gap: Gap) -> dict[str, Any]:
    tone, phase, icon = SIGNS[gap.situation]
    courses, assistance = reverse("training:courses"), reverse("training:assistance_list")
    return {
        "gap": gap,
        "label": gap.situation.label,
        "tone": tone,
        "phase": phase,
        "icon": icon,
        "topic_url": reverse("network:topic", args=[gap.topic]),
        "needs": dots(gap.needs),
        "courses": dots(gap.courses),
        "offers": dots(gap.offers),
        "requests_url": f"{assistance}?topic={gap.topic}&kind={REQUEST}",
        "offers_url": f"{assistance}?topic={gap.topic}",
        "courses_url": f"{courses}?topic={gap.topic}",
    }


def dots(number: int) -> list[int]:
    """Where the dots of a number stand in the picture."""
    return [8 + 16 * place for place in range(min(number, MOST_DOTS))]
