"""Work that the outbox does for the catalogue."""

from datetime import timedelta

from network.notifications.choices import Queue
from network.notifications.registry import every, work

from .services.assistance.confirming import ask_about_assistance, hide_unconfirmed_assistance
from .services.assistance.following import FIND_MATCHES
from .services.clock import ask_to_confirm, bring_nearer, hide_unconfirmed, turn_sessions
from .services.harvesting.running import HARVEST, harvest, promise_due
from .services.importing import PUBLISH, publish_waiting
from .services.links import check_links
from .services.matching.proposing import find_matches
from .services.needs.surveying import tell_opened_rounds


@work(FIND_MATCHES, lease=timedelta(minutes=2))
def look_for_matches(*, record: int) -> None:
    """Propose what fits an offer or a request that has come out or changed."""
    find_matches(record=record)


@work(PUBLISH, lease=timedelta(minutes=20), in_transaction=False)
def publish_imported(*, provider: int) -> None:
    """Imported courses follow the provider's first one."""
    publish_waiting(provider=provider)


@work("training.tell_rounds", lease=timedelta(minutes=5))
def tell_rounds() -> None:
    """Focal points hear of rounds of the survey on the day on which they open."""
    tell_opened_rounds()


every(timedelta(hours=6), task="training.tell_rounds")


@work("training.clock", lease=timedelta(minutes=10), in_transaction=False)
def turn_the_clock() -> None:
    """Sessions close, start and end at their hours."""
    turn_sessions()


every(timedelta(minutes=10), task="training.clock")


@work("training.yearly", lease=timedelta(minutes=30), in_transaction=False)
def look_after_courses() -> None:
    """Facets that the day changes, the yearly question, and what nobody answered."""
    bring_nearer()
    ask_to_confirm()
    hide_unconfirmed()
    ask_about_assistance()
    hide_unconfirmed_assistance()


every(timedelta(hours=6), task="training.yearly")


@work("training.links", lease=timedelta(hours=1), in_transaction=False)
def try_links() -> None:
    """Flag links of courses that do not answer."""
    check_links()


every(timedelta(hours=6), task="training.links", queue=Queue.BULK)


@work(HARVEST, lease=timedelta(minutes=5), max_attempts=3, in_transaction=False)
def read_source(*, source: int) -> None:
    """Read what a provider keeps at its address."""
    harvest(source=source)


@work("training.harvests", lease=timedelta(minutes=5), in_transaction=False)
def harvest_due() -> None:
    """Promise the harvests of the day."""
    promise_due()


every(timedelta(hours=1), task="training.harvests")
