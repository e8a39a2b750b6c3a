"""One draft: reading it as it will be posted, and what its preparer and an approver do with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from network.models import User
from network.views.guarding import only

from ... import rules
from ...choices import DraftState
from ...forms import ApprovalForm, FileForm, ReturnForm
from ...models import Attachment, DraftEntry
from ...services.deciding import approve_draft, return_draft
from ...services.drafting import submit_draft, take_back_draft, withdraw_draft
from ...services.errors import ChangedError, LedgerError, NotWaitingError
from ...services.reading import amounts_of_legs, counts_on, legs_of
from .access import draft_of, own_draft
from .board import SIGNS
from .recording import crumbs

Verb = Callable[..., DraftEntry]
CONFLICTS = (ChangedError, NotWaitingError)


@require_safe
@only("fund.desk")
def draft_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The draft with its legs, files and history, and what this person may do with it."""
    return page(request, draft_of(request, uuid))


def _own_step(verb: Verb, done: Any) -> Callable[..., HttpResponse]:
    @require_POST
    @only("fund.prepare")
    def step(request: HttpRequest, uuid: UUID) -> HttpResponse:
        draft = own_draft(request, uuid)
        try:
            verb(draft=draft, by=request.user)
        except LedgerError as error:
            return page(request, draft_of(request, uuid), error=error)
        messages.success(request, done)
        return redirect(draft)

    return step


submit = _own_step(submit_draft, gettext_lazy("Submitted. The approvers are told."))
take_back = _own_step(take_back_draft, gettext_lazy("Taken back. You can change it now."))
withdraw = _own_step(withdraw_draft, gettext_lazy("Withdrawn. It stays on record and is never posted."))


@require_POST
@only("fund.approve")
@reauthentication_required
def approve(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Post what was read; the ledger refuses the own draft, a changed one, and more."""
    draft = draft_of(request, uuid)
    form = ApprovalForm(request.POST)
    if not form.is_valid():
        return page(request, draft, error=ChangedError())
    seen, key = form.cleaned_data["seen"], form.cleaned_data["key"]
    try:
        posted = approve_draft(draft=draft, by=request.user, content_hash=seen, key=key)
    except LedgerError as error:
        return page(request, draft_of(request, uuid), error=error)
    messages.success(request, _("Posted as entry No. %(number)s.") % {"number": posted.number})
    return redirect("fund:entry", posted.number)


@require_POST
@only("fund.approve")
def send_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return it to who prepared it, saying why."""
    draft = draft_of(request, uuid)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return page(request, draft, returning=form)
    seen, reason = form.cleaned_data["seen"], form.cleaned_data["reason"]
    try:
        return_draft(draft=draft, by=request.user, content_hash=seen, reason=reason)
    except LedgerError as error:
        return page(request, draft_of(request, uuid), error=error, returning=form)
    except PermissionDenied as error:
        raise Http404 from error
    messages.success(request, _("Returned. The officer is told why."))
    return redirect("fund:desk")


def page(
    request: HttpRequest,
    draft: DraftEntry,
    *,
    error: LedgerError | None = None,
    returning: ReturnForm | None = None,
    uploading: FileForm | None = None,
) -> HttpResponse:
    """The page as the draft is now; 409 when it had changed or was decided, 422 for other refusals."""
    user: Any = request.user
    legs = legs_of(draft)
    seen = bytes(draft.content_hash).hex()
    phase, tone = SIGNS[DraftState(draft.state)]
    files = Attachment.objects.visible_to(user).select_related("added_by")
    again = returning.data.get("reason", "") if returning else ""
    context = {
        "draft": draft,
        "legs": legs,
        "amounts": amounts_of_legs(legs),
        "counts_on": counts_on(draft.event_on) if draft.state in OPEN else None,
        "files": files.filter(draft=draft),
        "agreement_files": files.filter(agreement=draft.agreement_id) if draft.agreement_id else (),
        "steps": draft.steps.select_related("by"),
        "entry": getattr(draft, "entry", None) if draft.state == DraftState.POSTED else None,
        "project": draft.project.passage("title") if draft.project else None,
        "phase": phase,
        "tone": tone,
        "seen": seen,
        "may": may(user, draft),
        "approval": ApprovalForm(initial={"seen": seen, "key": uuid4()}, auto_id="approve_%s"),
        "returning": _return_form(returning, seen, again),
        "uploading": uploading or FileForm(),
        "error": error,
        "has_errors": bool(error or returning or uploading),
        "here": "desk",
        "crumbs": crumbs(),
    }
    status = 200
    if context["has_errors"]:
        status = 409 if isinstance(error, CONFLICTS) else 422
    return render(request, "fund/desk/draft.html", context, status=status)


OPEN = (DraftState.DRAFT, DraftState.RETURNED, DraftState.SUBMITTED)


def _return_form(sent: ReturnForm | None, seen: str, reason: str) -> ReturnForm:
    """The form that was sent, with its faults; else an empty one, which keeps a reason typed before."""
    if sent is not None and not sent.is_valid():
        return sent
    return ReturnForm(initial={"seen": seen, "reason": reason})


def may(user: User, draft: DraftEntry) -> dict[str, bool]:
    """What the person can do with the draft where it is."""
    owns, waits = rules.can_change(user, draft), draft.state == DraftState.SUBMITTED
    return {
        "edit": owns and draft.is_editable,
        "take_back": owns and waits,
        "withdraw": owns and draft.state in OPEN,
        "decide": waits and rules.can_decide(user, draft),
        "own": waits and rules.is_fund_approver(user) and rules.is_preparer(user, draft),
    }
