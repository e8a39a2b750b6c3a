"""What people are told about practices: each step of the way, and what has waited long."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.following.services import subject_kind, tell_followers
from network.following.services.subjects import subject_of
from network.models import User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.services import notify
from network.services.roles import holders

from ..choices import PracticeState
from ..models import Practice
from .news_words import NEW_VERSION, WORDS

SECRETARIAT = _("The Secretariat")
AT_THE_DESK = {"practices.submitted", "practices.screening_reminder"}


def tell_of_step(practice: Practice, verb: str, by: User) -> None:
    """Tell whom a step concerns, in the transaction of the step."""
    match verb:
        case "ask_clearance":
            notify("practices.clearance_asked", about=practice, to=focal_points(practice), actor=by)
        case "send_back":
            notify("practices.sent_back", about=practice, to=[practice.author], actor=by)
        case "submit":
            notify("practices.submitted", about=practice, to=screeners(), actor=by)
            notify("practices.cleared", about=practice, to=people_of(practice), actor=by)
        case "claim":
            notify("practices.in_screening", about=practice, to=people_of(practice), actor=by)
        case "return":
            notify("practices.returned", about=practice, to=people_of(practice), actor=by)
        case "decline":
            notify("practices.declined", about=practice, to=people_of(practice), actor=by)
        case "publish":
            notify("practices.published", about=practice, to=people_of(practice), actor=by)
            _tell_of_version(practice, by)
        case "revise":
            notify("practices.revision_begun", about=practice, to=people_of(practice), actor=by)
        case "withdraw":
            notify("practices.withdrawn", about=practice, to=people_of(practice), actor=by)


def _tell_of_version(practice: Practice, by: User) -> None:
    """Who follows the practice hears of its second version and those after it."""
    if practice.version > 1:
        subject = subject_of("practice", practice.pk)
        tell_followers(subject, "practices.new_version", actor=by, number=practice.version)


def focal_points(practice: Practice) -> QuerySet[User]:
    """Who clears for the practice's state."""
    return holders(Q(role=Role.FOCAL_POINT, state=practice.country_id))


def screeners() -> QuerySet[User]:
    """Who screens for the Secretariat."""
    return holders(Q(role=Role.SCREENER))


def people_of(practice: Practice) -> QuerySet[User]:
    """The author and the focal points of the practice's state."""
    return User.objects.filter(is_active=True).filter(
        Q(pk=practice.author_id) | Q(pk__in=focal_points(practice).values("pk"))
    )


def _values(matter: Matter) -> dict[str, Any]:
    practice: Practice = matter.about
    return {
        "title": practice.passage("title").text or _("Without title"),
        "state": practice.country.name,
        "identifier": practice.identifier or "",
        "actor": matter.actor or SECRETARIAT,
        "days": matter.context.get("days", ""),
    }


def _desk(practice: Practice) -> str:
    return reverse("practices:desk_item", args=[practice.uuid])


def _page(practice: Practice) -> str:
    """Where the people of a state find it: the draft, or once published its permanent address."""
    if practice.state in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN) and practice.identifier:
        return reverse("practices:detail", args=[practice.identifier])
    return reverse("practices:draft", args=[practice.uuid])


def register_news() -> None:
    """Make these kinds of news known."""
    register(subject_kind("practices.new_version", NEW_VERSION))
    for verb, words in WORDS.items():
        register(
            Kind(
                verb=verb,
                **words._asdict(),
                values=_values,
                link=_desk if verb in AT_THE_DESK else _page,
                related=("country",),
            )
        )
