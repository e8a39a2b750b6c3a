"""How far random walks go: far enough in every run, much farther with DEEP=1 (`make audit`)."""

import os

DEEP = bool(os.environ.get("DEEP"))
FARTHER = 10


def examples(count: int) -> int:
    """How many a property is tried with, where every run takes `count`."""
    return count * FARTHER if DEEP else count
