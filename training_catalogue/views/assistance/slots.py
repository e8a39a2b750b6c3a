"""What offers, requests and cooperations put on the Network's own pages."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import MemberState, Topic, User
from network.search.services.finding import Choice, Wanted
from network.search.services.of_subject import newest_of_subject, show
from network.services import personal_data
from network.ui import languages, navigation, sitemaps, slots
from network.ui.sitemaps import LanguageSitemap

from ...choices.assistance import AssistanceState
from ...choices.cooperation import CooperationState
from ...models import Assistance, Cooperation, Match
from ...rules.assistance import is_moderator, writes_assistance
from ...services.assistance.indexing import OFFER, REQUEST
from ...services.assistance.personal import assistance_of
from ...services.cooperating.showing import completed_in_state
from ...services.needs.waiting import rounds_to_answer
from .lines import lines
from .wording import COOPERATION_SIGNS

OF_SUBJECT = 5


def register_places() -> None:
    """Take our places; called when the apps are ready."""
    for kind in (OFFER, REQUEST):
        show(kind, OF_SUBJECT)
    slots.register(
        "state.sections", template="training_catalogue/slots/state.html", context=of_state, order=20
    )
    slots.register(
        "topic.sections", template="training_catalogue/slots/topic.html", context=of_topic, order=20
    )
    slots.register("me.waiting", template="training_catalogue/slots/waiting.html", context=waiting, order=30)
    personal_data.register("assistance", assistance_of)
    sitemaps.register("assistance", AssistanceSitemap)
    sitemaps.register("cooperations", CooperationSitemap)
    navigation.register(
        navigation.NavItem(
            _("Offers and requests of mine"),
            "training:assistance_mine",
            navigation.PERSON,
            order=82,
            shown=writes_assistance,
        )
    )


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """The newest offers and requests of a member state, and its cooperations that are completed."""
    context = _newest(request, Choice("state", (state.iso2,)))
    done = completed_in_state(state)
    context["cooperations"] = [(each, COOPERATION_SIGNS[each.state]) for each in done]
    return context | {"query": f"state={state.iso2}"} if any(context.values()) else None


def of_topic(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    """The newest offers and requests on a topic, or on any of a group of topics."""
    group = "topic" if topic.parent_id else "theme"
    context = _newest(request, Choice(group, (topic.slug,), all_of=True))
    query = f"topic={topic.slug}" if topic.parent_id else ""
    return context | {"query": query} if any(context.values()) else None


def _newest(request: HttpRequest, choice: Choice) -> dict[str, Any]:
    """The newest offers and requests, read with what the other apps show."""
    wanted = Wanted("", request.user, languages.active(), (choice,))
    return {
        f"{kind}s": lines(newest_of_subject(kind, wanted, request.__dict__)[0]) for kind in (OFFER, REQUEST)
    }


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """What a person can move on; None for those without a task here."""
    user = request.user
    if not isinstance(user, User) or not (writes_assistance(user) or is_moderator(user)):
        return None
    own = Assistance.objects.spoken_for_by(user)
    counts = {
        "to_clear": own.filter(state=AssistanceState.AWAITING_CLEARANCE).count(),
        "to_confirm": own.to_confirm().count(),
        "returned": Assistance.objects.editable_by(user).filter(state=AssistanceState.RETURNED).count(),
        "to_read": Assistance.objects.visible_to(user).filter(state=AssistanceState.SUBMITTED).count()
        if is_moderator(user)
        else 0,
        "matches": Match.objects.waiting_for(user).count(),
        "running": Cooperation.objects.waiting_for(user).exclude(state=CooperationState.WITHDRAWN).count(),
        "rounds": rounds_to_answer(user),
    }
    return counts if any(counts.values()) else None


class AssistanceSitemap(LanguageSitemap):
    """Offers and requests that stand open."""

    def items(self) -> Any:
        """By number."""
        return Assistance.objects.published().only("pk", "changed_at").order_by("pk")

    def location(self, item: Any) -> str:
        """The page in the active language."""
        return reverse("training:assistance", args=[item.pk])

    def changed_at(self, item: Any) -> Any:
        """When it was last changed."""
        return item.changed_at


class CooperationSitemap(LanguageSitemap):
    """Cooperations that are completed."""

    def items(self) -> Any:
        """By number."""
        return Cooperation.objects.completed().only("pk").order_by("pk")

    def location(self, item: Any) -> str:
        """The page in the active language."""
        return reverse("training:cooperation", args=[item.pk])
