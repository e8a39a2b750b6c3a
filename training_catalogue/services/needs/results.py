"""What a round of the survey found, without saying which state said what."""

from typing import NamedTuple

from django.db.models import Avg, Count

from network.choices import StateStatus
from network.search import labels

from ...models import NeedsAnswer, RankedTopic, SurveyRound


class Ranked(NamedTuple):
    """A topic, by how many states it was ranked, and at which rank in the mean (1 is the most pressing)."""

    topic: str
    name: str
    states: int
    mean_rank: float


class Results(NamedTuple):
    """How many states answered, and the topics that they ranked."""

    answers: int
    topics: list[Ranked]


def results_of(round: SurveyRound) -> Results:
    """Results of a round, of states that take part; topics of most states first."""
    takes_part = {"country__status": StateStatus.ACTIVE}
    names = labels.topics()
    rows = (
        RankedTopic.objects.filter(answer__round=round, answer__country__status=StateStatus.ACTIVE)
        .order_by()
        .values_list("topic")
        .annotate(states=Count("pk"), mean=Avg("rank"))
    )
    topics = [
        Ranked(slug, names[slug].name if slug in names else slug, states, float(mean))
        for slug, states, mean in rows
    ]
    topics.sort(key=lambda row: (-row.states, row.mean_rank, row.name))
    return Results(NeedsAnswer.objects.filter(round=round, **takes_part).count(), topics)
