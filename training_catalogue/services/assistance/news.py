"""What people are told about offers, requests, matches, cooperations and rounds of the survey."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.services import notify

from ...models import Assistance, Cooperation, Inquiry, Match, SurveyRound
from .news_words import OF_ASSISTANCE, OF_COOPERATIONS, OF_INQUIRIES, OF_MATCHES, OF_ROUNDS
from .people import author_and_spokespeople, focal_points_of_all, moderators, spokespeople

SOMEBODY = _("The Secretariat")
TOLD_OF_STEPS = {
    "send_back": "assistance.sent_back",
    "return": "assistance.returned",
    "decline": "assistance.declined",
    "publish": "assistance.published",
    "publish_own": "assistance.published",
    "withdraw": "assistance.withdrawn",
    "hide": "assistance.hidden",
}


def tell_of_step(record: Assistance, verb: str, by: User | None) -> None:
    """Tell whom a step of an offer or request concerns, in its transaction."""
    if verb == "ask_clearance":
        notify("assistance.clearance_asked", about=record, to=spokespeople(record), actor=by)
    elif verb == "submit":
        notify("assistance.submitted", about=record, to=moderators(), actor=by)
    elif verb in TOLD_OF_STEPS:
        notify(TOLD_OF_STEPS[verb], about=record, to=author_and_spokespeople(record), actor=by)
    if verb == "publish_own":
        notify("assistance.published_unread", about=record, to=moderators(), actor=by)


def ask_to_confirm(record: Assistance, days: int) -> None:
    """Those who speak for the party say whether it still stands; once for each year."""
    key = f"assistance.confirm:{record.pk}:{record.confirmed_on}"
    notify("assistance.confirm", about=record, to=spokespeople(record), once=key, days=days)


def tell_of_inquiry(inquiry: Inquiry, by: User) -> None:
    """Those who speak for the party read what was written to them."""
    notify("assistance.inquiry", about=inquiry, to=spokespeople(inquiry.assistance), actor=by)


def tell_of_matches(record: Assistance, matches: list[Match]) -> None:
    """Both sides of new matches hear of them: who has `record` once for all, each other of its own."""
    if len(matches) == 1:
        notify("assistance.matched", about=matches[0], to=spokespeople(record))
    elif matches:
        notify("assistance.matches_found", about=record, to=spokespeople(record))
    for match in matches:
        other = match.offer if match.request_id == record.pk else match.request
        notify("assistance.matched", about=match, to=spokespeople(other), actor=match.proposed_by)


def tell_side(verb: str, about: Match | Cooperation, record: Assistance, by: User) -> None:
    """The people of one side, whose record this is, hear what the other did."""
    notify(verb, about=about, to=spokespeople(record), actor=by)


def tell_of_cooperation(verb: str, cooperation: Cooperation, by: User) -> None:
    """Both sides hear of a step."""
    for record in (cooperation.match.offer, cooperation.match.request):
        notify(verb, about=cooperation, to=spokespeople(record), actor=by)


def tell_of_round(round: SurveyRound) -> int:
    """Focal points of the states that take part hear that a round has opened, once."""
    return notify(
        "assistance.round_opened", about=round, to=focal_points_of_all(), once=f"assistance.round:{round.pk}"
    )


def _of_assistance(matter: Matter) -> dict[str, Any]:
    return _said(matter, matter.about) | {"days": matter.context.get("days", "")}


def _said(matter: Matter, record: Assistance) -> dict[str, Any]:
    return {
        "title": record.passage("title").text,
        "party": str(record.country.name if record.country_id else record.organization.name),
        "actor": matter.actor or SOMEBODY,
    }


def _of_inquiry(matter: Matter) -> dict[str, Any]:
    return _said(matter, matter.about.assistance)


def _of_match(matter: Matter) -> dict[str, Any]:
    match = matter.about
    return {
        "offer": match.offer.passage("title").text,
        "request": match.request.passage("title").text,
        "actor": matter.actor or SOMEBODY,
    }


def _of_cooperation(matter: Matter) -> dict[str, Any]:
    return {"title": matter.about.passage("title").text, "actor": matter.actor or SOMEBODY}


def _of_round(matter: Matter) -> dict[str, Any]:
    return {
        "title": matter.about.passage("title").text,
        "day": matter.about.closes_on.isoformat(),
    }


def _to_answer(round: SurveyRound) -> str:
    return reverse("training:needs_answer", args=[round.pk])


def register_assistance_news() -> None:
    """Make these kinds of news known."""
    party = ("country", "organization")
    for verb, words in OF_ASSISTANCE.items():
        register(Kind(verb=verb, **words._asdict(), values=_of_assistance, related=party))
    for verb, words in OF_INQUIRIES.items():
        related = ("assistance", *(f"assistance__{name}" for name in party))
        register(Kind(verb=verb, **words._asdict(), values=_of_inquiry, related=related))
    for verb, words in OF_MATCHES.items():
        register(Kind(verb=verb, **words._asdict(), values=_of_match, related=("offer", "request")))
    for verb, words in OF_COOPERATIONS.items():
        register(Kind(verb=verb, **words._asdict(), values=_of_cooperation))
    for verb, words in OF_ROUNDS.items():
        register(Kind(verb=verb, **words._asdict(), values=_of_round, link=_to_answer))
