"""A focal point's people: who writes for the state, who is invited, and inviting."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ..choices import Role
from ..forms.settings import ContributorForm
from ..models import Invitation, RoleGrant
from ..services import Offer, invite, revoke_invitation, revoke_role
from .acting import ActingView
from .limits import limited


def contributors_of(states: set[str]) -> Any:
    """Grants to contribute to these states that have not ended."""
    grants = RoleGrant.objects.live().filter(role=Role.CONTRIBUTOR, state__in=states)
    return grants.select_related("user", "state").order_by("state_id", "user__full_name")


@method_decorator(limited("invite", most=60, seconds=3600), name="dispatch")
class Contributors(LoginRequiredMixin, ActingView):
    """The list, and the form that invites."""

    template_name = "network/contributors.html"
    form_class = ContributorForm
    success_url = reverse_lazy("network:contributors")
    done = gettext_lazy("The invitation is on its way.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """For focal points of states that take part."""
        if request.user.is_authenticated:
            self.states = request.user.states(Role.FOCAL_POINT)
            if not self.states:
                raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Only the own states can be chosen."""
        return super().get_form_kwargs() | {"states": self.states}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Who writes for the state, and who has not answered yet."""
        invitations = Invitation.objects.visible_to(self.request.user).open().select_related("state")
        return super().get_context_data(
            grants=contributors_of(self.states),
            invitations=invitations.filter(role=Role.CONTRIBUTOR, state__in=self.states),
            **kwargs,
        )

    def act(self, form: ContributorForm) -> None:
        """Invite; whether the address has an account is not told."""
        data = form.cleaned_data
        offer = Offer(role=Role.CONTRIBUTOR, state=data["state"], reason="Invited by the focal point")
        invite(
            email=data["email"],
            full_name=data["full_name"],
            language=data["language"],
            offer=offer,
            by=self.request.user,
        )


@require_POST
@login_required
def end_contributor(request: HttpRequest, pk: int) -> HttpResponse:
    """The focal point ends a contributor's role for the own state."""
    grant = get_object_or_404(contributors_of(request.user.states(Role.FOCAL_POINT)), pk=pk)
    try:
        revoke_role(grant=grant, reason=_("Ended by the focal point"), by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    messages.success(request, _("The role has ended. What was written stays with the state."))
    return redirect("network:contributors")


@require_POST
@login_required
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an invitation that the person could have given."""
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    try:
        revoke_invitation(invitation=invitation, by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    messages.success(request, _("The invitation is withdrawn."))
    is_staff = request.user.has_role(Role.STAFF_MANAGER)
    return redirect("network:staff_invitations" if is_staff else "network:contributors")
