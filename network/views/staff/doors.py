"""Invitations, registrations and hand-overs: what staff decide at the door."""

from typing import Any

from django.db.models import Case, Value, When
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from ...choices import HandOverState, RequestState
from ...forms.staff import InvitationForm, RegistrationDecisionForm
from ...models import HandOver, Invitation, RegistrationRequest
from ...services import (
    approve_registration,
    confirm_hand_over,
    decline_hand_over,
    decline_registration,
    invite,
)
from ..acting import ActingView, StaffMixin


class Invitations(StaffMixin, ActingView):
    """Invitations that are open, the latest of the others, and a form that invites."""

    reauthenticate = True
    template_name = "network/staff/invitations.html"
    form_class = InvitationForm
    success_url = reverse_lazy("network:staff_invitations")
    done = _("The invitation is on its way.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Open ones, and what became of the last fifty others."""
        sent = Invitation.objects.visible_to(self.request.user).select_related(
            "state", "organization", "invited_by"
        )
        open_ones = sent.open()
        others = sent.exclude(pk__in=open_ones.values("pk"))[:50]
        return super().get_context_data(open_ones=open_ones, others=others, **kwargs)

    def act(self, form: InvitationForm) -> None:
        """Invite; whether the address has an account is not told."""
        data = form.cleaned_data
        invite(
            email=data["email"],
            full_name=data["full_name"],
            language=data["language"],
            offer=form.offer(),
            by=self.request.user,
        )


class Registrations(StaffMixin, ListView):
    """Requests to become a member, the longest waiting first; decided ones by `?state=`."""

    template_name = "network/staff/registrations.html"
    context_object_name = "requests"
    paginate_by = 50
    states = (RequestState.PENDING, RequestState.APPROVED, RequestState.DECLINED)

    def get_queryset(self) -> Any:
        """Those from addresses that have an account are not for staff to decide."""
        asked = self.request.GET.get("state", "")
        self.state = asked if asked in self.states else RequestState.PENDING
        found = RegistrationRequest.objects.visible_to(self.request.user).filter(state=self.state)
        found = found.select_related("organization", "organization_state", "decided_by")
        return found if self.state == RequestState.PENDING else found.order_by("-decided_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The states to choose from."""
        return super().get_context_data(
            state=self.state, states=[(s, s.label) for s in self.states], **kwargs
        )


class Registration(StaffMixin, ActingView):
    """One request, and the decision."""

    template_name = "network/staff/registration.html"
    form_class = RegistrationDecisionForm
    success_url = reverse_lazy("network:staff_registrations")
    done = _("Decided. The person is told by mail.")

    def asked(self) -> RegistrationRequest:
        """The request, or 404."""
        rows = RegistrationRequest.objects.visible_to(self.request.user).exclude(state=RequestState.KNOWN)
        rows = rows.select_related("organization", "organization_state", "decided_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What was asked."""
        return super().get_context_data(asked=self.asked(), **kwargs)

    def act(self, form: RegistrationDecisionForm) -> None:
        """Approve or decline."""
        data, by = form.cleaned_data, self.request.user
        if data["decision"] == "approve":
            approve_registration(request=self.asked(), by=by, reason=data["reason"], verify=data["verify"])
        else:
            decline_registration(request=self.asked(), by=by, reason=data["reason"])


class HandOvers(StaffMixin, ListView):
    """Hand-overs: those that wait first."""

    template_name = "network/staff/hand_overs.html"
    context_object_name = "hand_overs"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """With place and people."""
        found = HandOver.objects.visible_to(self.request.user)
        waiting = HandOverState.PENDING
        return found.select_related("grant__user", "grant__state", "decided_by").order_by(
            _first(waiting), "-started_at", "-pk"
        )


def _first(state: str) -> Case:
    return Case(When(state=state, then=Value(0)), default=Value(1))


class HandOverDecision(StaffMixin, ActingView):
    """The letter is in order, or not and why."""

    reauthenticate = True
    template_name = "network/staff/hand_over.html"
    form_class = RegistrationDecisionForm
    success_url = reverse_lazy("network:staff_hand_overs")
    done = _("Decided. The person is told by mail.")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Remember which hand-over it is."""
        super().setup(request, *args, **kwargs)
        self.uuid = kwargs["uuid"]

    def hand_over(self) -> HandOver:
        """The hand-over, or 404."""
        rows = HandOver.objects.visible_to(self.request.user).select_related("grant__user", "grant__state")
        return get_object_or_404(rows, uuid=self.uuid)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Who, to whom, and the letter."""
        return super().get_context_data(hand_over=self.hand_over(), **kwargs)

    def act(self, form: RegistrationDecisionForm) -> None:
        """Invite the successor, or tell the focal point why not."""
        data, by = form.cleaned_data, self.request.user
        if data["decision"] == "approve":
            confirm_hand_over(hand_over=self.hand_over(), by=by)
        else:
            decline_hand_over(hand_over=self.hand_over(), reason=data["reason"], by=by)
