"""What all tests share: servers of their own, and the small world of people and practices."""

import importlib.util

pytest_plugins = [
    name
    for name in ("tests.servers", "tests.catalogues", "tests.outbox", "tests.worlds")
    if importlib.util.find_spec(name)
]
