"""The needs survey: its rounds, a round's page, and a state's answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.choices import Role
from network.ui.sharing import shared

from ...forms.needs import AnswerForm, RoundForm
from ...models import NeedsAnswer, SurveyRound
from ...rules.assistance import is_staff_manager
from ...services.needs.results import results_of
from ...services.needs.surveying import answer_survey, save_round
from .access import TrainingForm, training_crumb

MOST = 50


def crumb() -> tuple[str, str]:
    """The rounds of the survey."""
    return (_("Needs survey"), reverse("training:needs"))


@require_safe
@shared
def rounds(request: HttpRequest) -> HttpResponse:
    """All rounds that the reader may know of, newest first."""
    today = timezone.localdate()
    found = SurveyRound.objects.visible_to(request.user)[:MOST]
    context = {
        "rows": [(each, _standing(each, today)) for each in found],
        "may_manage": is_staff_manager(request.user),
        "may_answer": _answers(request.user),
        "crumbs": [training_crumb()],
    }
    return render(request, "training_catalogue/needs/list.html", context)


@require_safe
@shared
def round_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A round and what it found: topics with the number of states that ranked them."""
    round = get_object_or_404(SurveyRound.objects.visible_to(request.user), pk=pk)
    standing = _standing(round, timezone.localdate())
    own = NeedsAnswer.objects.visible_to(request.user).filter(round=round)
    context = {
        "round": round,
        "standing": standing,
        "results": results_of(round),
        "answers": own.select_related("country").prefetch_related("ranks__topic")[:MOST],
        "may_manage": is_staff_manager(request.user),
        "may_answer": _answers(request.user) and standing == "open",
        "crumbs": [training_crumb(), crumb()],
    }
    return render(request, "training_catalogue/needs/round.html", context)


def _answers(user: Any) -> bool:
    return user.is_authenticated and user.has_role(Role.FOCAL_POINT)


def _standing(round: SurveyRound, today: Any) -> str:
    """Whether it is to come, open or closed."""
    if today < round.opens_on:
        return "coming"
    return "open" if today <= round.closes_on else "closed"


class RoundNew(TrainingForm):
    """Staff open a round."""

    form_class = RoundForm
    title = gettext_lazy("Open a round of the needs survey")
    lead = gettext_lazy("Focal points of the states that take part hear of it on its first day.")
    submit = gettext_lazy("Save")
    done = gettext_lazy("Saved.")

    def may_enter(self, user: Any) -> bool:
        """Staff managers."""
        return is_staff_manager(user)

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the rounds."""
        return [training_crumb(), crumb()]

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is known of the round."""
        return super().get_form_kwargs() | {"user": self.request.user, "round": self.round}

    @cached_property
    def round(self) -> SurveyRound | None:
        """A new one."""
        return None

    def act(self, form: RoundForm) -> None:
        """Save it."""
        self.made = save_round(by=self.request.user, words=form.words(), round=self.round)

    def get_success_url(self) -> str:
        """To the rounds."""
        return reverse("training:needs")


class RoundEdit(RoundNew):
    """Staff change a round."""

    title = gettext_lazy("Change the round")

    @cached_property
    def round(self) -> SurveyRound:
        """The round of the address."""
        return get_object_or_404(SurveyRound.objects.visible_to(self.request.user), pk=self.kwargs["pk"])


class Answer(TrainingForm):
    """A focal point answers for the own state; again until the round closes."""

    template_name = "training_catalogue/needs/answer.html"
    form_class = AnswerForm
    done = gettext_lazy("Thank you. You can change the answer until the round closes.")

    def may_enter(self, user: Any) -> bool:
        """Focal points."""
        return _answers(user) and bool(self.round)

    @cached_property
    def round(self) -> SurveyRound:
        """The round of the address."""
        return get_object_or_404(SurveyRound.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the answer that is there."""
        states = sorted(self.request.user.states(Role.FOCAL_POINT))
        answer = NeedsAnswer.objects.filter(round=self.round, country__in=states).first()
        return super().get_form_kwargs() | {"user": self.request.user, "answer": answer}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The round above the form."""
        return super().get_context_data(
            round=self.round, standing=_standing(self.round, timezone.localdate()), **kwargs
        )

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the rounds."""
        return [training_crumb(), crumb()]

    def act(self, form: AnswerForm) -> None:
        """Save the answer."""
        answer_survey(
            round=self.round,
            country=form.cleaned_data["country"],
            by=self.request.user,
            language=form.cleaned_data["source_language"],
            ranked=form.ranked(),
        )

    def get_success_url(self) -> str:
        """To the round."""
        return self.round.get_absolute_url()
