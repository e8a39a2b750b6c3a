"""People and their roles: search, grant, end, confirm for another year."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import ListView

from ...choices import Role
from ...forms.settings import ReasonForm
from ...forms.staff import OfferForm
from ...models import RoleGrant, User
from ...services import confirm_attestation, grant_role, revoke_role
from ..acting import ActingView, StaffMixin


class People(StaffMixin, ListView):
    """People by name, with the roles that they hold."""

    template_name = "network/staff/people.html"
    context_object_name = "people"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """By name or address (`q`) and role held (`role`)."""
        self.q = self.request.GET.get("q", "").replace("\x00", "").strip()[:200]
        self.role = self.request.GET.get("role", "")
        people = User.objects.prefetch_related("role_grants__state", "organizations")
        if self.q:
            people = people.filter(Q(full_name__icontains=self.q) | Q(email__icontains=self.q))
        if self.role in Role.values:
            people = people.filter(role_grants__in=RoleGrant.objects.live().filter(role=self.role)).distinct()
        return people.order_by("full_name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The roles to choose from."""
        return super().get_context_data(q=self.q, role=self.role, roles=Role.choices, **kwargs)


class Person(StaffMixin, ActingView):
    """One person: what is held and was held, and a form that grants."""

    reauthenticate = True
    template_name = "network/staff/person.html"
    form_class = OfferForm
    done = gettext_lazy("The role is granted. The person is told by mail and signs in again.")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Remember whose page it is."""
        super().setup(request, *args, **kwargs)
        self.pk = kwargs["pk"]

    def person(self) -> User:
        """The person, or 404."""
        return get_object_or_404(User.objects.prefetch_related("organizations"), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Grants, the latest first."""
        person = self.person()
        grants = person.role_grants.select_related("state", "organization", "granted_by", "revoked_by")
        return super().get_context_data(person=person, grants=grants, reason_form=ReasonForm(), **kwargs)

    def act(self, form: OfferForm) -> None:
        """Grant."""
        offer = form.offer()
        grant_role(
            user=self.person(),
            role=offer.role,
            state=offer.state,
            organization=offer.organization,
            language=offer.role_language,
            is_principal=offer.is_principal,
            ends_at=offer.ends_at,
            reason=offer.reason,
            by=self.request.user,
        )

    def get_success_url(self) -> str:
        """The same page."""
        return reverse("network:staff_person", args=[self.pk])


class EndRole(StaffMixin, ActingView):
    """End a role, with a reason that the person is told."""

    reauthenticate = True
    template_name = "network/staff/end_role.html"
    form_class = ReasonForm
    done = gettext_lazy("The role has ended. The person is told by mail.")

    def grant(self) -> RoleGrant:
        """The grant, or 404."""
        return get_object_or_404(RoleGrant.objects.select_related("user", "state"), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is about to end."""
        return super().get_context_data(grant=self.grant(), **kwargs)

    def act(self, form: ReasonForm) -> None:
        """End it."""
        revoke_role(grant=self.grant(), reason=form.cleaned_data["reason"], by=self.request.user)

    def get_success_url(self) -> str:
        """Back to the person."""
        return reverse("network:staff_person", args=[self.grant().user_id])


class ConfirmRole(StaffMixin, View):
    """Staff confirm somebody's role for another year, also after the grace period."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Confirm."""
        grant = get_object_or_404(RoleGrant, pk=pk)
        try:
            confirm_attestation(grant=grant, by=request.user)
        except PermissionDenied as error:
            raise Http404 from error
        messages.success(request, _("Confirmed for another year."))
        return redirect("network:staff_person", pk=grant.user_id)
