"""What the fora put on the Network's own pages: home, member states, topics, what waits for a person."""

from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from network.choices import Role
from network.models import MemberState, Topic
from network.ui import slots

from ...choices import SpaceKind
from ...models import FinalReport, Space, Thread, TopicProposal
from ...rules import is_staff_manager

AT_HOME, OF_SUBJECT = 3, 5


def register_slots() -> None:
    """Take our places; called when the apps are ready."""
    slots.register("home.tasks", template="fora/slots/discuss.html", order=20)
    slots.register("home.agenda", template="fora/slots/home.html", context=open_fora, order=10)
    slots.register("state.sections", template="fora/slots/of_subject.html", context=of_state, order=30)
    slots.register("topic.sections", template="fora/slots/of_subject.html", context=of_topic, order=30)
    slots.register("me.waiting", template="fora/slots/waiting.html", context=waiting, order=40)


def open_fora(request: HttpRequest) -> dict[str, Any] | None:
    """Fora that close next, then what was last talked about where there is no hour."""
    found = _with_figures(Space.objects.visible_to(request.user).open_now())
    virtual = list(found.of_kind(SpaceKind.VIRTUAL).order_by("closes_at", "pk")[:AT_HOME])
    if len(virtual) < AT_HOME:
        others = found.filter(closes_at__isnull=True, last_at__isnull=False).order_by("-last_at", "pk")
        virtual += others[: AT_HOME - len(virtual)]
    return {"spaces": virtual} if virtual else None


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """Fora that the state proposed, and the latest threads its people opened."""
    spaces = Space.objects.visible_to(request.user).filter(country=state)
    threads = Thread.objects.visible_to(request.user).listed().filter(posts__seq=1, posts__country=state)
    return _subject(request, spaces, threads)


def of_topic(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    """Fora on the topic, or on any of a group of topics, and their latest threads."""
    below = {"topics": topic} if topic.parent_id else {"topics__parent": topic}
    spaces = Space.objects.visible_to(request.user).filter(**below).distinct()
    keys = Space.objects.visible_to(request.user).filter(**below).values("pk")
    return _subject(request, spaces, Thread.objects.visible_to(request.user).listed().filter(space__in=keys))


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """Topics to be decided, for staff; topics to support, for focal points; reports to be written."""
    user = request.user
    proposals = TopicProposal.objects.visible_to(user).open()
    to_decide = proposals.count() if is_staff_manager(user) else 0
    states = user.states(Role.FOCAL_POINT)
    to_support = proposals.exclude(supports__country__in=states).count() if states else 0
    published = FinalReport.objects.published().values("space")
    led = Space.objects.led_by(user).filter(closes_at__lte=timezone.now()).exclude(pk__in=published)
    reports = list(led.order_by("closes_at")[:AT_HOME])
    if not (to_decide or to_support or reports):
        return None
    return {"to_decide": to_decide, "to_support": to_support, "reports": reports}


def _with_figures(spaces: QuerySet[Any]) -> Any:
    figures = {
        "post_count": Coalesce(Sum("threads__visible_count"), 0),
        "last_at": Max("threads__last_visible_at"),
    }
    return spaces.annotate(**figures).select_related("country")


def _subject(request: HttpRequest, spaces: Any, threads: Any) -> dict[str, Any] | None:
    found = list(spaces.select_related("country").order_by("-opens_at", "pk")[:OF_SUBJECT])
    latest = list(threads.select_related("space").order_by("-last_visible_at", "-pk")[:OF_SUBJECT])
    return {"spaces": found, "threads": latest} if found or latest else None
