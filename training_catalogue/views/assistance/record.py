"""The page of an offer or a request, with what its people may do with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ...choices.assistance import CostSharing, Modality
from ...choices.parties import Audience, Transition
from ...models import Assistance, Cooperation, Inquiry, Match
from ...rules.assistance import can_write, is_moderator, speaks_for_party, steps_open_to
from ...services.assistance.way import is_trusted
from .access import list_crumb
from .wording import SIGNS, step_words

MOST_SHOWN = 20


@require_safe
@shared
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What the reader may see of it."""
    found = Assistance.objects.visible_to(request.user).for_list().select_related("author")
    record = get_object_or_404(found, pk=pk)
    return render(request, "training_catalogue/assistance/record.html", context_of(request, record))


def context_of(request: HttpRequest, record: Assistance) -> dict[str, Any]:
    """What the page shows to everyone, and what to those whose it is."""
    return {
        "record": record,
        "sign": SIGNS[record.state],
        "modalities": _labels(Modality, record.modalities),
        "audience": _labels(Audience, record.addressed_to),
        "costs": CostSharing(record.cost_sharing).label if record.cost_sharing else "",
        "cooperations": Cooperation.objects.visible_to(request.user).filter(
            match__in=Match.objects.of_record(record.pk)
        )[:MOST_SHOWN],
        "crumbs": [list_crumb()],
        **(_for_people(request, record) if request.user.is_authenticated else {}),
    }


def _for_people(request: HttpRequest, record: Assistance) -> dict[str, Any]:
    user: Any = request.user
    speaks = speaks_for_party(user, record)
    works = speaks or can_write(user, record) or is_moderator(user) or record.author_id == user.pk
    context: dict[str, Any] = {"speaks": speaks, "works": works, "may_write_to": not speaks}
    if works:
        context["steps"] = [
            (row.verb, step_words(row), row.needs_comment) for row in _open_steps(user, record)
        ]
        context["may_edit"] = can_write(user, record)
        context["way"] = (
            record.steps.visible_to(user).select_related("by").order_by("-at", "-pk")[:MOST_SHOWN]
        )
    matches = Match.objects.visible_to(user).of_record(record.pk).for_list()
    context["matches"] = matches.order_by("-score", "pk")[:MOST_SHOWN] if record.is_open else []
    context["inquiries"] = (
        Inquiry.objects.visible_to(user).filter(assistance=record).select_related("sender")[:MOST_SHOWN]
    )
    return context


def _open_steps(user: Any, record: Assistance) -> list[Transition]:
    """Steps that can be taken now: publishing alone or by way of the Secretariat, never both."""
    steps = steps_open_to(user, record)
    if not any(step.verb == "publish_own" for step in steps):
        return steps
    left_out = "submit" if is_trusted(record) else "publish_own"
    return [step for step in steps if step.verb != left_out]


def _labels(choices: Any, values: list[str]) -> list[str]:
    return [str(choices(value).label) for value in values]
