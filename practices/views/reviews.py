"""A reviewer's own pages: what is asked of them, and one review with the record, scores and consensus."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.views.guarding import only
from network.views.kept_input import forget_input, keep_input, kept_input

from ..choices import INSTRUMENT, PracticeState
from ..forms.review import LONGEST_DRAFT, RefuseForm, ScoresForm, as_initial
from ..models import Practice, Review
from ..services import scoring
from ..services.errors import PracticeError, StaleObjectError
from ..services.scores import brought_together, from_data, mark_of
from .comparing import compared
from .record import whole_record


@require_safe
@only("practices.review")
def reviews(request: HttpRequest) -> HttpResponse:
    """What the person is asked to judge, what waits for the other one, and what is done."""
    mine = Review.objects.visible_to(request.user).filter(reviewer=request.user)
    rows = list(mine.select_related("round__practice__country").order_by("due_on", "pk"))
    today = timezone.localdate()
    context = {
        "open": [_row(each, today) for each in rows if not each.round.closed_at],
        "done": [_row(each, today) for each in rows if each.round.closed_at and each.submitted_at],
        "crumbs": [(_("Practices"), reverse("practices:list"))],
    }
    return render(request, "practices/reviews/list.html", context)


def _row(review: Review, today: Any) -> dict[str, Any]:
    practice = review.round.practice
    waits = not review.round.closed_at and not review.round.is_settled
    return {
        "review": review,
        "title": practice.passage("title") if practice else review.round.subject,
        "practice": practice,
        "task": _task(review, practice),
        "days_late": max((today - review.due_on).days, 0) if waits and not review.submitted_at else 0,
    }


def _task(review: Review, practice: Practice | None) -> str:
    """What is to be done: "accept", "score", "agree"; "wait" for the other one; "done"."""
    if review.round.closed_at or review.round.is_settled:
        return "done"
    if not review.accepted_at:
        return "accept"
    if not review.submitted_at:
        return "score"
    is_common = practice is not None and practice.state == PracticeState.CONSENSUS
    return "agree" if is_common and not review.agreed_at else "wait"


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One review: accept it, keep a draft, submit, agree; 404 for all others than its reviewer."""
    if request.user.is_anonymous:
        return _signed_out(request, uuid)
    mine = Review.objects.visible_to(request.user).filter(reviewer=request.user)
    found = get_object_or_404(mine.select_related("round__practice__country"), uuid=uuid)
    if found.round.practice is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    action = next((ACTIONS[name] for name in ACTIONS if name in request.POST), None)
    if action is None:
        return _page(request, found, status=422)
    try:
        return action(request, found)
    except PermissionDenied as error:
        raise Http404 from error
    except PracticeError as error:
        return _refused(request, found, error)


def _signed_out(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Sign in first; what was sent is kept in the session for the return."""
    if Review.objects.live().filter(uuid=uuid).exists():
        keep_input(request, most=LONGEST_DRAFT)
    return redirect_to_login(request.path)


def _accept(request: HttpRequest, found: Review) -> HttpResponse:
    scoring.accept_review(review=found, by=request.user)
    messages.success(request, _("Thank you. You can read the record and score it now."))
    return redirect(found.get_absolute_url())


def _refuse(request: HttpRequest, found: Review) -> HttpResponse:
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, found, status=422, refusal=form)
    scoring.refuse_review(review=found, by=request.user, note=form.cleaned_data["note"])
    messages.success(request, _("Declined. The Secretariat asks somebody else; thank you for saying so."))
    return redirect("practices:reviews")


def _save(request: HttpRequest, found: Review) -> HttpResponse:
    draft = _typed(request.POST)
    if len(json.dumps(draft)) > LONGEST_DRAFT:
        return _page(request, found, status=422, form=_form(found, request.POST))
    scoring.save_scores(review=found, by=request.user, draft=draft)
    forget_input(request)
    messages.success(request, _("Saved. Nobody else sees it until you submit it."))
    return redirect(found.get_absolute_url())


def _submit(request: HttpRequest, found: Review) -> HttpResponse:
    form = _form(found, request.POST)
    scoring.save_scores(review=found, by=request.user, draft=_typed(request.POST))
    if not form.is_valid():
        return _page(request, found, status=422, form=form, has_errors=True)
    scoring.submit_scores(review=found, by=request.user, scores=form.scores())
    forget_input(request)
    messages.success(
        request, _("Your scores are submitted. You will be told if they differ from the other’s.")
    )
    return redirect(found.get_absolute_url())


def _agree(request: HttpRequest, found: Review) -> HttpResponse:
    form = _form(found, request.POST)
    if not form.is_valid():
        return _page(request, found, status=422, form=form, has_errors=True)
    scoring.agree(review=found, by=request.user, scores=form.scores(), seen=request.POST.get("seen", ""))
    messages.success(request, _("Your proposal of common scores is noted."))
    return redirect(found.get_absolute_url())


ACTIONS = {"accept": _accept, "refuse": _refuse, "save": _save, "submit": _submit, "agree": _agree}


def _typed(data: QueryDict) -> dict[str, str]:
    names = ("csrfmiddlewaretoken", *ACTIONS, "seen")
    return {name: value.replace("\x00", "") for name, value in data.items() if name not in names}


def _form(found: Review, data: Any = None) -> ScoresForm:
    return ScoresForm(data, practice=found.round.practice, initial=None if data else _initial(found))


def _initial(found: Review) -> dict[str, str]:
    """The common scores where there are some, else what the person has written; in consensus both's notes."""
    if found.submitted_at and found.scores:
        other = _other(found)
        if found.round.common:
            return as_initial(from_data(found.round.common))
        mine = from_data(found.scores)
        notes = brought_together(mine, from_data(other.scores)).notes if other and other.scores else {}
        return as_initial(mine) | {f"note-{name}": text for name, text in notes.items()}
    return {"language": found.reviewer.language, **found.draft}


def _other(found: Review) -> Review | None:
    return found.round.reviews.live().exclude(pk=found.pk).first()


def _refused(request: HttpRequest, found: Review, error: PracticeError) -> HttpResponse:
    """The page as it stands now with what was typed; where the review has ended, that alone."""
    status = 409 if isinstance(error, StaleObjectError | scoring.CommonScoresChangedError) else 422
    now = Review.objects.live().filter(pk=found.pk).select_related("round__practice__country").first()
    if now is None or now.round.closed_at:
        context = {"error": error, "crumbs": _crumbs()}
        return render(request, "practices/reviews/ended.html", context, status=409)
    return _page(request, now, status=status, form=_form(now, request.POST), error=error)


def _page(request: HttpRequest, found: Review, status: int = 200, **more: Any) -> HttpResponse:
    practice = Practice.objects.for_page().get(pk=found.round.practice_id)
    found.round.practice = practice
    task = _task(found, practice)
    if task == "accept":
        refusal = more.pop("refusal", RefuseForm())
        context = {
            "review": found,
            "practice": practice,
            "title": practice.passage("title"),
            "refusal": refusal,
            "crumbs": _crumbs(),
            **more,
        }
        return render(request, "practices/reviews/asked.html", context, status=status)
    other = _other(found)
    in_consensus = practice.state == PracticeState.CONSENSUS and found.submitted_at and other
    context = {
        "review": found,
        "practice": practice,
        "title": practice.passage("title"),
        "record": whole_record(practice),
        "task": task,
        "form": more.pop("form", None) or _first_form(request, found),
        "compared": compared(practice, found.scores, other.scores) if in_consensus and other else [],
        "is_proposed": bool(found.round.common),
        "seen": mark_of(found.round.common),
        "instrument": INSTRUMENT,
        "refusal": RefuseForm(),
        "crumbs": _crumbs(),
        **more,
    }
    return render(request, "practices/reviews/review.html", context, status=status)


def _first_form(request: HttpRequest, found: Review) -> ScoresForm:
    """What was typed when the session ended comes first."""
    kept = kept_input(request)
    if kept is not None and not found.submitted_at:
        return ScoresForm(practice=found.round.practice, initial=_typed(kept))
    return _form(found)


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Practices"), reverse("practices:list")), (_("My reviews"), reverse("practices:reviews"))]
