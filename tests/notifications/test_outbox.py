"""Work is written down with what made it necessary, done once, and tried again when it fails."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from network.notifications.choices import EntryState
from network.notifications.models import Canary, OutboxEntry
from network.notifications.services import enqueue, enqueue_periodic, purge, run_entry, send_again

pytestmark = pytest.mark.django_db


def write(name: str = "a", **options) -> OutboxEntry:
    return enqueue(task="tests.count", dedupe_key=f"count:{name}", args={"name": name}, **options)


def fetch(entry: OutboxEntry) -> OutboxEntry:
    return OutboxEntry.objects.get(pk=entry.pk)


def make_due(entry: OutboxEntry) -> None:
    OutboxEntry.objects.filter(pk=entry.pk).update(next_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.django_db(transaction=True)
def test_work_of_a_transaction_that_fails_was_never_promised():
    def change_and_fail():
        with transaction.atomic():
            write()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert not OutboxEntry.objects.exists()


def test_the_same_key_twice_is_one_piece_of_work():
    first, second = write(), write()
    assert first.pk == second.pk
    assert OutboxEntry.objects.count() == 1
    assert run_entry(entry_id=first.pk)
    assert not run_entry(entry_id=second.pk)
    assert write().pk == first.pk
    assert fetch(first).state == EntryState.DONE


@pytest.mark.parametrize("args", [{"text": "x" * 65}, {"who": None}, {"who": ["a"]}])
def test_only_ids_travel(args):
    with pytest.raises(ValueError, match="ids only"):
        enqueue(task="tests.count", dedupe_key="k", args=args)


def test_an_unknown_queue_is_refused():
    with pytest.raises(ValueError, match="no queue"):
        write(queue="fast")


def test_delayed_work_waits_for_its_time():
    entry = write(delay=timedelta(hours=1))
    assert not run_entry(entry_id=entry.pk)
    make_due(entry)
    assert run_entry(entry_id=entry.pk)


def test_work_that_fails_leaves_nothing_behind_and_is_tried_again_with_growing_pauses():
    entry = enqueue(task="tests.fail", dedupe_key="f", args={"name": "f"})
    pauses = []
    for _attempt in range(2):
        assert not run_entry(entry_id=entry.pk)
        entry = fetch(entry)
        pauses.append((entry.next_at - timezone.now()).total_seconds())
        assert not run_entry(entry_id=entry.pk), "it is not due yet"
        make_due(entry)
    assert not Canary.objects.exists(), "what a failed attempt wrote is rolled back"
    assert 5 < pauses[0] <= 10
    assert 25 < pauses[1] <= 30
    assert "hung up" in entry.error
    assert (entry.state, entry.attempts, entry.token) == (EntryState.WAITING, 2, None)


def test_after_its_last_attempt_work_has_failed_until_staff_send_it_again():
    entry = enqueue(task="tests.fail", dedupe_key="f", args={"name": "f"})
    for _attempt in range(3):
        make_due(entry)
        run_entry(entry_id=entry.pk)
    assert fetch(entry).state == EntryState.FAILED
    send_again(entry=entry)
    again = fetch(entry)
    assert (again.state, again.attempts) == (EntryState.WAITING, 0)


def test_work_whose_every_run_was_interrupted_fails_instead_of_running_for_ever():
    entry = enqueue(task="tests.fail", dedupe_key="f", args={"name": "f"})
    OutboxEntry.objects.filter(pk=entry.pk).update(attempts=3)
    assert not run_entry(entry_id=entry.pk)
    assert fetch(entry).state == EntryState.FAILED
    assert "Interrupted 3 times" in fetch(entry).error


def test_work_that_outlives_its_lease_is_rolled_back():
    entry = enqueue(task="tests.outlive", dedupe_key="o", args={"name": "o", "entry": "o"})
    assert not run_entry(entry_id=entry.pk)
    assert not Canary.objects.exists()
    assert fetch(entry).state == EntryState.WAITING


@pytest.mark.parametrize(
    ("task", "state", "reason"),
    [
        ("tests.unwanted", EntryState.SKIPPED, "nobody follows it any more"),
        ("tests.hopeless", EntryState.FAILED, "no such address"),
    ],
)
def test_work_may_say_that_it_is_unwanted_or_hopeless(task, state, reason):
    entry = enqueue(task=task, dedupe_key=task)
    run_entry(entry_id=entry.pk)
    assert (fetch(entry).state, fetch(entry).error) == (state, reason)


def test_work_of_an_app_that_is_not_installed_waits_for_it():
    entry = enqueue(task="tests.of_the_future", dedupe_key="x")
    assert not run_entry(entry_id=entry.pk)
    assert fetch(entry).state == EntryState.WAITING
    assert "tests.of_the_future" in fetch(entry).error


def test_while_one_has_the_lease_nobody_else_gets_it():
    entry = write()
    taken = OutboxEntry.objects.claim(entry.pk, lease=timedelta(seconds=60))
    assert taken is not None
    assert OutboxEntry.objects.claim(entry.pk, lease=timedelta(seconds=60)) is None
    OutboxEntry.objects.filter(pk=entry.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    later = OutboxEntry.objects.claim(entry.pk, lease=timedelta(seconds=60))
    assert later is not None
    assert (later.attempts, later.token != taken.token) == (2, True)


def test_finished_work_goes_after_its_time_and_failed_work_stays():
    old = timezone.now() - timedelta(days=31)
    for name, state in (("done", EntryState.DONE), ("failed", EntryState.FAILED), ("new", EntryState.DONE)):
        entry = write(name)
        OutboxEntry.objects.filter(pk=entry.pk).update(
            state=state, done_at=timezone.now() if name == "new" else old
        )
    assert purge() == 1
    assert set(OutboxEntry.objects.values_list("dedupe_key", flat=True)) == {"count:failed", "count:new"}


def test_work_by_the_clock_is_promised_once_in_its_slot_by_however_many_schedulers():
    from network.notifications.services import scheduling

    scheduling._last.clear()
    assert enqueue_periodic() > 0
    assert enqueue_periodic() == 0
    scheduling._last.clear()
    enqueue_periodic()
    assert OutboxEntry.objects.filter(task="notifications.purge").count() == 1
