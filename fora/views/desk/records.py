"""The log of moderation, and the sanctions: append-only, for who moderates there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.moderation.choices import Verb
from network.moderation.models import Sanction
from network.moderation.registry import UnknownKindError, find_kind
from network.moderation.services import ModerationError, lift

from ...models import Space
from ...services import desk as waiting
from .access import crumbs, desk_only
from .queue import NAMES

PER_PAGE = 50


@require_safe
@desk_only
def log(request: HttpRequest) -> HttpResponse:
    """What was done, by whom and why, newest first; searched by words, kind of act, space."""
    rows = waiting.log_of(request.user)
    words, verb = request.GET.get("q", "").strip(), request.GET.get("verb", "")
    spaces = list(Space.objects.moderated_by(request.user))
    space = next((each for each in spaces if each.slug == request.GET.get("space")), None)
    if words:
        rows = waiting.found_in_log(rows, words)
    if verb in Verb.values:
        rows = rows.filter(verb=verb)
    if space:
        rows = rows.filter(scope=space.key)
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    records = waiting.records_of(shown, request.user)
    context = {
        "rows": [_line(action, records, spaces) for action in shown],
        "before": shown[-1].pk if len(found) > PER_PAGE else None,
        "query": words,
        "verb": verb,
        "verbs": Verb.choices,
        "spaces": spaces,
        "space": space,
        "here": "log",
        "crumbs": crumbs(),
    }
    return render(request, "fora/desk/log.html", context)


def _line(action: Any, records: dict[Any, Any], spaces: list[Space]) -> dict[str, Any]:
    record = records.get((action.kind, action.object_id))
    name = NAMES.get(action.kind, "")
    return {
        "action": action,
        "label": _label(action.kind, record),
        "url": reverse("fora:desk_item", args=[name, action.object_id]) if record is not None else "",
        "where": next((space for space in spaces if space.key == action.scope), None),
    }


def _label(kind: str, record: Any) -> str:
    if record is None:
        return ""
    try:
        return find_kind(kind).label(record)
    except UnknownKindError:
        return ""


@require_safe
@desk_only
def sanctions(request: HttpRequest) -> HttpResponse:
    """Who may not do what, where and until when; those in force, or all."""
    rows = waiting.sanctions_of(request.user)
    every = "all" in request.GET
    page = Paginator(rows if every else rows.in_force(), PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[attr-defined]
    spaces = {space.key: space for space in Space.objects.moderated_by(request.user)}
    context = {
        "rows": [{"sanction": each, "where": spaces.get(each.scope)} for each in page],
        "page": page,
        "every": every,
        "here": "sanctions",
        "crumbs": crumbs(),
    }
    return render(request, "fora/desk/sanctions.html", context)


@require_POST
@desk_only
def end_sanction(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a sanction before its time."""
    own = waiting.sanctions_of(request.user).filter(pk=pk)
    sanction = get_object_or_404(Sanction, pk__in=own.values("pk"))
    try:
        lift(sanction=sanction, by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    except ModerationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The sanction is lifted; the person is told."))
    return redirect("fora:desk_sanctions")
