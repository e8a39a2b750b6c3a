"""Announcements: for staff who write and approve them, and for those who were told."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST, require_safe

from ..choices import AnnouncementState
from ..forms import AnnouncementForm
from ..models import Announcement
from ..services import approve_announcement, propose_announcement, save_announcement
from ..services.announcing import audience, texts
from .access import staff_only

SHOWN = 50


@require_safe
@login_required
def announcement(request: HttpRequest, pk: int) -> HttpResponse:
    """An announcement as those read it who were told."""
    found = get_object_or_404(
        Announcement.objects.visible_to(request.user), pk=pk, state=AnnouncementState.SENT
    )
    return render(request, "notifications/announcement.html", {"announcement": found})


@require_safe
@staff_only
def staff_list(request: HttpRequest) -> HttpResponse:
    """All announcements, the last changed first."""
    rows = Announcement.objects.visible_to(request.user).select_related("author", "approved_by")[:SHOWN]
    return render(request, "notifications/staff_announcements.html", {"announcements": rows})


@require_safe
@staff_only
def staff_announcement(request: HttpRequest, pk: int) -> HttpResponse:
    """Preview in four languages, how many it reaches, and what may be done with it."""
    return _preview(request, get_object_or_404(Announcement.objects.visible_to(request.user), pk=pk))


def _preview(request: HttpRequest, found: Announcement, problem: str = "", status: int = 200) -> HttpResponse:
    is_sent = found.state == AnnouncementState.SENT
    context = {
        "announcement": found,
        "texts": texts(found),
        "count": found.recipient_count if is_sent else audience(found).count(),
        "is_sent": is_sent,
        "may_approve": found.state == AnnouncementState.PROPOSED and found.author_id != request.user.pk,
        "may_propose": found.state == AnnouncementState.DRAFT,
        "problem": problem,
        "has_errors": bool(problem),
    }
    return render(request, "notifications/staff_announcement.html", context, status=status)


@method_decorator(staff_only, name="dispatch")
class Edit(View):
    """Write a new announcement, or change one that is not out yet."""

    def get(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """The form."""
        return self._page(request, AnnouncementForm(instance=self._draft(request, pk)))

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Save as a draft, and show it as it will look."""
        form = AnnouncementForm(request.POST, instance=self._draft(request, pk))
        if not form.is_valid():
            return self._page(request, form, status=422)
        saved = save_announcement(
            announcement=form.instance, states=form.cleaned_data["states"], by=request.user
        )
        return redirect("notifications:staff_announcement", saved.pk)

    def _draft(self, request: HttpRequest, pk: int | None) -> Announcement:
        if pk is None:
            return Announcement()
        rows = Announcement.objects.visible_to(request.user).exclude(state=AnnouncementState.SENT)
        return get_object_or_404(rows, pk=pk)

    def _page(self, request: HttpRequest, form: AnnouncementForm, status: int = 200) -> HttpResponse:
        return render(request, "notifications/staff_announcement_form.html", {"form": form}, status=status)


@require_POST
@staff_only
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a draft to a second person."""
    found = get_object_or_404(Announcement.objects.visible_to(request.user), pk=pk)
    if found.state != AnnouncementState.DRAFT:
        raise Http404
    try:
        propose_announcement(announcement=found, by=request.user)
    except ValidationError as problem:
        return _preview(request, found, " ".join(problem.messages), status=422)
    messages.success(request, _("A second person of the Secretariat can now let it out."))
    return redirect("notifications:staff_announcement", pk)


@require_POST
@staff_only
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a proposed announcement out; not by whoever wrote it."""
    found = get_object_or_404(Announcement.objects.visible_to(request.user), pk=pk)
    sent = approve_announcement(announcement=found, by=request.user)
    messages.success(
        request, _("The announcement goes out to %(count)s people.") % {"count": sent.recipient_count}
    )
    return redirect("notifications:staff_announcement", pk)
