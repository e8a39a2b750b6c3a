"""What people are told about courses: steps of the way, and what has waited for a year."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from network.choices import OrganizationKind, Role
from network.models import Organization, User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.services import notify
from network.services.roles import holders, managers

from ..choices.harvesting import HarvestFault
from ..models import Course, HarvestSource
from .news_words import WORDS

SECRETARIAT = _("The Secretariat")
STEPS = {"return": "training.returned", "hide": "training.hidden", "approve": "training.published"}


def tell_of_step(course: Course, verb: str, by: User | None) -> None:
    """Tell whom a step concerns, in the transaction of the step."""
    if verb == "submit" and course.published_at is None:
        notify("training.submitted", about=course, to=managers(), actor=by)
    elif verb in STEPS:
        notify(STEPS[verb], about=course, to=people_of(course.provider), actor=by)
    elif verb == "withdraw":
        notify("training.withdrawn", about=course, to=people_of(course.provider), actor=by)


def people_of(provider: Organization) -> QuerySet[User]:
    """Who speaks for a provider: its editors; for a government body its state's focal points, too."""
    whose = Q(role=Role.PROVIDER_EDITOR, organization=provider)
    if provider.kind == OrganizationKind.GOVERNMENT and provider.state_id:
        whose |= Q(role=Role.FOCAL_POINT, state=provider.state_id)
    return holders(whose)


def _values(matter: Matter) -> dict[str, Any]:
    course: Course = matter.about
    return {
        "title": course.passage("title").text or _("Without title"),
        "provider": course.provider.name,
        "identifier": course.identifier or "",
        "actor": matter.actor or SECRETARIAT,
        "days": matter.context.get("days", ""),
    }


def _values_of_source(matter: Matter) -> dict[str, Any]:
    source: HarvestSource = matter.about
    return {
        "provider": source.provider.name,
        "address": source.address,
        "fault": HarvestFault(source.fault).label if source.fault else "",
        "count": matter.context.get("count", ""),
    }


def register_news() -> None:
    """Make these kinds of news known."""
    for verb, words in WORDS.items():
        values = _values_of_source if verb.startswith("training.harvest_") else _values
        register(Kind(verb=verb, **words._asdict(), values=values, related=("provider",)))
