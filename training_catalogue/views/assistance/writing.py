"""Writing an offer or a request; the list of one's own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...choices.assistance import AssistanceKind
from ...choices.cooperation import CooperationState
from ...forms.assistance import AssistanceForm
from ...models import Assistance, Cooperation, Match
from ...rules.assistance import can_write, writes_assistance
from ...services.assistance.writing import save_assistance, start_assistance
from .access import SignedIn, TrainingForm, list_crumb, record_crumb
from .wording import COOPERATION_SIGNS, SIGNS

MOST = 100


class AssistanceNew(TrainingForm):
    """Begin a draft: an offer, or with `kind=request` a request."""

    template_name = "training_catalogue/assistance/write.html"
    form_class = AssistanceForm
    submit = gettext_lazy("Save the draft")
    done = gettext_lazy("Saved as a draft. Read it once more, then hand it on.")
    made: Assistance | None = None

    def may_enter(self, user: Any) -> bool:
        """Contributors, focal points, provider editors, staff managers."""
        return writes_assistance(user)

    @cached_property
    def kind(self) -> str:
        """Which of the two."""
        wanted = self.request.GET.get("kind", AssistanceKind.OFFER)
        return wanted if wanted in AssistanceKind.values else AssistanceKind.OFFER

    def get_form_kwargs(self) -> dict[str, Any]:
        """For whom the person may write."""
        return super().get_form_kwargs() | {"user": self.request.user, "kind": self.kind}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the heading of its kind."""
        is_request = self.kind == AssistanceKind.REQUEST
        self.title = _("Ask for assistance") if is_request else _("Offer assistance")
        return super().get_context_data(kind=self.kind, **kwargs)

    def act(self, form: AssistanceForm) -> None:
        """Save the draft."""
        self.made = start_assistance(
            by=self.request.user, kind=self.kind, words=form.words(), **form.party_chosen()
        )

    def get_success_url(self) -> str:
        """To its page, where it is handed on."""
        return self.made.get_absolute_url() if self.made else reverse("training:assistance_list")


class AssistanceEdit(TrainingForm):
    """Change the words of a record."""

    template_name = "training_catalogue/assistance/write.html"
    form_class = AssistanceForm
    title = gettext_lazy("Change it")
    submit = gettext_lazy("Save")
    done = gettext_lazy("Saved.")

    @cached_property
    def record(self) -> Assistance:
        """The record of the address, for who may write in it."""
        found = Assistance.objects.visible_to(self.request.user).for_list()
        record = get_object_or_404(found, pk=self.kwargs["pk"])
        if not can_write(self.request.user, record):
            raise Http404
        return record

    def may_enter(self, user: Any) -> bool:
        """Those in whose hands it is."""
        return bool(self.record)

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the record."""
        return [list_crumb(), record_crumb(self.record)]

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is written."""
        more = {"user": self.request.user, "kind": self.record.kind, "record": self.record}
        return super().get_form_kwargs() | more

    def act(self, form: AssistanceForm) -> None:
        """Save, unless somebody else did since the form was opened."""
        save_assistance(
            record=self.record,
            by=self.request.user,
            words=form.words(),
            revision=form.cleaned_data["revision"] or 0,
        )

    def get_success_url(self) -> str:
        """Back to the record."""
        return self.record.get_absolute_url()


class Mine(SignedIn):
    """What the person's states and organizations wrote, what waits for an answer, and what runs."""

    def may_enter(self, user: Any) -> bool:
        """Those who write."""
        return writes_assistance(user)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Records, matches and cooperations."""
        user = request.user
        records = Assistance.objects.of_people(user).for_list().order_by("-changed_at", "-pk")[:MOST]
        running = (
            Cooperation.objects.waiting_for(user)
            .exclude(state=CooperationState.WITHDRAWN)
            .for_list()
            .order_by("-changed_at")[:MOST]
        )
        context = {
            "rows": [(record, SIGNS[record.state]) for record in records],
            "matches": Match.objects.waiting_for(user).for_list().order_by("-score", "pk")[:MOST],
            "cooperations": [(each, COOPERATION_SIGNS[each.state]) for each in running],
            "crumbs": [list_crumb()],
        }
        return render(request, "training_catalogue/assistance/mine.html", context)
