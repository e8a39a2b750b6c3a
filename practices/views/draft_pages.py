"""Who gets to the pages of a draft, and what happens to what was typed when the session has ended."""

from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views import View

from network.views import kept_input as kept_inputs

from ..choices import PracticeState, sections_of
from ..models import Practice

KEPT = "kept_input"
LONGEST_KEPT = 300_000  # characters; more than all sections together


class DraftPage(View):
    """A page of one practice that is not public yet: 404 for those in whose hands it is not.

    Signed out, a page leads to signing in; what was sent is kept in the session for the return.
    """

    practice: Practice
    slug = ""  # of the section that the page belongs to: 404 where the practice does not show it

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the practice, or answer for those signed out."""
        if not request.user.is_authenticated:
            return self.signed_out(request, **kwargs)
        mine = Practice.objects.visible_to(request.user).in_hands_of(request.user)
        self.practice = get_object_or_404(
            mine.select_related("country", "organization", "author", "changed_by", "revises"),
            uuid=kwargs["uuid"],
        )
        if self.slug and self.slug not in {section.slug for section in sections_of(self.practice.depth)}:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def signed_out(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Sign in first; then the page opens."""
        if is_autosave(request):
            return JsonResponse({"detail": _("You have been signed out.")}, status=401)
        return redirect_to_login(request.get_full_path())


def title_crumb(practice: Practice) -> tuple[str, str, str]:
    """The draft in the crumbs of the pages below it: its title in the language it was written in."""
    title = practice.original("title")
    if not title:
        return _("Practice without title"), practice.get_absolute_url(), ""
    return title, practice.get_absolute_url(), practice.source_language


def is_autosave(request: HttpRequest) -> bool:
    """Whether the page saves by itself and wants to be answered in JSON."""
    return request.method == "POST" and "_autosave" in request.POST


def keep_input(request: HttpRequest, uuid: UUID, step: str) -> None:
    """Keep the form that was sent after the session had ended, until its sender has signed in again.

    The session outlives signing in; what is kept can only be opened by someone who may write in the draft.
    Only for a draft that exists, so that nobody fills the table of sessions from outside.
    """
    exists = Practice.objects.filter(
        uuid=uuid, state__in=[PracticeState.DRAFT, PracticeState.RETURNED]
    ).exists()
    if exists:
        kept_inputs.keep_input(request, place=f"{uuid} {step}", most=LONGEST_KEPT, left_out=())


def kept_input(request: HttpRequest, practice: Practice, step: str) -> QueryDict | None:
    """What was kept of this section's form when the session ended."""
    return kept_inputs.kept_input(request, f"{practice.uuid} {step}")
