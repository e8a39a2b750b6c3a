"""Steps of an offer or a request, messages to its party, and the Secretariat's desk."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.ui import languages

from ...choices.assistance import ASSISTANCE_STEPS, AssistanceState
from ...forms.assistance import CommentForm, InquiryForm, PairForm
from ...models import Assistance
from ...rules.assistance import can_step, is_moderator, is_staff_manager, speaks_for_party
from ...services.assistance.inquiring import write_to_party
from ...services.assistance.way import take_step
from ...services.errors import NoFitError
from ...services.matching.proposing import propose_by_hand
from .access import Action, SignedIn, TrainingForm, list_crumb, record_crumb
from .wording import DONE, SIGNS, STEPS

WITH_COMMENT = {row.verb for row in ASSISTANCE_STEPS if row.needs_comment}
MOST = 100


class OfRecord(SignedIn):
    """A page of one record that the person may see."""

    @cached_property
    def record(self) -> Assistance:
        """The record of the address."""
        found = Assistance.objects.visible_to(self.request.user).for_list()
        return get_object_or_404(found, pk=self.kwargs["pk"])


class Step(OfRecord, Action):
    """A step that needs no words: one button."""

    def may_enter(self, user: Any) -> bool:
        """Known steps without words; the service sees to the rest."""
        return self.kwargs["verb"] in STEPS and self.kwargs["verb"] not in WITH_COMMENT and bool(self.record)

    def act(self) -> None:
        """Take it."""
        verb = self.kwargs["verb"]
        take_step(record=self.record, by=self.request.user, verb=verb)
        self.done = DONE[verb]

    def target(self) -> str:
        """Back to the record; to one's own where it is gone."""
        gone = self.kwargs["verb"] == "delete"
        return reverse("training:assistance_mine") if gone else self.record.get_absolute_url()


class CommentedStep(OfRecord, TrainingForm):
    """A step that says why."""

    form_class = CommentForm

    def may_enter(self, user: Any) -> bool:
        """Who may take it now."""
        verb = self.kwargs["verb"]
        return verb in WITH_COMMENT and can_step(user, self.record, verb)

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the record."""
        return [list_crumb(), record_crumb(self.record)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button says what will be done."""
        self.title = self.submit = STEPS[self.kwargs["verb"]]
        return super().get_context_data(**kwargs)

    def act(self, form: CommentForm) -> None:
        """Take it with the comment."""
        verb = self.kwargs["verb"]
        take_step(record=self.record, by=self.request.user, verb=verb, comment=form.cleaned_data["comment"])
        self.done = DONE[verb]

    def get_success_url(self) -> str:
        """Back to the record; to the desk where the Secretariat may read it no more."""
        return self.record.get_absolute_url()


class Contact(OfRecord, TrainingForm):
    """Write to those who speak for the party."""

    form_class = InquiryForm
    title = gettext_lazy("Write to the people in charge")
    lead = gettext_lazy(
        "Your message goes to the focal point of the state or the editors of the organization. They see your"
        " name and e-mail address, so that they can answer you."
    )
    submit = gettext_lazy("Send")
    done = gettext_lazy("Sent.")

    def may_enter(self, user: Any) -> bool:
        """Everyone with a role, except those whose record it is; about what stands open."""
        return bool(user.grants) and self.record.is_open and not speaks_for_party(user, self.record)

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the record."""
        return [list_crumb(), record_crumb(self.record)]

    def act(self, form: InquiryForm) -> None:
        """Send it."""
        write_to_party(
            record=self.record,
            by=self.request.user,
            text=form.cleaned_data["text"],
            language=languages.active(),
        )

    def get_success_url(self) -> str:
        """Back to the record."""
        return self.record.get_absolute_url()


class Desk(SignedIn):
    """What is submitted, oldest first, and what parties published alone, newest first."""

    def may_enter(self, user: Any) -> bool:
        """Screeners and staff managers."""
        return is_moderator(user)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Both lists."""
        found = Assistance.objects.visible_to(request.user).for_list()
        waiting = found.filter(state=AssistanceState.SUBMITTED).order_by("submitted_at", "pk")[:MOST]
        unread = found.filter(
            state=AssistanceState.PUBLISHED, source_document="", submitted_at__isnull=True
        ).order_by("-published_at", "-pk")[:25]
        context = {
            "waiting": [(record, SIGNS[record.state]) for record in waiting],
            "unread": [(record, SIGNS[record.state]) for record in unread],
            "may_pair": is_staff_manager(request.user),
            "crumbs": [list_crumb()],
        }
        return render(request, "training_catalogue/assistance/desk.html", context)


class Pair(TrainingForm):
    """The Secretariat proposes an offer for a request by hand."""

    form_class = PairForm
    title = gettext_lazy("Match an offer with a request")
    lead = gettext_lazy(
        "The numbers stand in the addresses of both pages. Both sides are told, and asked to agree."
    )
    submit = gettext_lazy("Propose")

    def may_enter(self, user: Any) -> bool:
        """Staff managers."""
        return is_staff_manager(user)

    def get_initial(self) -> dict[str, Any]:
        """What a link brings along."""
        given = {name: self.request.GET.get(name, "") for name in ("offer", "request")}
        return {name: value for name, value in given.items() if value.isascii() and value.isdigit()}

    def act(self, form: PairForm) -> None:
        """Propose the pair."""
        offer, request = form.pair()
        if offer is None or request is None:
            raise NoFitError
        self.made = propose_by_hand(
            offer=offer, request=request, by=self.request.user, note=form.cleaned_data["note"]
        )
        messages.success(self.request, _("Proposed. Both sides are told."))

    def get_success_url(self) -> str:
        """To the match."""
        made = getattr(self, "made", None)
        return made.get_absolute_url() if made else reverse("training:assistance_desk")
