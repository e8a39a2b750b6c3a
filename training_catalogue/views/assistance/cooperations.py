"""Cooperations: the list, one of them, its terms, its steps and its report."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.ui.sharing import shared
from network.views.handing_out import hand_out

from ...choices.cooperation import COOPERATION_STEPS, CooperationState
from ...forms.assistance import CommentForm
from ...forms.cooperation import ReportForm, TermsForm
from ...models import Cooperation, CooperationReport
from ...rules.assistance import is_staff_manager, sides_of
from ...rules.cooperation import can_report, can_write_terms, cooperation_step
from ...services.cooperating.reporting import write_report
from ...services.cooperating.terms import write_terms
from ...services.cooperating.way import move_cooperation
from .access import Action, SignedIn, TrainingForm, list_crumb, record_crumb, training_crumb
from .wording import COOPERATION_DONE, COOPERATION_SIGNS
from .wording import COOPERATION_STEPS as STEPS

PER_PAGE = 25
WITH_COMMENT = {row.verb for row in COOPERATION_STEPS if row.needs_comment}
VERBS = [verb for verb in dict.fromkeys(row.verb for row in COOPERATION_STEPS) if verb != "start"]


def crumb() -> tuple[str, str]:
    """The list of cooperations."""
    from django.urls import reverse

    return (_("Cooperations"), reverse("training:cooperations"))


@require_safe
@shared
def cooperation_list(request: HttpRequest) -> HttpResponse:
    """Agreed, running and completed ones, newest first; `state` narrows the list, `page` goes on."""
    state = request.GET.get("state", "")
    found = Cooperation.objects.visible_to(request.user).for_list()
    if state in CooperationState.values:
        found = found.filter(state=state)
    text = request.GET.get("page", "1")
    number = min(max(int(text[:4]), 1), 1000) if text.isascii() and text.isdigit() else 1
    start = (number - 1) * PER_PAGE
    rows = list(found.order_by("-created_at", "-pk")[start : start + PER_PAGE + 1])
    context = {
        "rows": [(row, COOPERATION_SIGNS[row.state]) for row in rows[:PER_PAGE]],
        "state": state,
        "states": CooperationState.choices[1:4],
        "previous": number - 1,
        "following": number + 1 if len(rows) > PER_PAGE else 0,
        "crumbs": [training_crumb(), list_crumb()],
    }
    return render(request, "training_catalogue/cooperations/list.html", context)


@require_safe
@shared
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Objective, activities, dates, result and report, as far as the reader may see them."""
    user: Any = request.user
    found = Cooperation.objects.visible_to(user).for_list()
    cooperation = get_object_or_404(found, pk=pk)
    context: dict[str, Any] = {
        "cooperation": cooperation,
        "sign": COOPERATION_SIGNS[cooperation.state],
        "report": CooperationReport.objects.visible_to(user).filter(cooperation=cooperation).first(),
        "topics": cooperation.match.request.topics.all(),
        "crumbs": [list_crumb(), crumb()],
    }
    if user.is_authenticated:
        context |= {
            "steps": [
                (verb, STEPS[verb], verb in WITH_COMMENT)
                for verb in VERBS
                if _is_open(user, cooperation, verb)
            ],
            "may_write_terms": can_write_terms(user, cooperation),
            "may_report": can_report(user, cooperation),
            "sides": sides_of(user, cooperation.match),
            "way": cooperation.steps.visible_to(user).select_related("by").order_by("-at", "-pk"),
        }
    return render(request, "training_catalogue/cooperations/cooperation.html", context)


def _is_open(user: Any, cooperation: Cooperation, verb: str) -> bool:
    """Whether the person may take a step now, and it can be taken."""
    if cooperation_step(user, cooperation, verb) is None:
        return False
    if verb == "agree":
        return cooperation.has_terms
    return verb != "complete" or CooperationReport.objects.filter(cooperation=cooperation).exists()


class OfCooperation(SignedIn):
    """A page of one cooperation that the person may see."""

    @cached_property
    def cooperation(self) -> Cooperation:
        """The cooperation of the address."""
        found = Cooperation.objects.visible_to(self.request.user).for_list()
        return get_object_or_404(found, pk=self.kwargs["pk"])


class CooperationForm(OfCooperation, TrainingForm):
    """A form of one cooperation."""

    template_name = "training_catalogue/cooperations/form.html"

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the cooperation."""
        return [list_crumb(), crumb(), record_crumb(self.cooperation)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Which one."""
        return super().get_context_data(cooperation=self.cooperation, **kwargs)

    def get_success_url(self) -> str:
        """Back to the cooperation."""
        return self.cooperation.get_absolute_url()


class WriteTerms(CooperationForm):
    """Objective, activities and dates; the other side then agrees to them."""

    form_class = TermsForm
    title = gettext_lazy("Terms of the cooperation")
    lead = gettext_lazy("The other side is asked to agree to what you write. Then everyone can read it.")
    submit = gettext_lazy("Save the terms")
    done = gettext_lazy("Saved. The other side is asked to agree.")

    def may_enter(self, user: Any) -> bool:
        """Both sides, until they agree."""
        return can_write_terms(user, self.cooperation)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is written."""
        more = {"cooperation": self.cooperation, "user": self.request.user}
        return super().get_form_kwargs() | more

    def act(self, form: TermsForm) -> None:
        """Save, unless somebody else did since the form was opened."""
        write_terms(
            cooperation=self.cooperation,
            by=self.request.user,
            terms=form.terms(),
            revision=form.cleaned_data["revision"],
        )


class WriteReport(CooperationForm):
    """Result and report, with a file if there is one."""

    form_class = ReportForm
    title = gettext_lazy("Report of the cooperation")
    lead = gettext_lazy(
        "Either side can write on until the cooperation is completed; then everyone reads it."
    )
    submit = gettext_lazy("Save the report")
    done = gettext_lazy("Saved. When it is finished, complete the cooperation.")

    def may_enter(self, user: Any) -> bool:
        """Both sides, while it is under way."""
        return can_report(user, self.cooperation)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is written."""
        report = CooperationReport.objects.filter(cooperation=self.cooperation).first()
        more = {"user": self.request.user, "report": report, "dropped": self.request}
        return super().get_form_kwargs() | more

    def act(self, form: ReportForm) -> None:
        """Save it."""
        write_report(cooperation=self.cooperation, by=self.request.user, words=form.words())


class CooperationAction(OfCooperation, Action):
    """A step that needs no words."""

    def may_enter(self, user: Any) -> bool:
        """Known steps without words; the service sees to the rest."""
        return self.kwargs["verb"] in STEPS and self.kwargs["verb"] not in WITH_COMMENT

    def act(self) -> None:
        """Take it."""
        verb = self.kwargs["verb"]
        move_cooperation(cooperation=self.cooperation, by=self.request.user, verb=verb)
        self.done = COOPERATION_DONE[verb]

    def target(self) -> str:
        """Back to the cooperation."""
        return self.cooperation.get_absolute_url()


class CooperationWithdraw(CooperationForm):
    """Withdraw, with the reason."""

    form_class = CommentForm
    title = gettext_lazy("Withdraw the cooperation")
    submit = gettext_lazy("Withdraw")
    done = COOPERATION_DONE["withdraw"]

    def may_enter(self, user: Any) -> bool:
        """Both sides and staff managers, until it is completed."""
        return cooperation_step(user, self.cooperation, "withdraw") is not None

    def act(self, form: CommentForm) -> None:
        """Withdraw it."""
        move_cooperation(
            cooperation=self.cooperation,
            by=self.request.user,
            verb="withdraw",
            comment=form.cleaned_data["comment"],
        )

    def get_success_url(self) -> str:
        """Back to it; staff and both sides still read it."""
        if sides_of(self.request.user, self.cooperation.match) or is_staff_manager(self.request.user):
            return super().get_success_url()
        return crumb()[1]


@require_safe
def report_file(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The file of a report, for those who may read the report."""
    found = get_object_or_404(CooperationReport.objects.visible_to(request.user), uuid=uuid)
    if not found.file.name:
        raise Http404
    return hand_out(found.file, name=found.file_name, media_type=found.media_type)
