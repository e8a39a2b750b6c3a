"""The inbox, and the bell in the frame."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..models import Notification
from ..querysets import UNREAD_SHOWN
from ..services import mark_all_read, mark_read, open_notification
from ..services.inbox import inbox_page


@require_safe
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """The newest messages, and the ones before them by `?after=`."""
    after = request.GET.get("after", "")
    unread_only = request.GET.get("show") == "unread"
    page = inbox_page(
        request.user,
        after=int(after) if after.isdecimal() and len(after) < 19 else None,
        unread_only=unread_only,
    )
    context = {"page": page, "unread_only": unread_only, "first": page.lines[0].pk if page.lines else 0}
    return render(request, "notifications/inbox.html", context)


@require_safe
@login_required
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Where links in mails lead: the message is read, and what it is about opens."""
    rows = Notification.objects.visible_to(request.user).select_related("actor", "recipient")
    notification = get_object_or_404(rows, pk=pk)
    if target := open_notification(notification=notification, by=request.user):
        return redirect(target)
    messages.info(request, _("This message is about something that is no longer open to you."))
    return redirect("notifications:inbox")


@require_POST
@login_required
def mark(request: HttpRequest) -> HttpResponse:
    """Mark the messages named by `id` as read, or all that were there (`up_to`)."""
    up_to = request.POST.get("up_to", "")
    if up_to.isdecimal() and len(up_to) < 19:
        mark_all_read(user=request.user, up_to=int(up_to))
    else:
        ids = [int(each) for each in request.POST.getlist("id") if each.isdecimal() and len(each) < 19]
        mark_read(user=request.user, ids=ids)
    return redirect("notifications:inbox")


def bell(request: HttpRequest) -> dict[str, Any] | None:
    """For the frame (slot "frame.account"): how many messages are unread; one indexed query."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    if not hasattr(request, "unread_count"):
        request.unread_count = Notification.objects.count_for_bell(user)  # type: ignore[attr-defined]
    count: int = request.unread_count  # type: ignore[attr-defined]
    return {"count": count, "shown": f"{UNREAD_SHOWN - 1}+" if count >= UNREAD_SHOWN else str(count)}
