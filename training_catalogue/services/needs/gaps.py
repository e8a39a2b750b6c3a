"""What is missing: for each topic how often it is needed, and how many courses and offers there are.

Needs are those that documents state, the states that ranked the topic in the latest round of the survey, and
requests that stand open. States that take no part do not count.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q
from django.utils import timezone

from network.choices import StateStatus
from network.search import labels
from network.search.services.counts import counts_of

from ...choices.assistance import AssistanceKind, RecordedBy
from ...choices.cooperation import CooperationState
from ...choices.needs import GapSituation
from ...models import Assistance, Cooperation, DocumentedNeed, RankedTopic, SurveyRound

COURSE = "course"
TAKES_PART = Q(country__isnull=True) | Q(country__status=StateStatus.ACTIVE)


class Gap(NamedTuple):
    """One topic: its needs by where they come from, what there is, and how the two stand."""

    topic: str
    name: str
    documented: int
    ranked: int
    requests: int
    courses: int
    offers: int
    completed: int

    @property
    def needs(self) -> int:
        """All needs."""
        return self.documented + self.ranked + self.requests

    @property
    def situation(self) -> GapSituation:
        """How what there is stands to what is needed: a gap where there is less of both than needs."""
        supply = self.courses + self.offers
        if not self.needs:
            return GapSituation.UNASKED if supply else GapSituation.NOTHING
        if supply < self.needs:
            return GapSituation.GAP
        if self.courses >= self.needs and self.offers >= self.needs:
            return GapSituation.COVERED
        return GapSituation.PARTLY


def gaps() -> list[Gap]:
    """All topics on which something is needed or there is something; most needed first."""
    documented = _counted(DocumentedNeed.objects.values_list("topics").annotate(Count("pk")))
    ranked, completed = _ranked(), _completed()
    requests, offers = _open(AssistanceKind.REQUEST), _open(AssistanceKind.OFFER)
    courses = _courses()
    rows = [
        Gap(
            slug,
            topic.name,
            documented[slug],
            ranked[slug],
            requests[slug],
            courses[slug],
            offers[slug],
            completed[slug],
        )
        for slug, topic in labels.topics().items()
        if topic.parent
    ]
    shown = [row for row in rows if row.situation != GapSituation.NOTHING or row.completed]
    return sorted(shown, key=lambda row: (-row.needs, row.courses + row.offers, row.name))


def latest_round() -> SurveyRound | None:
    """The round whose answers count: the last one that has begun."""
    return SurveyRound.objects.begun(timezone.localdate()).order_by("-opens_on", "-pk").first()


def _counted(rows: Iterable[tuple[str | None, int]]) -> Counter[str]:
    return Counter({slug: count for slug, count in rows if slug})


def _open(kind: AssistanceKind) -> Counter[str]:
    found = Assistance.objects.published().filter(TAKES_PART, kind=kind).exclude(recorded_by=RecordedBy.CALL)
    found = found.order_by()
    return _counted(found.values_list("topics").annotate(Count("pk")))


def _ranked() -> Counter[str]:
    round = latest_round()
    if round is None:
        return Counter()
    rows = RankedTopic.objects.filter(answer__round=round, answer__country__status=StateStatus.ACTIVE)
    return _counted(rows.order_by().values_list("topic").annotate(Count("answer")))


def _completed() -> Counter[str]:
    rows = Cooperation.objects.filter(state=CooperationState.COMPLETED).order_by()
    return _counted(rows.values_list("match__request__topics").annotate(Count("pk")))


def _courses() -> Counter[str]:
    """From the maintained counts: courses are many."""
    counts = counts_of(COURSE, AnonymousUser(), [""])[""]
    prefix = "topic:"
    return Counter(
        {facet.removeprefix(prefix): count for facet, count in counts.items() if facet.startswith(prefix)}
    )
