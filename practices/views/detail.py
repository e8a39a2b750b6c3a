"""The public page of a practice, at the address that never changes and never dies."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.following.views.button import follow_button
from network.l10n.views.reading import shows_originals
from network.ui.sharing import shared

from ..choices import PracticeState
from ..models import Practice
from ..rules import can_take, is_focal_point
from ..services.indexing import KIND, PARTS
from .adaptations.lineage import lineage_of
from .metadata import DUBLIN_CORE, LICENCE_URLS, dublin_core, permanent_url, schema_org
from .record import facts, public_record

IN_BRIEF = (
    "organization",
    "prevention_level",
    "population_reach",
    "approaches",
    "topics",
    "iccs_sections",
    "scale",
    "places",
    "started_on",
    "reached_from",
    "offers_assistance",
)


@require_safe
@shared
@shows_originals
def practice_detail(request: HttpRequest, identifier: str) -> HttpResponse:
    """What the reader may see of a practice; 410 with the reason once it was withdrawn."""
    visible = Practice.objects.visible_to(request.user).exclude(state=PracticeState.WITHDRAWN)
    practice = visible.whole(identifier)
    if practice is None:
        return _withdrawn(request, identifier)
    return render(request, "practices/detail.html", _context(request, practice))


def _context(request: HttpRequest, practice: Practice) -> dict[str, Any]:
    record = public_record(practice)
    return {
        "practice": practice,
        "title": practice.passage("title"),
        "summary": practice.passage("summary"),
        "record": record,
        "has_results": any(part.section.slug == "results" for part in record),
        "in_brief": facts(practice, *IN_BRIEF),
        "translated_parts": [part for name in PARTS for part in getattr(practice, name).all()],
        "rating": next(iter(practice.ratings.all()), None),
        "source_note": practice.passage("source_note"),
        "licence_url": LICENCE_URLS.get(practice.licence, ""),
        "schema_org": schema_org(practice),
        "dublin_core": dublin_core(practice),
        "dublin_core_names": DUBLIN_CORE,
        "permanent_url": permanent_url(practice),
        "may_withdraw": can_take(request.user, practice, "withdraw"),
        "may_revise": can_take(request.user, practice, "revise"),
        "may_ask": not request.user.is_authenticated
        or (bool(request.user.grants) and not is_focal_point(request.user, practice)),
        "follow": follow_button(request, KIND, practice.pk),
        "crumbs": _crumbs(practice),
        **lineage_of(request, practice),
    }


def _crumbs(practice: Practice) -> list[tuple[str, str]]:
    return [
        (_("Practices"), reverse("practices:list")),
        (practice.country.name, practice.country.get_absolute_url()),
    ]


def _withdrawn(request: HttpRequest, identifier: str) -> HttpResponse:
    """The address of a withdrawn practice says so, and why; nothing else of the record is shown."""
    gone = Practice.objects.with_permanent_address().select_related("country")
    practice = get_object_or_404(gone, identifier=identifier, state=PracticeState.WITHDRAWN)
    step = practice.transitions.filter(to_state=PracticeState.WITHDRAWN).last()
    context = {
        "practice": practice,
        "step": step,
        "crumbs": _crumbs(practice),
    }
    return render(request, "practices/withdrawn.html", context, status=410)
