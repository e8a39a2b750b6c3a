"""What moderators do from the desk; each is one call of a service."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from network.moderation.choices import Reason, SanctionKind, Verb
from network.moderation.models import ModerationCase
from network.moderation.services import ModerationError, claim_case, close_case, release_case, sanction
from network.moderation.services.errors import AlreadyDoneError

from ...forms.moderation import ReasonForm
from ...services.errors import ConflictError, ForaError
from ...services.moderating import redact
from ...services.moving import lock, move_post
from .access import Subject, crumbs, desk_only, subject_of
from .item import STEPS, done_with, form_for, open_case_of, page_of, possible, queue_url

REFUSED = (ForaError, ModerationError)
LATE = (ConflictError, AlreadyDoneError)


@require_POST
@desk_only
def act(request: HttpRequest, name: str, pk: int, step: str) -> HttpResponse:
    """Take one step; what was typed stays where it cannot be taken."""
    subject = subject_of(request, name, pk)
    if step not in STEPS:
        raise Http404
    case = open_case_of(subject)
    form = form_for(step, subject, request.user, request.POST)
    if step not in possible(request.user, subject, case):
        return page_of(request, subject, status=409, error=str(ConflictError(getattr(subject, "post", None))))
    if not form.is_valid():
        return page_of(request, subject, status=422, faulty=form)
    try:
        _take(step, subject, request.user, form.cleaned_data, case)
    except PermissionDenied as error:
        raise Http404 from error
    except ValidationError as error:
        return page_of(request, subject, status=422, faulty=form, error=" ".join(error.messages))
    except REFUSED as error:
        now = subject_of(request, name, pk)
        return page_of(request, now, status=409 if isinstance(error, LATE) else 422, error=str(error))
    messages.success(request, done_with(step))
    return redirect(subject.url if step in ("lock", "unlock", "sanction") else queue_url())


def _take(step: str, subject: Subject, by: Any, said: dict[str, Any], case: ModerationCase | None) -> None:
    text = said.get("text", "")
    match step:
        case "dismiss" if case is not None:
            close_case(case=case, by=by, text=text)
        case "lock" | "unlock":
            lock(thread=subject.thread, by=by, is_locked=step == "lock", text=text)
        case "move":
            move_post(post=subject.record, to=said["target"], by=by, text=text)  # type: ignore[arg-type]
        case "sanction":
            sanction(
                user=subject.kind.author(subject.record),
                kind=SanctionKind(said["kind"]),
                scope=said["scope"],
                reason=Reason(said["reason"]),
                by=by,
                text=text,
                ends_at=said["ends_at"],
                case=case,
            )
        case _:
            do = subject.kind.verbs[Verb(step)]
            do(subject.record, by=by, reason=said.get("reason", ""), text=text)


@require_POST
@desk_only
def claim(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Take a case in hand, or give it back (`release`)."""
    subject = subject_of(request, name, pk)
    case = open_case_of(subject)
    if case is None:
        return page_of(request, subject, status=409, error=str(AlreadyDoneError()))
    try:
        service = release_case if "release" in request.POST else claim_case
        service(case=case, by=request.user)
    except ModerationError as error:
        return page_of(request, subject, status=409, error=str(error))
    return redirect(subject.url)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_only
@reauthentication_required
def redaction(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a post's words for good: a page of its own, and only for who has just shown who it is."""
    subject = subject_of(request, "posts", pk)
    form = ReasonForm(request.POST if request.method == "POST" else None, prefix="redact")
    error = ""
    if form.is_valid():
        try:
            redact(post=subject.record, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except PermissionDenied as refused:
            raise Http404 from refused
        except REFUSED as refused:
            error = str(refused)
        else:
            messages.success(request, _("Removed for good; the author is told why."))
            return redirect(queue_url())
    context = {
        "subject": subject,
        "form": form,
        "error": error,
        "has_errors": bool(error or form.errors),
        "title": subject.thread.passage("title"),
        "crumbs": crumbs((str(subject.thread), subject.url)),
    }
    return render(request, "fora/desk/redact.html", context, status=422 if context["has_errors"] else 200)
