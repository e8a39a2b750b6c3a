"""With a real broker and a real worker, each of which is broken in turn: nothing promised is lost."""

import os
import signal
import time
from datetime import timedelta

import psutil
import pytest
from django.db import transaction
from django.utils import timezone

from network.notifications.choices import EntryState
from network.notifications.models import Canary, OutboxEntry
from network.notifications.services import enqueue, hints, look_at_work, send_canaries, sweep
from network.notifications.services.sweeping import FULL

from .conftest import empty, frozen, start_worker, stop_worker, wait_for
from .work import lines

pytestmark = pytest.mark.django_db(transaction=True)


def promise(name: str, task: str = "tests.write") -> OutboxEntry:
    return enqueue(task=task, dedupe_key=f"{task}:{name}", args={"name": name})


def is_done(entry: OutboxEntry) -> bool:
    return OutboxEntry.objects.filter(pk=entry.pk, state=EntryState.DONE).exists()


def overdue() -> None:
    """The sweeper's next turn, now."""
    OutboxEntry.objects.update(publish_at=timezone.now() - timedelta(seconds=1))
    hints._quiet_until = 0.0


def test_work_is_done_soon_after_the_commit_that_promised_it(worker):
    with transaction.atomic():
        entry = promise("soon")
        assert hints.backlog("default") == 0, "nothing is said before the commit"
    assert wait_for(lambda: is_done(entry))
    assert len(lines("soon")) == 1


def test_a_message_that_comes_twice_is_work_done_once(worker):
    entry = promise("twice")
    for _time in range(5):
        hints.hint(entry.pk, entry.queue)
    assert wait_for(lambda: is_done(entry))
    assert wait_for(lambda: hints.backlog("default") == 0)
    time.sleep(0.5)
    assert len(lines("twice")) == 1


def test_with_the_broker_down_a_request_succeeds_and_the_sweeper_catches_up(broker, db):
    broker.stop()
    entry = promise("down")
    assert OutboxEntry.objects.waiting().filter(pk=entry.pk).exists()
    overdue()
    assert sweep() == 0
    entry.refresh_from_db()
    assert entry.publishes == 0, "the spacing does not grow while nothing can be sent"
    broker.start()
    process = start_worker(broker)
    try:
        overdue()
        assert sweep() == 1
        assert wait_for(lambda: is_done(entry))
    finally:
        stop_worker(process)
    assert len(lines("down")) == 1


def test_a_frozen_broker_holds_a_request_up_once_and_briefly(broker):
    with frozen(broker):
        begun = time.monotonic()
        promise("frozen-1")
        first = time.monotonic() - begun
        for number in range(2, 12):
            promise(f"frozen-{number}")
        rest = time.monotonic() - begun - first
    assert first < 9
    assert rest < first, "ten that follow wait for less than the one"
    assert OutboxEntry.objects.waiting().count() == 11


def test_messages_that_the_broker_forgot_are_sent_again(broker, db):
    entries = [promise(f"forgot-{number}") for number in range(3)]
    assert hints.backlog("default") == 3
    empty(broker)
    process = start_worker(broker)
    try:
        overdue()
        assert sweep() == 3
        assert wait_for(lambda: all(is_done(each) for each in entries))
    finally:
        stop_worker(process)


def test_the_work_of_a_killed_child_is_done_by_another(worker):
    entry = promise("killed", task="tests.dawdle")
    assert wait_for(lambda: lines("killed") != [])
    child = int(lines("killed")[0].split()[1])
    assert child in [each.pid for each in psutil.Process(worker.pid).children(recursive=True)]
    os.kill(child, signal.SIGKILL)
    time.sleep(2.1)  # its lease
    hints._quiet_until = 0.0
    assert wait_for(lambda: sweep() == 1 or is_done(entry))
    assert wait_for(lambda: is_done(entry))
    assert [line.split()[0] for line in lines("killed")] == ["begun", "done"]


def test_the_sweeper_leaves_growing_spaces_and_adds_nothing_to_a_full_queue(broker, db):
    entry = promise("spaced")
    spaces = []
    for _round in range(3):
        overdue()
        assert sweep() == 1
        entry.refresh_from_db()
        spaces.append(round((entry.publish_at - timezone.now()).total_seconds()))
    assert spaces == [5, 10, 20]
    assert sweep() == 0, "its turn has not come"
    with broker.client() as client:
        client.rpush("default", *["x"] * FULL)
    overdue()
    assert sweep() == 0
    assert hints.backlog("default") == FULL + 4


def test_canaries_come_round_through_every_queue(worker):
    assert not all(each.well for each in look_at_work())
    assert send_canaries() == 4
    assert wait_for(lambda: Canary.objects.exclude(returned_at=None).count() == 4)
    assert {each.name: each.well for each in look_at_work()} == {
        "broker": True,
        "disk": True,
        "waiting": True,
        "failed": True,
        "canary mail": True,
        "canary default": True,
        "canary translate": True,
        "canary bulk": True,
    }
