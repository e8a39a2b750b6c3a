"""A match: why the two fit, and what both sides say to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ...choices.parties import Side
from ...models import Cooperation, Match
from ...rules.assistance import is_awaited, sides_of
from ...rules.cooperation import can_move_match
from ...services.matching.answering import agree_to_match, decline_match
from ...services.matching.reasons import in_words
from .access import Action, SignedIn, list_crumb
from .wording import MATCH_SIGNS


class OfMatch(SignedIn):
    """A page of one match, for both sides and staff managers."""

    @cached_property
    def match(self) -> Match:
        """The match of the address."""
        found = Match.objects.visible_to(self.request.user).for_list()
        return get_object_or_404(found, pk=self.kwargs["pk"])


class MatchPage(OfMatch):
    """Both records side by side, the reasons, and who is awaited."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """With what the person may say."""
        match, user = self.match, request.user
        sides = sides_of(user, match)
        context = {
            "match": match,
            "sign": MATCH_SIGNS[match.state],
            "reasons": in_words(match.reasons),
            "sides": (
                (_("Who offers"), match.offer, match.provider_agreed_at, is_awaited(match, Side.PROVIDER)),
                (_("Who asks"), match.request, match.requester_agreed_at, is_awaited(match, Side.REQUESTER)),
            ),
            "stands": match.offer.is_open and match.request.is_open,
            "may_agree": can_move_match(user, match, "agree")
            and any(is_awaited(match, side) for side in sides),
            "may_decline": can_move_match(user, match, "decline"),
            "cooperation": Cooperation.objects.visible_to(user).filter(match=match).first(),
            "crumbs": [list_crumb()],
        }
        return render(request, "training_catalogue/assistance/match.html", context)


class MatchAnswer(OfMatch, Action):
    """Agree or decline for one's side."""

    made: Match | None = None

    def may_enter(self, user: Any) -> bool:
        """The two answers there are."""
        return self.kwargs["verb"] in ("agree", "decline") and bool(self.match)

    def act(self) -> None:
        """Say it."""
        if self.kwargs["verb"] == "agree":
            self.made = agree_to_match(match=self.match, by=self.request.user)
            self.done = _("You agree for your side.")
        else:
            reason = self.request.POST.get("reason", "")
            decline_match(match=self.match, by=self.request.user, reason=reason)
            self.done = _("Declined.")

    def target(self) -> str:
        """To the cooperation once both agree; else back to the match."""
        begun = Cooperation.objects.filter(match=self.match).first()
        return begun.get_absolute_url() if begun else reverse("training:match", args=[self.match.pk])
