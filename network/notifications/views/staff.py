"""The outbox for staff: what waits, what is in trouble, what failed, and sending it again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.rules import is_staff_manager

from ..choices import AnnouncementState, EntryState
from ..models import Announcement, OutboxEntry
from ..services import look_at_work, send_again
from ..services.figures import failed_work, figures, troubled_work
from ..services.reporting import stands_still
from .access import staff_only

FAILED_SHOWN = 100


@require_safe
@staff_only
def outbox(request: HttpRequest) -> HttpResponse:
    """Figures by kind, what is known about the workers, and the list of failed work with its errors."""
    context = {
        "figures": figures(),
        "findings": look_at_work(),
        "failed": failed_work(),
        "troubled": troubled_work(),
    }
    return render(request, "notifications/staff_outbox.html", context)


@require_POST
@staff_only
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one piece of failed work another full set of attempts."""
    send_again(entry=get_object_or_404(OutboxEntry, pk=pk, state=EntryState.FAILED))
    messages.success(request, _("It is tried again."))
    return redirect("notifications:staff_outbox")


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """For staff managers on their own page: what is wrong, and what awaits a second person."""
    if not is_staff_manager(request.user):
        return None
    return {
        "stands_still": stands_still(),
        "failed": OutboxEntry.objects.filter(state=EntryState.FAILED)[:FAILED_SHOWN].count(),
        "proposed": Announcement.objects.filter(state=AnnouncementState.PROPOSED).exclude(
            author=request.user
        )[:5],
    }
