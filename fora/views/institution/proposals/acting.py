"""Proposing a topic, supporting it, taking it back."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import Role
from network.views.acting import ButtonView

from ....choices import ForumFormat
from ....forms.institution.proposals import ProposalForm
from ....models import TopicProposal
from ....services import proposals as verbs
from ....services.errors import ForaError
from ..access import ForaForm
from .access import ForMembers, crumbs, list_crumb


class ProposalNew(ForMembers, ForaForm):
    """A focal point proposes for the own state."""

    template_name = "fora/proposals/new.html"
    form_class = ProposalForm
    done = gettext_lazy("Proposed. The Secretariat decides on it; you will be told by mail.")
    made: TopicProposal | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For focal points alone."""
        if request.user.is_authenticated and not request.user.has_role(Role.FOCAL_POINT):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """For the person's states."""
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where this page lies."""
        return super().get_context_data(crumbs=crumbs(list_crumb()), **kwargs)

    def act(self, form: ProposalForm) -> None:
        """Propose it; the same one sent twice is one."""
        data = form.cleaned_data
        language, title = data["source_language"], data["title"]
        twin = TopicProposal.objects.visible_to(self.request.user).open()
        twin = twin.filter(country=data["country"], **{f"title_{language}": " ".join(title.split())})
        self.made = twin.first() or verbs.propose_topic(
            country=data["country"],
            by=self.request.user,
            title=title,
            rationale=data["rationale"],
            language=language,
            forum_format=ForumFormat(data["forum_format"]),
            topics=list(data["topics"]),
        )

    def get_success_url(self) -> str:
        """To the proposal."""
        assert self.made is not None  # noqa: S101 - asked only after `act`
        return reverse("fora:proposal", args=[self.made.pk])


class ProposalAction(ForMembers, ButtonView):
    """What one button does."""

    refused = (ForaError,)

    def target(self) -> str:
        """Back to the proposal."""
        return reverse("fora:proposal", args=[self.kwargs["pk"]])


class Support(ProposalAction):
    """Support a topic, or take that back."""

    def act(self) -> None:
        """`back` takes it back."""
        if "back" in self.request.POST:
            verbs.take_back_support(proposal=self.proposal, by=self.request.user)
            self.done = _("You support this topic no more.")
        else:
            verbs.support(proposal=self.proposal, by=self.request.user)
            self.done = _("You support this topic.")


class Withdraw(ProposalAction):
    """The state takes its proposal back."""

    done = gettext_lazy("The proposal is withdrawn.")

    def act(self) -> None:
        """By a focal point of the state."""
        verbs.withdraw_proposal(proposal=self.proposal, by=self.request.user)
