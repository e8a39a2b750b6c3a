"""Topics for a forum: the list, one of them, proposing, supporting, and what staff decide."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from network.choices import Role
from network.views.acting import ButtonView

from ...choices import ForumFormat, ProposalState
from ...forms.institution.proposals import DeclineForm, ProposalForm, ScheduleForm
from ...models import Space, TopicProposal
from ...rules import can_propose, can_support, is_staff_manager, takes_part
from ...services import proposals as verbs
from ...services.errors import ForaError
from ...services.preparing import free_slug
from .access import ForaForm, SignedIn, zone_of

PER_PAGE = 20
SIGNS = {
    ProposalState.PROPOSED: ("go", "open"),
    ProposalState.SCHEDULED: ("good", "done"),
    ProposalState.DECLINED: ("plain", "withdrawn"),
    ProposalState.WITHDRAWN: ("plain", "withdrawn"),
}
PUBLIC_STATES = [choice for choice in ProposalState.choices if choice[0] != ProposalState.WITHDRAWN]


class OfProposals(View):
    """Pages on what states propose: everyone reads them."""

    @cached_property
    def proposal(self) -> TopicProposal:
        """The proposal of the address."""
        found = TopicProposal.objects.visible_to(self.request.user).with_support(self.request.user)
        return get_object_or_404(
            found.select_related("country", "space", "proposed_by"), pk=self.kwargs["pk"]
        )


class ForMembers(SignedIn, OfProposals):
    """Pages for whoever takes part in the Network; for others who are signed in they do not exist."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for an account without a role."""
        if request.user.is_authenticated and not takes_part(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


def crumbs(*more: tuple[Any, str]) -> list[tuple[Any, str]]:
    """Fora, and the proposals above what lies below them."""
    return [(_("Fora"), reverse("fora:overview")), *more]


def _list_crumb() -> tuple[Any, str]:
    return (_("Proposed topics"), reverse("fora:proposals"))


class Proposals(OfProposals):
    """All of them, open ones first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """`state` narrows the list."""
        user, state = request.user, request.GET.get("state", "")
        states = ProposalState.choices if takes_part(user) else PUBLIC_STATES
        state = state if state in dict(states) else ""
        found = TopicProposal.objects.visible_to(user).with_support(user)
        found = found.filter(state=state) if state else found.exclude(state=ProposalState.WITHDRAWN)
        number = (
            max(1, int(page)) if (page := request.GET.get("page", "1")).isascii() and page.isdigit() else 1
        )
        start = (min(number, 1000) - 1) * PER_PAGE
        rows = list(
            found.select_related("country", "space").order_by("-proposed_at", "-pk")[
                start : start + PER_PAGE + 1
            ]
        )
        context = {
            "rows": [
                {"proposal": each, "sign": SIGNS[ProposalState(each.state)]} for each in rows[:PER_PAGE]
            ],
            "state": state,
            "states": states,
            "previous": number - 1,
            "following": number + 1 if len(rows) > PER_PAGE else 0,
            "may_propose": user.is_authenticated and user.has_role(Role.FOCAL_POINT),
            "crumbs": crumbs(),
        }
        return render(request, "fora/proposals/list.html", context)


class ProposalPage(OfProposals):
    """One topic: why, who supports it, what became of it."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """With what the reader may do about it."""
        proposal, user = self.proposal, request.user
        forum = Space.objects.visible_to(user).filter(pk=proposal.space_id).first()
        supports = proposal.supports.visible_to(user).select_related("country")
        context = {
            "proposal": proposal,
            "sign": SIGNS[ProposalState(proposal.state)],
            "topics": proposal.topics.all(),
            "forum": forum,
            "supporting": [each.country for each in supports if each.country_id],
            "is_open": proposal.state == ProposalState.PROPOSED,
            "may_support": can_support(user, proposal) and not proposal.is_mine,
            "may_take_back": can_support(user, proposal) and proposal.is_mine,
            "may_decide": is_staff_manager(user),
            "may_withdraw": can_propose(user, proposal.country_id),
            "crumbs": crumbs(_list_crumb()),
        }
        return render(request, "fora/proposals/proposal.html", context)


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
        return super().get_context_data(crumbs=crumbs(_list_crumb()), **kwargs)

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


class Deciding(ForMembers, ForaForm):
    """Staff managers decide on a topic that is open."""

    template_name = "fora/proposals/decide.html"
    title: Any = ""
    submit: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for others."""
        if request.user.is_authenticated and not is_staff_manager(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Which one."""
        words = {"title": self.title, "submit": self.submit, "proposal": self.proposal}
        return super().get_context_data(crumbs=crumbs(_list_crumb()), **words, **kwargs)

    def get_success_url(self) -> str:
        """Back to the proposal."""
        return reverse("fora:proposal", args=[self.proposal.pk])


class Schedule(Deciding):
    """Make a forum of it."""

    form_class = ScheduleForm
    title = gettext_lazy("Schedule a forum")
    submit = gettext_lazy("Make the forum")
    done = gettext_lazy("The forum is in preparation. Who proposed it leads it, and can prepare it with you.")
    made: Space | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        """Hours for a virtual one, place and days for one face to face."""
        more = {"proposal": self.proposal, "zone": zone_of(self.request.user)}
        return super().get_form_kwargs() | more

    def act(self, form: ScheduleForm) -> None:
        """Schedule it."""
        fields = {name: value for name, value in form.cleaned_data.items() if name != "time_zone"}
        self.made = verbs.schedule(
            proposal=self.proposal,
            by=self.request.user,
            slug=free_slug(self.proposal.original("title")),
            **fields,
        )

    def get_success_url(self) -> str:
        """On to its preparation."""
        if self.made is None:
            return super().get_success_url()
        return reverse("fora:prepare", args=[self.made.slug])


class Decline(Deciding):
    """Decline it, with the reason."""

    form_class = DeclineForm
    title = gettext_lazy("Decline the topic")
    submit = gettext_lazy("Decline")
    done = gettext_lazy("Declined. Who proposed and supported it is told why.")

    def act(self, form: DeclineForm) -> None:
        """Decline."""
        verbs.decline(proposal=self.proposal, by=self.request.user, reason=form.cleaned_data["reason"])
