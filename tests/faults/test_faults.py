"""None is lost; a repeat happens only when a fault falls into the moment of acceptance, with one Message-ID.

FAULTS and SEED can be set (`make faults N=1000 SEED=7`); without them each kind comes twice, in short order.
Losses are counted from acknowledged requests against the mail server's log, not by the code under test.
"""

import os
import time
from collections.abc import Callable, Iterator

import pytest

from .breaking import strike
from .counting import Account, Fault, settle
from .house import House, Readers

LONG = "FAULTS" in os.environ
COUNT = int(os.environ.get("FAULTS", "30"))
SEED = int(os.environ.get("SEED", "1"))
CONTROL = min(COUNT, 30) if LONG else 15  # each kind twice, or once
RATE = float(os.environ.get("RATE", "10"))  # requests a second; less on a machine that is busy otherwise
BETWEEN = (0.4, 1.4) if LONG else (0.2, 0.7)  # seconds from one fault to the next
DRAIN = 60.0
STILL = 4.0  # seconds without a mail, after which no worker has one in its hands: longer than EMAIL_TIMEOUT

pytestmark = [pytest.mark.slow, pytest.mark.waiting, pytest.mark.xdist_group("faults")]  # one portal for both


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """One portal for both runs."""
    with House() as house:
        assert house.ask("/promise/0"), house.last_words()
        yield house


def run(
    house: House, path: str, count: int, first: int, is_left: Callable[[], bool]
) -> tuple[Account, float, set[int]]:
    """Break things while people ask; gives the account, and how long what is left took to drain."""
    house.mail.handler.log.clear()
    house.restarts.clear()
    faults: list[Fault] = []
    with Readers(house, path, first=first, rate=RATE, seed=SEED) as readers:
        for fault in strike(house, count, SEED, between=BETWEEN):
            faults.append(fault)
            if len(faults) % 100 == 0:
                print(
                    time.strftime("%H:%M:%S"), len(faults), "faults", house.waiting(), "waiting", flush=True
                )
        time.sleep(1)
    begun = time.monotonic()
    while is_left() and time.monotonic() - begun < 4 * DRAIN:
        time.sleep(0.25)
    drained = time.monotonic() - begun
    account = settle(readers.acknowledged, house.mail.handler.log, faults, house.restarts)
    return account, drained, readers.acknowledged


def test_none_is_lost_and_every_repeat_has_its_explanation(house):
    account, drained, acknowledged = run(house, "/promise", COUNT, 1000, lambda: house.waiting() > 0)
    print(f"\nseed {SEED}: {account}; drained in {drained:.0f} s\n{dict(account.faults)}")
    assert len(acknowledged) > COUNT * RATE / 2, "enough was asked for to lose some"
    assert account.lost == []
    assert account.unexplained == []
    assert account.changed_ids == [], "a repeat carries the same Message-ID"
    assert drained < DRAIN


def test_the_harness_sees_the_losses_of_the_plain_design(house):
    begun = time.time()

    def is_left() -> bool:
        last = max((mail.at for mail in house.mail.handler.log), default=begun)
        return house.queued() > 0 or time.time() - last < STILL

    account, _drained, _acknowledged = run(house, "/plain", CONTROL, 10_000_000, is_left)
    print(f"\ncontrol, seed {SEED}: {account}")
    assert account.lost, "with delay() alone mails get lost, and the harness must see it"
