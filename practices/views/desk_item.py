"""One practice at the desk: reading it, commenting on its fields, and the screener's steps."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from ..forms.desk import CommentForm, StepForm
from ..models import FieldComment, Practice
from ..rules import can_take
from ..services import way
from ..services.commenting import comment_on_field, remove_comment
from ..services.errors import NotCompleteError, PracticeError, StaleObjectError
from .desk import LANES, PHASES
from .desk_access import desk_only
from .desk_panel import review_panel
from .record import whole_record

Service = Callable[..., Practice]


@require_safe
@desk_only
def desk_item(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The whole record with a comment box at each field, its history, and what may be done with it."""
    return desk_page(request, desk_practice(request, uuid))


@require_POST
@desk_only
def desk_comment(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Keep a comment on a field, or take one back (`remove`)."""
    practice = desk_practice(request, uuid)
    kept = request.POST.get("remove", "")
    form = CommentForm(request.POST)
    if not kept and not form.is_valid():
        return desk_page(request, practice, status=422, faulty=form)
    try:
        field = _take_back(request, practice, kept) if kept else _keep(request, practice, form)
    except PracticeError as error:
        return refused(request, practice, error)
    return redirect(f"{desk_url(practice)}#f-{field}")


def _keep(request: HttpRequest, practice: Practice, form: CommentForm) -> str:
    return comment_on_field(practice=practice, by=request.user, **form.cleaned_data).field


def _take_back(request: HttpRequest, practice: Practice, pk: str) -> str:
    comments = FieldComment.objects.visible_to(request.user).filter(practice=practice)
    comment = get_object_or_404(comments, pk=pk if pk.isdecimal() and len(pk) < 19 else 0)
    remove_comment(comment=comment, by=request.user)
    return comment.field


def _step_view(service: Service, done: Any, *, words: str = "", stays: bool = True) -> Any:
    """A view that takes one step; `words` is the service's argument for the comment."""

    @require_POST
    @desk_only
    def take_step(request: HttpRequest, uuid: UUID) -> HttpResponse:
        practice = desk_practice(request, uuid)
        form = StepForm(request.POST)
        if not form.is_valid():
            return desk_page(request, practice, status=422, faulty=form)
        given = {words: form.cleaned_data["comment"]} if words else {}
        try:
            moved = service(
                practice=practice, by=request.user, seen_revision=form.cleaned_data["revision"], **given
            )
        except PracticeError as error:
            return refused(request, practice, error)
        messages.success(request, done)
        return redirect(desk_url(moved) if stays else reverse("practices:desk"))

    return take_step


desk_claim = _step_view(way.claim_practice, gettext_lazy("You screen this practice now."))
desk_return = _step_view(
    way.return_practice,
    gettext_lazy("Returned to its authors with your comments."),
    words="note",
    stays=False,
)
desk_decline = _step_view(
    way.decline_practice, gettext_lazy("Declined, with your reason."), words="comment", stays=False
)


def desk_practice(request: HttpRequest, uuid: UUID) -> Practice:
    """What the person may see of the desk, with all that its page shows."""
    return get_object_or_404(Practice.objects.visible_to(request.user).for_page(), uuid=uuid)


def desk_url(practice: Practice) -> str:
    """Its page at the desk."""
    return reverse("practices:desk_item", args=[practice.uuid])


def refused(request: HttpRequest, practice: Practice, error: PracticeError) -> HttpResponse:
    """The page as it stands now, with what stood in the way; nothing that was typed is lost."""
    now = desk_practice(request, practice.uuid)
    return desk_page(request, now, status=409 if isinstance(error, StaleObjectError) else 422, error=error)


def desk_page(
    request: HttpRequest,
    practice: Practice,
    status: int = 200,
    error: PracticeError | None = None,
    faulty: Any = None,
    **forms: Any,
) -> HttpResponse:
    """The page, with what was refused, or a form that was sent and is at fault."""
    comments = list(
        FieldComment.objects.visible_to(request.user).filter(practice=practice).select_related("by")
    )
    missing = error.missing if isinstance(error, NotCompleteError) else practice.missing()
    phase, tone = PHASES.get(practice.state, ("done", "go"))
    context = {
        "practice": practice,
        "title": practice.passage("title"),
        "record": whole_record(practice, comments),
        "history": practice.transitions.select_related("by").order_by("-at", "-id"),
        "kept": sum(not comment.is_sent for comment in comments),
        "missing": {name for names in missing.values() for name in names},
        "phase": phase,
        "tone": tone,
        "stage": LANES.get(practice.state) or practice.get_state_display(),
        "may": {
            verb: can_take(request.user, practice, verb)
            for verb in ("claim", "return", "decline", "publish", "review", "uphold", "dismiss")
        },
        "error": error,
        "faulty": faulty,
        "has_errors": bool(error or faulty or forms),
        "typed": request.POST if status != 200 else {},
        "step": request.resolver_match.url_name.removeprefix("desk_") if request.resolver_match else "",
        "now": timezone.now(),
        "crumbs": [
            (_("Practices"), reverse("practices:list")),
            (_("Review desk"), reverse("practices:desk")),
        ],
    }
    context |= review_panel(practice, request.user, context["may"]) | forms
    return render(request, "practices/desk/item.html", context, status=status)
