"""People at the ledger in the same moment: real threads and processes on the real database."""

import datetime as dt
import os
import signal
import subprocess
import sys
from collections import Counter
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone

from fund.choices import AccountRole, EntryKind
from fund.models import AccountBalance, Entry, LedgerHead, Period
from fund.services import composing
from fund.services.errors import LedgerError
from fund.services.periods import close_period
from fund.services.verifying import verify_ledger
from network.choices import Role
from tests.at_once import at_once
from tests.factories import UserFactory
from tests.factories.fund import make_small_fund, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def small(transactional_db):
    return make_small_fund()


def kinds(results):
    return Counter(type(result).__name__ for result in results)


def test_two_approvers_at_once_post_once(small):
    other = UserFactory(roles=[Role.FUND_APPROVER])
    draft = small.draft(small.contribution())
    results = at_once(lambda: small.approve(draft), lambda: small.approve(draft, by=other))
    assert kinds(results) == {"Posted": 1, "NotWaitingError": 1}
    assert Entry.objects.count() == 1


def test_the_same_approver_twice_at_once_with_one_key_gets_one_answer(small):
    draft, key = small.draft(small.contribution()), uuid4()
    results = at_once(*[lambda: small.approve(draft, key=key)] * 6)
    assert {(result.number, result.fingerprint) for result in results} == {(1, results[0].fingerprint)}
    assert sum(not result.replayed for result in results) == 1


def test_a_retry_while_the_original_runs_waits_and_answers_the_same(small):
    draft, key = small.draft(small.contribution()), uuid4()

    def slow():
        with transaction.atomic():
            posted = small.approve(draft, key=key)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.5)")
        return posted

    first, again = at_once(slow, lambda: small.approve(draft, key=key))
    assert (first.number, first.fingerprint) == (again.number, again.fingerprint)
    assert LedgerHead.objects.get().number == 1


def test_two_allocations_racing_for_one_balance_do_not_overdraw(small):
    small.receive(100)
    drafts = [small.draft(small.move(EntryKind.ALLOCATION, 60)) for _ in range(2)]
    results = at_once(*[lambda draft=draft: small.approve(draft) for draft in drafts])
    assert kinds(results) == {"Posted": 1, "OverdrawnError": 1}
    assert AccountBalance.objects.by_role("USD")[AccountRole.CASH] == 40


def test_a_double_reversal_happens_once(small):
    small.receive(500)
    entry = small.receive(100)
    drafts = [small.draft(composing.reversal(words(description="Wrong"), entry=entry)) for _ in range(2)]
    results = at_once(*[lambda draft=draft: small.approve(draft) for draft in drafts])
    assert kinds(results) == {"Posted": 1, "AlreadyReversedError": 1}


def test_transfers_in_opposite_order_do_not_block_each_other(small):
    small.receive(1_000)
    small.post(small.move(EntryKind.ALLOCATION, 500))
    there = [small.draft(small.move(EntryKind.ALLOCATION, 1)) for _ in range(10)]
    back = [small.draft(small.move(EntryKind.RELEASE, 1)) for _ in range(10)]

    def run(drafts):
        return lambda: [small.approve(draft).number for draft in drafts]

    results = at_once(run(there[:5]), run(back[:5]), run(there[5:]), run(back[5:]))
    assert sorted(number for numbers in results for number in numbers) == list(range(3, 23))
    assert verify_ledger().holds


def test_a_closing_period_and_a_posting_agree_on_who_was_first(small):
    year = timezone.localdate().year
    last = Period.objects.create(starts_on=dt.date(year - 1, 1, 1), ends_on=dt.date(year - 1, 12, 31))
    drafts = [small.draft(small.contribution(100, dt.date(year - 1, 5, 1))) for _ in range(8)]
    approvals = [lambda draft=draft: small.approve(draft) for draft in drafts]
    results = at_once(*approvals[:4], lambda: close_period(period=last, by=small.approver), *approvals[4:])
    assert kinds(results) == {"Posted": 8, "Period": 1}
    counted = sum(entry.legs.get(n=1).amount for entry in Entry.objects.filter(period=last))
    assert sum(snapshot.amount for snapshot in last.snapshots.filter(amount__gt=0)) == counted
    assert verify_ledger().holds


def test_many_writers_leave_a_chain_without_gaps(small):
    small.receive(10_000)

    def one(number):
        def act():
            done = []
            for _ in range(8):
                facts = small.contribution(number) if number % 2 else small.move(EntryKind.ALLOCATION, 3)
                try:
                    done.append(small.approve(small.draft(facts)).number)
                except LedgerError as error:
                    done.append(error)
            return done

        return act

    results = at_once(*[one(number) for number in range(1, 9)])
    numbers = sorted(number for done in results for number in done)
    assert numbers == list(range(2, 66))
    verdict = verify_ledger()
    assert (verdict.entries, verdict.reasons) == (65, [])


@pytest.mark.parametrize(("when", "entries"), [("before", 0), ("after", 1)])
def test_a_process_killed_before_or_after_the_commit(small, when, entries):
    draft, key = small.draft(small.contribution()), uuid4()
    name = connection.settings_dict["NAME"]
    command = [sys.executable, "-m", "tests.fund.killed", name, str(draft.pk), str(small.approver.pk)]
    with subprocess.Popen(
        [*command, str(key), when],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "network.config.settings_test"},
    ) as process:
        assert process.stdout.readline() == "ready\n"
        assert Entry.objects.count() == entries
        process.send_signal(signal.SIGKILL)
    answer = small.approve(draft, key=key)  # the person sends the form again
    assert (answer.number, answer.replayed) == (1, bool(entries))
    assert Entry.objects.count() == 1
    assert verify_ledger().holds


def test_reading_does_not_wait_for_posting(small):
    small.receive(100)
    draft = small.draft(small.contribution(50))

    def read():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 100")
        return AccountBalance.objects.at_bank("USD"), verify_ledger().entries, Entry.objects.count()

    with transaction.atomic():
        small.approve(draft)
        (seen,) = at_once(read)
    assert seen == (100, 1, 1)


def test_posting_does_not_wait_for_reading(small):
    small.receive(100)
    draft = small.draft(small.contribution(50))
    with transaction.atomic():  # somebody reads all, and is not done
        assert verify_ledger().entries == 1
        assert (AccountBalance.objects.at_bank("USD"), LedgerHead.objects.get().number) == (100, 1)
        (posted,) = at_once(lambda: small.approve(draft))
    assert posted.number == 2
