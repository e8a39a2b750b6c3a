"""Organizations, member states and topics, as staff managers keep them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import ListView

from ...choices import Language, StateStatus
from ...forms.staff import OrganizationForm, StatusForm, TopicForm
from ...models import MemberState, Organization, Topic
from ...services import (
    change_organization,
    change_state_status,
    change_topic,
    verify_organization,
    what_status_change_does,
)
from ..acting import ActingView, StaffMixin


class Organizations(StaffMixin, ListView):
    """All organizations, those to be verified first."""

    template_name = "network/staff/organizations.html"
    context_object_name = "organizations"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """With the words of `q` in the name."""
        self.q = self.request.GET.get("q", "").replace("\x00", "").strip()[:200]
        found = Organization.objects.visible_to(self.request.user).select_related("state")
        if self.q:
            found = found.filter(name__icontains=self.q)
        return found.order_by("is_verified", "name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What was asked."""
        return super().get_context_data(q=self.q, **kwargs)


class OrganizationEdit(StaffMixin, ActingView):
    """Change an organization, or make one."""

    template_name = "network/staff/organization.html"
    form_class = OrganizationForm
    success_url = reverse_lazy("network:staff_organizations")
    done = gettext_lazy("Saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The organization that is changed."""
        has_key = "pk" in self.kwargs  # the address of a new one has none
        organization = get_object_or_404(Organization, pk=self.kwargs["pk"]) if has_key else Organization()
        return super().get_form_kwargs() | {"instance": organization}

    def act(self, form: OrganizationForm) -> None:
        """Save through the service."""
        change_organization(organization=form.instance, by=self.request.user, **form.cleaned_data)


class OrganizationVerify(StaffMixin, View):
    """Mark as verified, or take the mark back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """`verified` is 1 or 0."""
        organization = get_object_or_404(Organization, pk=pk)
        is_verified = request.POST.get("verified") == "1"
        verify_organization(organization=organization, is_verified=is_verified, by=request.user)
        messages.success(request, _("Verified.") if is_verified else _("No longer marked as verified."))
        return redirect("network:staff_organizations")


class States(StaffMixin, ListView):
    """Member states and how they stand to the Organization."""

    template_name = "network/staff/states.html"
    context_object_name = "states"

    def get_queryset(self) -> Any:
        """By name."""
        return MemberState.objects.visible_to(self.request.user).order_by("name")


class StateStatusPage(StaffMixin, ActingView):
    """Change a state's status in two steps: first what will happen, then the change itself."""

    template_name = "network/staff/state.html"
    form_class = StatusForm
    success_url = reverse_lazy("network:staff_states")
    done = gettext_lazy("The status is recorded.")

    def state(self) -> MemberState:
        """The state, or 404."""
        return get_object_or_404(MemberState, pk=self.kwargs["iso2"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """History, and once the form is filled in the effect of the change."""
        state = self.state()
        return super().get_context_data(state=state, periods=state.status_periods.all()[:20], **kwargs)

    def form_valid(self, form: StatusForm) -> HttpResponse:
        """Without `confirmed`, say what will happen and ask again."""
        if self.request.POST.get("confirmed") != "1":
            effect = what_status_change_does(
                state=self.state(), status=StateStatus(form.cleaned_data["status"])
            )
            return self.render_to_response(self.get_context_data(form=form, effect=effect))
        return super().form_valid(form)

    def act(self, form: StatusForm) -> None:
        """Record it."""
        data = form.cleaned_data
        change_state_status(
            state=self.state(),
            status=StateStatus(data["status"]),
            since_on=data["since_on"],
            note=data["note"],
            source=data["source"],
            by=self.request.user,
        )


class Topics(StaffMixin, ListView):
    """The taxonomy with what is missing in which language."""

    template_name = "network/staff/topics.html"
    context_object_name = "topics"

    def get_queryset(self) -> Any:
        """Groups, each with its topics."""
        return Topic.objects.groups().prefetch_related("children")


class TopicEdit(StaffMixin, ActingView):
    """A topic's texts in four languages."""

    template_name = "network/staff/topic.html"
    form_class = TopicForm
    success_url = reverse_lazy("network:staff_topics")
    done = gettext_lazy("Saved.")

    def topic(self) -> Topic:
        """The topic, or 404."""
        return get_object_or_404(Topic, pk=self.kwargs["slug"])

    def get_initial(self) -> dict[str, Any]:
        """What is written."""
        topic = self.topic()
        columns = [f"{field}_{code}" for field in ("name", "description") for code in Language.values]
        return {column: getattr(topic, column) or "" for column in columns}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Which topic."""
        return super().get_context_data(topic=self.topic(), **kwargs)

    def act(self, form: TopicForm) -> None:
        """Save."""
        change_topic(topic=self.topic(), texts=form.cleaned_data, by=self.request.user)
