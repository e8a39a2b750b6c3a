"""The page of an adaptation, at an address that never changes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from network.l10n.views.reading import shows_originals
from network.ui.sharing import shared

from ...choices.adaptations import AdaptationState, AdaptationTransition
from ...models import Adaptation
from ...rules import adaptation_steps_open_to, can_write_adaptation
from .access import practice_crumbs
from .lineage import is_readable, period_of
from .steps import WITH_COMMENT
from .wording import SIGNS, STEPS

MOST_SHOWN = 30


@require_safe
@shared
@shows_originals
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What the reader may see of it; 410 with the reason once it was withdrawn."""
    visible = Adaptation.objects.visible_to(request.user).exclude(state=AdaptationState.WITHDRAWN)
    adaptation = visible.for_page().prefetch_related("topics").filter(pk=pk).first()
    if adaptation is None:
        return _withdrawn(request, pk)
    return render(request, "practices/adaptations/page.html", _context(request, adaptation))


def _context(request: HttpRequest, adaptation: Adaptation) -> dict[str, Any]:
    origin, result = adaptation.origin, adaptation.resulting_practice
    return {
        "adaptation": adaptation,
        "sign": SIGNS[adaptation.state],
        "period": period_of(adaptation),
        "origin_title": origin.passage("title") if is_readable(origin) else None,
        "result_title": result.passage("title") if is_readable(result) else None,
        "texts": [
            (name, adaptation._meta.get_field(name).verbose_name, adaptation.passage(name))
            for name in ("kept", "changed", "result")
            if adaptation.original(name)
        ],
        "crumbs": practice_crumbs(origin),
        **(_for_people(request, adaptation) if request.user.is_authenticated else {}),
    }


def _for_people(request: HttpRequest, adaptation: Adaptation) -> dict[str, Any]:
    user: Any = request.user
    steps = adaptation_steps_open_to(user, adaptation)
    way = adaptation.steps.visible_to(user).select_related("by").order_by("-at", "-pk")[:MOST_SHOWN]
    return {
        "steps": [_button(row) for row in steps],
        "may_edit": can_write_adaptation(user, adaptation),
        "way": [(step, _verb_words(step.verb)) for step in way],
    }


def _button(row: AdaptationTransition) -> tuple[str, Any, str]:
    """The step, what its button says, and the kind of page that it leads to."""
    shape = "link" if row.verb == "link" else "why" if row.verb in WITH_COMMENT else "button"
    return row.verb, STEPS[row.verb], shape


def _verb_words(verb: str) -> Any:
    return STEPS.get(verb, "")


def _withdrawn(request: HttpRequest, pk: int) -> HttpResponse:
    """The address of a withdrawn adaptation says so, and why; nothing else of it is shown."""
    gone = Adaptation.objects.filter(state=AdaptationState.WITHDRAWN).select_related("country", "origin")
    adaptation = get_object_or_404(gone, pk=pk)
    context = {
        "adaptation": adaptation,
        "step": adaptation.steps.filter(verb="withdraw").last(),
        "crumbs": practice_crumbs(adaptation.origin),
    }
    return render(request, "practices/adaptations/withdrawn.html", context, status=410)
