"""A cache that is away makes pages slower, not impossible."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from network.config.cache import OptionalRedisCache
from network.config.embedded import urls
from network.config.embedded.servers import Servers


@pytest.fixture(scope="module")
def server() -> Iterator[Servers]:
    folder = f"cache-{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    with Servers(Path(os.environ["TEST_VAR_DIR"]) / folder, postgres=False, broker=False) as servers:
        yield servers


@pytest.fixture
def cache(server: Servers, monkeypatch: pytest.MonkeyPatch) -> OptionalRedisCache:
    server.start()
    monkeypatch.setattr(OptionalRedisCache, "_quiet_until", 0.0)
    made = OptionalRedisCache(urls(server.places.var_dir, demo=False)["CACHE_URL"], {})
    made.clear()
    return made


def test_it_remembers(cache):
    cache.set("a", {"b": 1})
    cache.set_many({"n": 1, "m": 2})
    assert cache.get("a") == {"b": 1}
    assert cache.incr("n") == 2
    assert cache.get_many(["n", "m", "x"]) == {"n": 2, "m": 2}
    assert cache.add("a", 2) is False
    assert cache.has_key("a")
    assert cache.touch("a")
    assert cache.delete("a")
    cache.delete_many(["n", "m"])
    assert cache.get("n", "gone") == "gone"
    with pytest.raises(ValueError, match="not found"):
        cache.incr("n")


def test_stopped_it_is_an_empty_cache_and_then_itself_again(cache, server, monkeypatch):
    cache.set("a", 1)
    server.all[0].stop()
    for _turn in range(2):  # the first time it asks, then it keeps quiet
        assert cache.get("a", "default") == "default"
        assert cache.get_or_set("b", lambda: 2) == 2
        assert cache.add("c", 3)
        assert cache.incr("d", 5) == 5
        assert cache.get_many(["a"]) == {}
        assert cache.set_many({"a": 1}) == ["a"]
        assert not cache.has_key("a")
        assert not cache.touch("a")
        assert not cache.delete("a")
        assert cache.clear() is False
        cache.delete_many(["a"])
    server.start()
    monkeypatch.setattr(OptionalRedisCache, "_quiet_until", 0.0)
    cache.set("a", 4)
    assert cache.get("a") == 4


def test_frozen_it_costs_one_request_a_second_and_the_next_nothing(cache, server):
    process = server.all[0].process
    process.send_signal(signal.SIGSTOP)
    try:
        begun = time.monotonic()
        cache.get("a")
        first = time.monotonic() - begun
        for _turn in range(20):
            cache.get("a")
        assert first < 3
        assert time.monotonic() - begun - first < 0.5
    finally:
        process.send_signal(signal.SIGCONT)
