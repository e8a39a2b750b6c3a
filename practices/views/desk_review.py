"""What is done at the desk with reviews and appeals: naming people, deciding on their result."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from ..choices import REVIEWERS, Actor
from ..forms.desk import StepForm
from ..forms.review import ReasonsForm
from ..models import Practice, Review, ReviewRound
from ..rules import acts_as, writes_for_a_state
from ..services import appealing, naming, way
from ..services.errors import PracticeError
from ..services.rating import PublishedNotes
from ..services.steps import JUDGED
from . import desk_panel
from .desk_access import desk_only
from .desk_item import desk_page, desk_practice, desk_url, refused


@require_safe
@desk_only
def workload(request: HttpRequest) -> HttpResponse:
    """All reviewers with what they have open, what is late, what they have done.

    Not for those who also write for a state: it would tell them who may be judging its practices.
    """
    if writes_for_a_state(request.user):
        raise Http404
    work = Review.objects.workload(timezone.localdate())
    nothing = {"waiting": 0, "late": 0, "done": 0, "refused": 0}
    people = naming.all_reviewers().order_by("full_name", "pk")
    context = {
        "rows": [{"person": person, **nothing, **work.get(person.pk, {})} for person in people],
        "crumbs": [
            (_("Practices"), reverse("practices:list")),
            (_("Review desk"), reverse("practices:desk")),
        ],
    }
    return render(request, "practices/desk/reviewers.html", context)


@require_POST
@desk_only
def desk_review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put the practice before two reviewers."""
    practice = desk_practice(request, uuid)
    if not acts_as(Actor.SCREENER, request.user, practice):
        raise PermissionDenied
    found = desk_panel.naming(practice, REVIEWERS, request.POST)
    form = found["naming_form"]
    if not form.is_valid():
        return desk_page(request, practice, status=422, **found)
    revision = StepForm(request.POST)
    seen = revision.cleaned_data["revision"] if revision.is_valid() else None
    try:
        judged = naming.start_review(
            practice=practice,
            by=request.user,
            reviewers=form.reviewers(),
            due_on=form.cleaned_data["due_on"],
            seen_revision=seen,
        )
    except PracticeError as error:
        return refused(request, practice, error)
    messages.success(request, _("Two reviewers are asked; they are told by mail."))
    return redirect(desk_url(judged))


@require_POST
@desk_only
def desk_reviewer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Name a reviewer for a free place, or take one off (`replace`)."""
    practice = desk_practice(request, uuid)
    if not acts_as(Actor.SCREENER, request.user, practice):
        raise PermissionDenied
    try:
        if request.POST.get("replace", ""):
            _replace(request, practice)
            messages.success(request, _("Taken off. Name somebody else for the place."))
            return redirect(desk_url(practice))
        found = desk_panel.naming(practice, 1, request.POST)
        form = found["naming_form"]
        if not form.is_valid():
            return desk_page(request, practice, status=422, **found)
        naming.name_reviewer(
            practice=practice,
            by=request.user,
            reviewer=form.reviewers()[0],
            due_on=form.cleaned_data["due_on"],
        )
    except PracticeError as error:
        return refused(request, practice, error)
    messages.success(request, _("The reviewer is asked, and told by mail."))
    return redirect(desk_url(practice))


def _replace(request: HttpRequest, practice: Practice) -> None:
    reviews = Review.objects.visible_to(request.user).filter(round__practice=practice)
    try:
        review = get_object_or_404(reviews.select_related("round__practice"), uuid=request.POST["replace"])
    except ValidationError as error:  # no uuid
        raise Http404 from error
    naming.replace_reviewer(review=review, by=request.user, note=request.POST.get("note", "")[:1000])


@require_POST
@desk_only
def desk_publish(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Publish: from screening as "not rated", from a review with the rating and the notes as edited."""
    practice = desk_practice(request, uuid)
    form: Any = StepForm(request.POST)
    given: dict[str, Any] = {}
    if practice.state in JUDGED:
        opened = ReviewRound.objects.visible_to(request.user).open().filter(practice=practice).first()
        if opened is not None and opened.is_settled:
            form = desk_panel.rated_form(practice, opened, request.POST)
    if not form.is_valid():
        shown = {"rated_form": form} if practice.state in JUDGED else {"faulty": form}
        return desk_page(request, practice, status=422, **shown)
    if hasattr(form, "texts"):
        notes = PublishedNotes(form.cleaned_data["language"], form.texts())
        given = {"comment": form.cleaned_data["comment"], "notes": notes}
    try:
        moved = way.publish_practice(
            practice=practice, by=request.user, seen_revision=form.cleaned_data["revision"], **given
        )
    except PracticeError as error:
        return refused(request, practice, error)
    done = _("Published with its rating.") if given else _("Published as “not rated”.")
    messages.success(request, done)
    return redirect(desk_url(moved))


def _hearing(service: Any, done: Any) -> Any:
    """A view that decides on an appeal."""

    @require_POST
    @desk_only
    def hear(request: HttpRequest, uuid: UUID) -> HttpResponse:
        practice = desk_practice(request, uuid)
        form = ReasonsForm(request.POST)
        if not form.is_valid():
            return desk_page(request, practice, status=422, reasons_form=form)
        try:
            service(
                practice=practice,
                by=request.user,
                comment=form.cleaned_data["comment"],
                seen_revision=form.cleaned_data["revision"],
            )
        except PracticeError as error:
            return refused(request, practice, error)
        messages.success(request, done)
        return redirect(desk_url(practice))

    return hear


desk_uphold = _hearing(
    appealing.uphold_appeal, gettext_lazy("The appeal is granted. Two other people are to be named.")
)
desk_dismiss = _hearing(
    appealing.dismiss_appeal, gettext_lazy("The appeal is not granted. The decision stands for good.")
)
