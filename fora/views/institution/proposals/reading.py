"""The list of proposed topics, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from network.choices import Role

from ....choices import ProposalState
from ....models import Space, TopicProposal
from ....rules import can_propose, can_support, is_staff_manager, takes_part
from .access import OfProposals, crumbs, list_crumb

PER_PAGE = 20
SIGNS = {
    ProposalState.PROPOSED: ("go", "open"),
    ProposalState.SCHEDULED: ("good", "done"),
    ProposalState.DECLINED: ("plain", "withdrawn"),
    ProposalState.WITHDRAWN: ("plain", "withdrawn"),
}
PUBLIC_STATES = [choice for choice in ProposalState.choices if choice[0] != ProposalState.WITHDRAWN]


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
            "crumbs": crumbs(list_crumb()),
        }
        return render(request, "fora/proposals/proposal.html", context)
