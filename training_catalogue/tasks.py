"""Work that the outbox does for the catalogue."""

from datetime import timedelta

from network.notifications.registry import every, work

from .services.assistance.following import FIND_MATCHES
from .services.matching.proposing import find_matches
from .services.needs.surveying import tell_opened_rounds


@work(FIND_MATCHES, lease=timedelta(minutes=2))
def look_for_matches(*, record: int) -> None:
    """Propose what fits an offer or a request that has come out or changed."""
    find_matches(record=record)


@work("training.tell_rounds", lease=timedelta(minutes=5))
def tell_rounds() -> None:
    """Focal points hear of rounds of the survey on the day on which they open."""
    tell_opened_rounds()


every(timedelta(hours=6), task="training.tell_rounds")
