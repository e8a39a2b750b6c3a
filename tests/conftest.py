"""What all tests share: servers of their own and, where it exists, the small world of people and practices."""

import importlib.util

pytest_plugins = ["tests.servers"] + [
    name for name in ("tests.outbox", "tests.worlds") if importlib.util.find_spec(name)
]
