"""How a person hears of a space or a thread, and saying that all is read."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..choices import Following
from ..services.following import mark_space_read, subscribe, unsubscribe
from .access import find_space, find_thread

LIKE_SPACE = ""  # of a thread: as one hears of its space


@require_POST
@login_required
def follow_space(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how to hear of new posts in a space."""
    return _follow(request, space=find_space(request.user, slug))


@require_POST
@login_required
def follow_thread(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say how to hear of new posts in a thread."""
    return _follow(request, thread=find_thread(request.user, slug, pk))


def _follow(request: HttpRequest, **what: Any) -> HttpResponse:
    by: Any = request.user
    wish = request.POST.get("frequency", "")
    if wish and wish not in Following.values:
        raise Http404
    try:
        if wish:
            subscribe(by=by, frequency=Following(wish), **what)
        else:
            unsubscribe(by=by, **what)
    except PermissionDenied:
        raise Http404 from None
    messages.success(request, _("Your wish is noted."))
    return redirect(next(iter(what.values())))


@require_POST
@login_required
def read_space(request: HttpRequest, slug: str) -> HttpResponse:
    """All that is there counts as read."""
    space, by = find_space(request.user, slug), request.user
    mark_space_read(space=space, by=by)  # type: ignore[arg-type]
    messages.success(request, _("All threads of this space count as read."))
    return redirect(space)
