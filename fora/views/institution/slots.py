"""What the fora put on the Network's own pages: home, member states, topics, what waits for a person."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from network.choices import Role
from network.models import MemberState, Topic
from network.ui import slots

from ...models import FinalReport, Space, TopicProposal
from ...rules import is_staff_manager
from ...services import elsewhere

REPORTS = 3


def register_slots() -> None:
    """Take our places; called when the apps are ready."""
    slots.register("home.tasks", template="fora/slots/discuss.html", order=20)
    slots.register("home.agenda", template="fora/slots/home.html", context=open_fora, order=10)
    slots.register("state.sections", template="fora/slots/of_subject.html", context=of_state, order=30)
    slots.register("topic.sections", template="fora/slots/of_subject.html", context=of_topic, order=30)
    slots.register("me.waiting", template="fora/slots/waiting.html", context=waiting, order=40)


def open_fora(request: HttpRequest) -> dict[str, Any] | None:
    """Fora that close next, then what was last talked about where there is no hour."""
    found = elsewhere.open_fora(request.user)
    return {"spaces": found} if found else None


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """Fora that the state proposed, and the latest threads its people opened."""
    found = elsewhere.dialogue_of_state(request.user, state)
    return found._asdict() if any(found) else None


def of_topic(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    """Fora on the topic, or on any of a group of topics, and their latest threads."""
    found = elsewhere.dialogue_on_topic(request.user, topic)
    return found._asdict() if any(found) else None


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """Topics to be decided, for staff; topics to support, for focal points; reports to be written."""
    user = request.user
    proposals = TopicProposal.objects.visible_to(user).open()
    to_decide = proposals.count() if is_staff_manager(user) else 0
    states = user.states(Role.FOCAL_POINT)
    to_support = proposals.exclude(supports__country__in=states).count() if states else 0
    published = FinalReport.objects.published().values("space")
    led = Space.objects.led_by(user).filter(closes_at__lte=timezone.now()).exclude(pk__in=published)
    reports = list(led.order_by("closes_at")[:REPORTS])
    if not (to_decide or to_support or reports):
        return None
    return {"to_decide": to_decide, "to_support": to_support, "reports": reports}
