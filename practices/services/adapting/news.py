"""What people are told about adaptations: each step of the way."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.models import User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.services import notify
from network.services.roles import holders

from ...models import Adaptation
from .news_words import WORDS

SECRETARIAT = _("The Secretariat")
TOLD_TO_ITS_PEOPLE = {
    "return": "adaptations.returned",
    "decline": "adaptations.declined",
    "publish": "adaptations.published",
    "withdraw": "adaptations.withdrawn",
}


def tell_of_step(adaptation: Adaptation, verb: str, by: User) -> None:
    """Tell whom a step concerns, in the transaction of the step."""
    theirs = focal_points(adaptation.country_id)
    if verb == "ask_clearance":
        notify("adaptations.clearance_asked", about=adaptation, to=theirs, actor=by)
    elif verb == "send_back":
        notify("adaptations.sent_back", about=adaptation, to=[adaptation.author], actor=by)
    elif verb == "submit":
        notify("adaptations.submitted", about=adaptation, to=holders(Q(role=Role.SCREENER)), actor=by)
        notify("adaptations.cleared", about=adaptation, to=people_of(adaptation), actor=by)
    elif verb in TOLD_TO_ITS_PEOPLE:
        notify(TOLD_TO_ITS_PEOPLE[verb], about=adaptation, to=people_of(adaptation), actor=by)
    elif verb == "link":
        sides = Q(role=Role.FOCAL_POINT, state__in=[adaptation.country_id, adaptation.origin.country_id])
        notify("adaptations.linked", about=adaptation, to=holders(sides), actor=by)
    if verb == "publish" and adaptation.origin.country_id != adaptation.country_id:
        theirs = focal_points(adaptation.origin.country_id)
        notify("adaptations.of_mine", about=adaptation, to=theirs, actor=by)


def focal_points(iso2: str) -> QuerySet[User]:
    """Who clears for a state."""
    return holders(Q(role=Role.FOCAL_POINT, state=iso2))


def people_of(adaptation: Adaptation) -> QuerySet[User]:
    """The author and the focal points of the state that adapted."""
    clears = focal_points(adaptation.country_id).values("pk")
    return User.objects.filter(is_active=True).filter(Q(pk=adaptation.author_id) | Q(pk__in=clears))


def _values(matter: Matter) -> dict[str, Any]:
    adaptation: Adaptation = matter.about
    return {
        "title": adaptation.passage("title").text,
        "state": adaptation.country.name,
        "identifier": adaptation.origin.identifier or "",
        "actor": matter.actor or SECRETARIAT,
    }


def register_adaptation_news() -> None:
    """Make these kinds of news known."""
    for verb, words in WORDS.items():
        register(Kind(verb=verb, **words._asdict(), values=_values, related=("country", "origin")))
