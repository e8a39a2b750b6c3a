"""What all tests share: servers of their own, English to begin with, and the small world."""

import gc
import importlib.util
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.depth import DEEP

settings.register_profile(  # a busy machine is no fault; what every run tries is the same in every run
    "portal", suppress_health_check=[HealthCheck.too_slow], deadline=None, derandomize=not DEEP
)
settings.load_profile("portal")

LONGEST_NAME = 100

pytest_plugins = [
    name
    for name in ("tests.servers", "tests.clones", "tests.catalogues", "tests.drawing", "tests.worlds")
    if importlib.util.find_spec(name)
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What mostly waits goes first, while the other workers have work for the processors."""
    items.sort(key=lambda item: item.get_closest_marker("waiting") is None)


def pytest_make_parametrize_id(val: object) -> str | None:
    """What is tried may be megabytes long; the name of the test says how it begins."""
    if isinstance(val, str | bytes) and len(val) > LONGEST_NAME:
        return f"{val[:20]!r} and so on, {len(val)}"
    return None


def pytest_collection_finish() -> None:
    """Half a million objects stay to the end: looking for rubbish among them took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A page in another language leaves it active in the thread: the next test begins in English."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _statements_are_written_anew():
    """A test may open a door of `visible_to`: no other is to ask by a statement that was written then."""
    from fora.querysets.prepared import forget_statements  # settings are there by now
    from network.search.services.written import forget_written

    forget_statements()
    forget_written()
