"""The first page of the fora: what is open now, what is being talked about, spaces by kind."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..choices import SpaceKind, SpaceState
from ..models import Space
from ..querysets.newest import newest_threads
from ..querysets.prepared import read_records
from ..querysets.unread import MOST_UNREAD, unread_threads
from ..services.unread import unread_of
from .thread_items import render_threads
from .times import hours_of

ORDER: tuple[tuple[SpaceKind, str | Promise], ...] = (
    (SpaceKind.VIRTUAL, _("Virtual fora")),
    (SpaceKind.PERMANENT, _("Permanent fora")),
    (SpaceKind.WORKING_GROUP, _("Working groups")),
    (SpaceKind.FACE_TO_FACE, _("Face-to-face fora")),
)
NEWEST = 8
UNREAD_SHOWN = 50
EVER = datetime.min.replace(tzinfo=UTC)  # what is unread is new, whenever the space was entered


def unread_badge(user: Any) -> tuple[str, str] | None:
    """For the menu: how many threads the person has not read, in figures and in words."""
    number = unread_of(user)
    if not number:
        return None
    shown = f"{MOST_UNREAD}+" if number > MOST_UNREAD else str(number)
    return shown, ngettext("thread with new posts", "threads with new posts", number)


@require_safe
@shared
def overview(request: HttpRequest) -> HttpResponse:
    """Spaces that the reader may enter."""
    spaces = read_records(_spaces, request.user, {})
    rows = [_row(space) for space in spaces]
    groups = [(kind, label, [row for row in rows if row["space"].kind == kind]) for kind, label in ORDER]
    context = {
        "open_now": [row for row in rows if row["hours"] and row["hours"].state == "open"],
        "groups": [group for group in groups if group[2]],
        "threads": render_threads(newest_threads(request.user, spaces, NEWEST), spaces=True),
    }
    return render(request, "fora/overview.html", context)


def _spaces(user: Any) -> QuerySet:
    return Space.objects.visible_to(user)


def _row(space: Space) -> dict[str, Any]:
    hours = hours_of(space) if space.state == SpaceState.OPEN else None
    return {
        "space": space,
        "title": space.passage("title"),
        "description": space.passage("description"),
        "hours": hours,
    }


@require_safe
@login_required
def unread(request: HttpRequest) -> HttpResponse:
    """Threads with posts that the person has not read, of the spaces that they have entered."""
    shown = unread_threads(request.user, UNREAD_SHOWN)
    context = {
        "threads": render_threads(shown, entered_at=EVER, spaces=True),
        "crumbs": [(_("Fora"), reverse("fora:overview"))],
    }
    return render(request, "fora/unread.html", context)
