"""Approvals that wait for each other are posted with one commit, and each has its own answer."""

import time
from threading import Thread
from uuid import uuid4

import pytest
from django.db import OperationalError, connection, transaction

from fund.choices import AccountRole, DraftState, EntryKind
from fund.models import AccountBalance, DraftEntry, Entry
from fund.services.errors import OverdrawnError, refusals
from fund.services.verifying import verify_ledger
from tests.at_once import at_once
from tests.factories.fund import make_small_fund

pytestmark = pytest.mark.django_db(transaction=True)
QUEUE = 4660270


@pytest.fixture
def small(transactional_db):
    return make_small_fund()


def ask(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone()[0]


def until(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("It does not come.")


def waiting():
    return ask(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted", QUEUE
    )


def behind_each_other(*actions):
    """All wait in the queue before the first may go on; gives what each returned or raised."""
    results = []
    ask("SELECT pg_advisory_lock(%s)", QUEUE)
    thread = Thread(target=lambda: results.extend(at_once(*actions)))
    thread.start()
    until(lambda: waiting() == len(actions))
    ask("SELECT pg_advisory_unlock(%s)", QUEUE)
    thread.join(timeout=60)
    return results


def approvals(small, drafts, **more):
    return [lambda draft=draft: small.approve(draft, **more) for draft in drafts]


def transactions():
    return ask("SELECT count(DISTINCT xmin::text) FROM fund_entry")


def test_those_who_wait_are_posted_with_one_commit(small):
    drafts = [small.draft(small.contribution(100 + number)) for number in range(6)]
    results = behind_each_other(*approvals(small, drafts))
    for draft, posted in zip(drafts, results, strict=True):
        entry = Entry.objects.get(number=posted.number)
        assert (entry.draft_id, bytes(entry.hash), posted.replayed) == (draft.pk, posted.fingerprint, False)
    assert transactions() == 1
    assert ask("SELECT count(*) FROM fund_waiting") == 0
    assert verify_ledger().entries == 6
    assert verify_ledger().holds


def test_one_that_is_refused_is_refused_alone(small):
    drafts = [small.draft(small.contribution(10)) for _ in range(3)]
    drafts.insert(1, small.draft(small.move(EntryKind.ALLOCATION, 1_000)))
    results = behind_each_other(*approvals(small, drafts))
    assert [type(result).__name__ for result in results] == ["Posted", "OverdrawnError", "Posted", "Posted"]
    assert Entry.objects.count() == 3
    assert verify_ledger().holds


def test_a_draft_that_somebody_holds_keeps_only_its_own_approver_waiting(small):
    drafts = [small.draft(small.contribution(10)) for _ in range(4)]
    with transaction.atomic():
        DraftEntry.objects.select_for_update().get(pk=drafts[1].pk)
        ask("SELECT pg_advisory_lock(%s)", QUEUE)
        results = []
        thread = Thread(target=lambda: results.extend(at_once(*approvals(small, drafts))))
        thread.start()
        until(lambda: waiting() == 4)
        ask("SELECT pg_advisory_unlock(%s)", QUEUE)
        until(lambda: Entry.objects.count() == 3)
        assert not Entry.objects.filter(draft=drafts[1]).exists()
    thread.join(timeout=60)
    assert sorted(posted.number for posted in results) == [1, 2, 3, 4]
    assert results[1].number == 4


def test_one_key_that_waits_more_than_once_posts_once(small):
    draft, key = small.draft(small.contribution()), uuid4()
    results = behind_each_other(*approvals(small, [draft] * 4, key=key))
    assert {posted.number for posted in results} == {1}
    assert sum(not posted.replayed for posted in results) == 1


def test_who_gave_up_is_not_posted_along(small):
    late, *others = [small.draft(small.contribution(10)) for _ in range(4)]

    def impatient():
        ask("SELECT set_config('lock_timeout', '100ms', false)")
        return small.approve(late)

    ask("SELECT pg_advisory_lock(%s)", QUEUE)
    (given_up,) = at_once(impatient)
    assert isinstance(given_up, OperationalError)
    ask("SELECT pg_advisory_unlock(%s)", QUEUE)
    behind_each_other(*approvals(small, others))
    assert Entry.objects.count() == 3
    late.refresh_from_db()
    assert late.state == DraftState.SUBMITTED
    assert small.approve(late).number == 4


@pytest.mark.parametrize("first", ["in", "out"])
def test_no_account_is_overdrawn_between_two_entries_of_one_commit(small, first):
    small.receive(100)
    drafts = [small.draft(small.contribution(100)), small.draft(small.move(EntryKind.ALLOCATION, 150))]
    if first == "out":
        drafts.reverse()
    asked = [[draft.pk for draft in drafts], [small.approver.pk] * 2]
    asked += [[bytes(draft.content_hash) for draft in drafts], [uuid4(), uuid4()], [b"x", b"x"]]
    statement = "SELECT count(*) FROM fund_post_all(%s, %s, %s, %s, %s)"
    if first == "out":
        with pytest.raises(OverdrawnError), refusals():
            ask(statement, *asked)
    else:
        assert ask(statement, *asked) == 2
    cash = AccountBalance.objects.by_role("USD")[AccountRole.CASH]
    assert cash == (100 if first == "out" else 50)
    assert verify_ledger().holds
