"""With real programs: a worker killed for good is noticed within two minutes, while pages stay up.

Takes three minutes, so it runs with `make faults N=100` and more.
"""

import http.client
import json
import os
import time

import pytest

from .house import House

LONG = int(os.environ.get("FAULTS", "60")) >= 100

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not LONG, reason="takes three minutes: make faults N=100"),
]
TWO_MINUTES = 120.0


def get(house: House, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def until(house: House, status: int, seconds: float) -> float:
    """Ask /health/work until it answers so; gives after how many seconds."""
    begun = time.monotonic()
    while (got := get(house, "/health/work"))[0] != status:
        assert time.monotonic() - begun < seconds, got
        time.sleep(1)
    return time.monotonic() - begun


def test_a_worker_killed_for_good_is_noticed_within_two_minutes_and_pages_stay_up():
    with House(queues="mail,default,translate,bulk", more=("scheduler",)) as house:
        until(house, 200, 180)
        house.let_die("worker")
        took = until(house, 503, TWO_MINUTES)
        findings = json.loads(get(house, "/health/work")[1])
        assert findings["canary mail"]["well"] is False
        assert get(house, "/en/states/")[0] == 200, house.last_words()
        assert house.ask("/promise/7"), "people can go on working"
        print(f"\nnoticed after {took:.0f} s")
