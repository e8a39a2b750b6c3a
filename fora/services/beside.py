"""What stands beside the threads of a space: agenda, papers, who leads it, who proposed it, its report."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..choices import SpaceKind
from ..models import AgendaItem, BackgroundPaper, FinalReport, PaperVersion, Space, SpaceGrant, TopicProposal
from ..querysets.prepared import MOMENT, SPACE, read_records

KEPT = "_beside"
HAS_AGENDA = (SpaceKind.VIRTUAL, SpaceKind.FACE_TO_FACE)


class Point(NamedTuple):
    """A point of the agenda: `state` is "done", "now", "later" or "open" (as long as the forum)."""

    item: AgendaItem
    number: int
    state: str
    post_count: int


class Beside:
    """Only what the person may read; each part is asked for when a page shows it, and once."""

    def __init__(self, space: Space, user: Any) -> None:
        self.space, self.user = space, user

    @cached_property
    def agenda(self) -> Sequence[Point]:
        """Points of the agenda."""
        return _agenda(self.space, self.items) if self.space.kind in HAS_AGENDA else ()

    @cached_property
    def items(self) -> list[AgendaItem]:
        """Points of the agenda as records, each with how many posts it has (`posts`)."""
        if not getattr(self.space, "has_agenda", True):
            return []
        return read_records(_items, self.user, {SPACE: self.space.pk})

    @cached_property
    def papers(self) -> Sequence[BackgroundPaper]:
        """Papers that have a document, each with its versions (`shown_versions`)."""
        return _papers(self.space, self.user) if getattr(self.space, "has_papers", True) else []

    @cached_property
    def leaders(self) -> Sequence[SpaceGrant]:
        """Facilitators and chairs."""
        return _leaders(self.space, self.user)

    @cached_property
    def report(self) -> FinalReport | None:
        """The final report, once it is published."""
        if not getattr(self.space, "has_reports", True):
            return None
        found = read_records(_reports, self.user, {SPACE: self.space.pk})
        return found[0] if found else None

    @cached_property
    def proposal(self) -> TopicProposal | None:
        """Whose idea the forum was."""
        return _proposal(self.space) if self.space.kind in HAS_AGENDA else None


def beside(space: Space, user: Any) -> Beside:
    """What stands beside a space; kept with it for the part of the page that asks next."""
    kept = space.__dict__.get(KEPT)
    if kept is None or kept.user != user:
        kept = space.__dict__[KEPT] = Beside(space, user)
    return kept


def _reports(user: Any) -> QuerySet:
    return FinalReport.objects.visible_to(user).published().filter(space=SPACE)


def _items(user: Any) -> QuerySet:
    found: QuerySet[Any] = AgendaItem.objects.visible_to(user).filter(space=SPACE)
    return found.annotate(posts=Coalesce(Sum("threads__visible_count"), 0)).order_by("position", "pk")


def _agenda(space: Space, items: Sequence[Any]) -> list[Point]:
    return [Point(item, place, point_state(space, item), item.posts) for place, item in enumerate(items, 1)]


def point_state(space: Space, item: AgendaItem) -> str:
    """Where a point stands now."""
    if space.has_closed or item.has_closed:
        return "done"
    if not space.has_opened or not item.has_opened:
        return "later"
    return "now" if item.opens_at is not None else "open"


def _papers(space: Space, user: Any) -> list[BackgroundPaper]:
    """By one query: papers without a document are not shown."""
    found: dict[int, BackgroundPaper] = {}
    for version in read_records(_versions, user, {SPACE: space.pk}):
        paper = found.setdefault(version.paper_id, version.paper)
        paper.shown_versions = [*getattr(paper, "shown_versions", []), version]
    return list(found.values())


def _versions(user: Any) -> QuerySet:
    versions: QuerySet[Any] = PaperVersion.objects.visible_to(user).filter(paper__space=SPACE)
    return versions.select_related("paper").order_by("paper__position", "paper__pk", "language")


def _leaders(space: Space, user: Any) -> list[SpaceGrant]:
    return read_records(_leading, user, {SPACE: space.pk, MOMENT: timezone.now()})


def _leading(user: Any) -> QuerySet:
    grants: QuerySet[Any] = SpaceGrant.objects.visible_to(user).leading(MOMENT).filter(space=SPACE)
    return grants.select_related("user").order_by("capacity", "user__full_name")


def _proposal(space: Space) -> TopicProposal | None:
    """With the states that supported it: public once the forum is."""
    found: QuerySet[Any] = TopicProposal.objects.filter(space=space)
    return found.select_related("country").prefetch_related("supports__country").first()
