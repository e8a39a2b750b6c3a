"""Whatever people do, in whatever order: the sums hold, and doing a thing twice does it once."""

import datetime as dt
import os
from collections import Counter
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from fund.choices import AccountRole, DraftState, EntryKind
from fund.models import AccountBalance, AccountTurnover, DraftEntry, Entry, LedgerHead, Leg, Period
from fund.services import composing
from fund.services.deciding import return_draft
from fund.services.drafting import submit_draft, take_back_draft, withdraw_draft
from fund.services.errors import (
    AlreadyReversedError,
    LedgerError,
    NotExactError,
    NotWaitingError,
    OverdrawnError,
)
from fund.services.periods import close_period
from fund.services.verifying import verify_ledger
from tests.depth import examples
from tests.factories.fund import make_small_fund, words

pytestmark = pytest.mark.django_db
STEPS, RUNS = int(os.environ.get("LEDGER_STEPS", "60")), int(os.environ.get("LEDGER_RUNS", examples(20)))
AMOUNTS = st.integers(min_value=1, max_value=5_000)
MOVES = [EntryKind.ALLOCATION, EntryKind.RELEASE, EntryKind.DISBURSEMENT, EntryKind.SETTLEMENT]
MOVES += [EntryKind.EXPENDITURE, EntryKind.REFUND_RECEIVED]


class Ledger(RuleBasedStateMachine):
    """All that the desk can do, with a model of cash beside it."""

    def __init__(self):
        super().__init__()
        self.mark = transaction.savepoint()
        self.small = make_small_fund()
        year = timezone.localdate().year
        for back in (3, 2, 1):
            Period.objects.create(starts_on=dt.date(year - back, 1, 1), ends_on=dt.date(year - back, 12, 31))
        self.year, self.posted, self.keys = year, 0, []

    def teardown(self):
        transaction.savepoint_rollback(self.mark)

    def _post_or_overdraw(self, facts):
        """The bounds of the accounts say beforehand which of the two it must be."""
        overdraws = self._overdraws(facts)
        try:
            self._post(facts)
        except OverdrawnError:
            assert overdraws
        else:
            assert not overdraws

    def _overdraws(self, facts):
        moved = Counter()
        for account, amount in facts.lines:
            moved[account.pk] += amount
        rows = AccountBalance.objects.filter(account__in=moved)
        assert rows.count() == len(moved)
        return any(not row.floor <= row.amount + moved[row.account_id] <= row.ceiling for row in rows)

    def _post(self, facts):
        draft, key = self.small.draft(facts), uuid4()
        answer = self.small.approve(draft, key=key)
        self.posted += 1
        assert answer.number == self.posted
        self.keys.append((draft, key, answer))

    @rule(amount=AMOUNTS, back=st.integers(0, 3))
    def receive(self, amount, back):
        self._post(self.small.contribution(amount, dt.date(self.year - back, 1, 1)))

    @rule(kind=st.sampled_from(MOVES), amount=AMOUNTS, charge=st.sampled_from([0, 0, 3]))
    def move(self, kind, amount, charge):
        self._post_or_overdraw(self.small.move(kind, amount, charge=charge))

    @rule(sold=AMOUNTS, bought=AMOUNTS)
    def exchange(self, sold, bought):
        self._post_or_overdraw(self.small.exchange(sold, bought))

    @precondition(lambda self: self.posted)
    @rule(data=st.data())
    def reverse(self, data):
        entry = Entry.objects.get(number=data.draw(st.integers(1, self.posted)))
        known = entry.kind == EntryKind.REVERSAL or Entry.objects.filter(reverses=entry).exists()
        facts = composing.reversal(words(description="Wrong"), entry=entry)
        if known:
            with pytest.raises((AlreadyReversedError, NotExactError, OverdrawnError)):
                self._post(facts)
        else:
            self._post_or_overdraw(facts)

    @precondition(lambda self: self.keys)
    @rule(data=st.data())
    def send_again(self, data):
        draft, key, answer = data.draw(st.sampled_from(self.keys))
        assert self.small.approve(draft, key=key)[:2] == answer[:2]
        with pytest.raises(NotWaitingError):
            self.small.approve(draft)

    @rule(amount=AMOUNTS)
    def return_and_submit(self, amount):
        draft = self.small.draft(self.small.contribution(amount))
        content = bytes(draft.content_hash)
        return_draft(draft=draft, by=self.small.approver, content_hash=content, reason="Which one?")
        with pytest.raises(NotWaitingError):
            self.small.approve(draft)
        submit_draft(draft=draft, by=self.small.officer)
        take_back_draft(draft=draft, by=self.small.officer)
        withdraw_draft(draft=draft, by=self.small.officer)

    @rule()
    def close_the_oldest(self):
        period = Period.objects.open().first()
        if period and period.ends_on.year < self.year:
            close_period(period=period, by=self.small.approver)

    @rule(amount=AMOUNTS)
    def crooked(self, amount):
        facts = self.small.contribution(amount)
        lines = [facts.lines[0], (facts.lines[1][0], facts.lines[1][1] - 1)]
        with pytest.raises(LedgerError):
            self.small.approve(
                self.small.draft(composing.facts(facts, fund=facts.fund, kind=facts.kind, lines=lines))
            )

    @invariant()
    def sums_hold(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM (SELECT currency_id, sum(amount) FROM fund_leg GROUP BY 1"
                " HAVING sum(amount) <> 0) x"
            )
            assert cursor.fetchone() == (0,)
        assert LedgerHead.objects.get().number == self.posted == Entry.objects.count()
        for role, total in AccountBalance.objects.by_role("USD").items():
            if role in (AccountRole.CASH, AccountRole.SET_ASIDE, AccountRole.ADVANCE):
                assert total >= 0
        assert sum(row["total"] for row in AccountTurnover.objects.in_currency("USD").by("year") if row) == 0
        assert Leg.objects.count() == sum(AccountBalance.objects.values_list("leg_count", flat=True))
        assert not DraftEntry.objects.filter(state=DraftState.POSTED, entry__isnull=True).exists()

    @invariant()
    def now_and_then_all_is_recomputed(self):
        if self.posted % 7 == 0:
            assert verify_ledger().reasons == []


@pytest.mark.walk
def test_the_sums_hold_over_a_thousand_steps():
    """Ten times as many with DEEP=1."""
    run_state_machine_as_test(
        Ledger,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
