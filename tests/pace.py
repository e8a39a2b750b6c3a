"""Bounds of processor time that say something of the work, not of the machine it is done on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

PIECE = 0.02  # seconds that `_work` takes on the machine that the bounds are written for


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The block takes at most `seconds` of processor time of this process on that machine.

    On a slower one it may take as many times longer as a fixed piece of work does, right before or after it.
    """
    slow = _slow()
    begun = time.process_time()
    yield
    taken = time.process_time() - begun
    slow = max(slow, _slow())
    assert taken < seconds * slow, f"{taken:.2f} s on a machine {slow:.1f} times as slow, for {seconds} s"


def _slow() -> float:
    return max(1.0, *(_work() / PIECE for _ in range(3)))


def _work() -> float:
    begun = time.process_time()
    lengths = {}
    for number in range(60_000):
        name = f"{number:x}"
        lengths[name] = len(name) + number
    return time.process_time() - begun
