"""What pages of the Network show of the fora: home, member states, topics."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from network.models import MemberState, Topic

from ..choices import SpaceKind
from ..models import Space, Thread
from ..querysets.prepared import COUNTRY, MOMENT, TOPIC, read_records
from ..querysets.standing import NEWEST_FIRST

AT_HOME, OF_SUBJECT = 3, 5
_TITLE = ("source_language", "translation_marks", "title_en", "title_es", "title_fr", "title_pt")
_SPACE = (*_TITLE, "slug", "kind", "state", "opens_at", "closes_at", "is_demonstration", "country")
_THREAD = (*_TITLE, "space", "last_visible_at", *(f"space__{name}" for name in (*_TITLE, "slug")))


class Dialogue(NamedTuple):
    """Fora on a subject, and the latest threads."""

    spaces: Sequence[Space]
    threads: Sequence[Thread]


def open_fora(user: Any) -> list[Space]:
    """Fora that close next, then those without an hour that were last talked in; `last_at`: when."""
    now = {MOMENT: timezone.now()}
    found = read_records(_closing_next, user, now)
    if len(found) < AT_HOME:
        found += read_records(_talked_in, user, now)[: AT_HOME - len(found)]
    return found


def dialogue_of_state(user: Any, state: MemberState) -> Dialogue:
    """Fora that the state proposed, and the threads that its people opened last."""
    return _dialogue(user, _of_state, {COUNTRY: state.pk})


def dialogue_on_topic(user: Any, topic: Topic) -> Dialogue:
    """Fora on the topic, or on any of a group of topics, and their latest threads."""
    return _dialogue(user, _on_topic if topic.parent_id else _on_theme, {TOPIC: topic.pk})


def _dialogue(user: Any, chosen: Any, given: dict[Any, Any]) -> Dialogue:
    return Dialogue(read_records(_spaces, user, given, chosen), read_records(_threads, user, given, chosen))


def _of_state(user: Any) -> tuple[QuerySet, QuerySet]:
    threads = Thread.objects.visible_to(user).listed().filter(posts__seq=1, posts__country=COUNTRY)
    return Space.objects.visible_to(user).filter(country=COUNTRY), threads.order_by(
        "-posts__placed_at", "-pk"
    )


def _on_topic(user: Any) -> tuple[QuerySet, QuerySet]:
    return _on(user, topics=TOPIC)


def _on_theme(user: Any) -> tuple[QuerySet, QuerySet]:
    return _on(user, topics__parent=TOPIC)


def _on(user: Any, **topics: Any) -> tuple[QuerySet, QuerySet]:
    spaces = Space.objects.visible_to(user).filter(**topics).order_by()
    newest = ArraySubquery(_latest_in_space(user).values("pk")[:OF_SUBJECT])
    keys = spaces.annotate(newest=Func(newest, function="unnest")).values("newest")
    threads = Thread.objects.visible_to(user).listed().filter(pk__in=keys)
    return Space.objects.visible_to(user).filter(pk__in=spaces.values("pk")), threads.order_by(*NEWEST_FIRST)


def _latest_in_space(user: Any) -> Any:
    """Threads of a space as its list has them: the index of the list finds the first ones at once."""
    threads = Thread.objects.visible_to(user).listed().filter(space=OuterRef("pk"), is_pinned=False)
    return threads.order_by(*NEWEST_FIRST)


def _spaces(user: Any, chosen: Any) -> QuerySet:
    return chosen(user)[0].only(*_SPACE).order_by("-opens_at", "pk")[:OF_SUBJECT]


def _threads(user: Any, chosen: Any) -> QuerySet:
    return chosen(user)[1].select_related("space").only(*_THREAD)[:OF_SUBJECT]


def _open(user: Any) -> QuerySet:
    pinned = Thread.objects.visible_to(user).pinned().filter(space=OuterRef("pk")).order_by()
    last_at = Greatest(
        Subquery(_latest_in_space(user).values("last_visible_at")[:1]),
        Subquery(pinned.values("space").annotate(last=Max("last_visible_at")).values("last")),
    )
    spaces = Space.objects.visible_to(user).open_now(MOMENT).annotate(last_at=last_at)
    return spaces.select_related("country").only(
        *_SPACE, *(f"country__name{end}" for end in ("", "_en", "_es", "_fr", "_pt"))
    )


def _closing_next(user: Any) -> QuerySet:
    return _open(user).of_kind(SpaceKind.VIRTUAL).order_by("closes_at", "pk")[:AT_HOME]


def _talked_in(user: Any) -> QuerySet:
    talked_in = _open(user).filter(closes_at__isnull=True, last_at__isnull=False)
    return talked_in.order_by("-last_at", "pk")[:AT_HOME]
