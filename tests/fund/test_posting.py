"""Posting: what a contribution, an allocation, an exchange do; what is refused."""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fund.choices import AccountRole, DraftState, EntryKind
from fund.models import AccountBalance, Entry, LedgerHead, Period
from fund.services import composing
from fund.services.deciding import return_draft
from fund.services.drafting import draft_entry, revise_draft, submit_draft, take_back_draft
from fund.services.errors import (
    AlreadyReversedError,
    ChangedError,
    FourEyesError,
    FutureError,
    NoOpenPeriodError,
    NotExactError,
    NotWaitingError,
    OtherRequestError,
    OverdrawnError,
    UnbalancedError,
)
from fund.services.periods import close_period
from fund.services.verifying import verify_ledger
from network.choices import Role
from tests.factories import UserFactory
from tests.factories.fund import words

pytestmark = pytest.mark.django_db


def balance(role, currency="USD"):
    return AccountBalance.objects.by_role(currency).get(role, 0)


def test_a_contribution_is_an_entry_that_balances(small_fund):
    entry = small_fund.receive(5_000_000)
    assert entry.number == 1
    assert sorted(leg.amount for leg in entry.legs.all()) == [-5_000_000, 5_000_000]
    assert balance(AccountRole.CASH) == 5_000_000
    head = LedgerHead.objects.get()
    assert (head.number, bytes(head.hash)) == (1, bytes(entry.hash))
    assert verify_ledger().holds


def test_all_kinds_of_movement_leave_the_sums_right(small_fund):
    small_fund.receive(100_000)
    small_fund.post(small_fund.move(EntryKind.ALLOCATION, 60_000))
    small_fund.post(small_fund.move(EntryKind.DISBURSEMENT, 30_000, charge=500))
    small_fund.post(small_fund.move(EntryKind.SETTLEMENT, 20_000))
    small_fund.post(small_fund.move(EntryKind.REFUND_RECEIVED, 10_000))
    small_fund.post(small_fund.move(EntryKind.EXPENDITURE, 5_000))
    small_fund.post(small_fund.move(EntryKind.RELEASE, 15_000))
    small_fund.post(small_fund.exchange(10_000, 9_200))
    assert balance(AccountRole.SET_ASIDE) == 60_000 - 30_000 + 10_000 - 5_000 - 15_000
    assert balance(AccountRole.ADVANCE) == 0
    assert balance(AccountRole.EXPENDITURE) == 25_000
    assert balance(AccountRole.CASH) == 100_000 - 60_000 - 500 + 15_000 - 10_000
    assert balance(AccountRole.CASH, "EUR") == 9_200
    verdict = verify_ledger()
    assert (verdict.entries, verdict.reasons) == (8, [])


def test_nobody_approves_the_own_draft(small_fund):
    both = UserFactory(roles=[Role.FUND_OFFICER, Role.FUND_APPROVER])
    draft = draft_entry(facts=small_fund.contribution(), by=both, key=uuid4(), submit=True)
    with pytest.raises(FourEyesError):
        small_fund.approve(draft, by=both)
    assert not Entry.objects.exists()


def test_outsiders_neither_draft_nor_approve(small_fund, focal_point_of_chile):
    with pytest.raises(PermissionDenied):
        draft_entry(facts=small_fund.contribution(), by=focal_point_of_chile, key=uuid4())
    draft = small_fund.draft(small_fund.contribution())
    for outsider in (focal_point_of_chile, small_fund.officer, small_fund.auditor):
        with pytest.raises(PermissionDenied):
            small_fund.approve(draft, by=outsider)
        with pytest.raises(PermissionDenied):
            return_draft(draft=draft, by=outsider, content_hash=draft.content_hash, reason="No")
    assert not Entry.objects.exists()


def test_a_draft_edited_after_the_approver_read_it_is_not_posted(small_fund):
    draft = small_fund.draft(small_fund.contribution(100))
    read = bytes(draft.content_hash)
    draft = take_back_draft(draft=draft, by=small_fund.officer)
    draft = revise_draft(draft=draft, facts=small_fund.contribution(100_00), by=small_fund.officer)
    with pytest.raises(NotWaitingError):
        small_fund.approve(draft, content_hash=read)
    draft = submit_draft(draft=draft, by=small_fund.officer)
    with pytest.raises(ChangedError):
        small_fund.approve(draft, content_hash=read)
    assert small_fund.approve(draft).number == 1


def test_a_returned_draft_says_why_and_comes_back(small_fund):
    draft = small_fund.draft(small_fund.contribution())
    with pytest.raises(ValueError, match="reason"):
        return_draft(draft=draft, by=small_fund.approver, content_hash=draft.content_hash, reason=" ")
    draft = return_draft(
        draft=draft, by=small_fund.approver, content_hash=draft.content_hash, reason="Which account?"
    )
    assert (draft.state, draft.reason) == (DraftState.RETURNED, "Which account?")
    draft = submit_draft(draft=draft, by=small_fund.officer)
    assert small_fund.approve(draft).number == 1


def test_the_same_form_twice_is_one_draft_and_other_content_a_conflict(small_fund):
    key = uuid4()
    first = small_fund.draft(small_fund.contribution(100), key=key)
    assert small_fund.draft(small_fund.contribution(100), key=key).pk == first.pk
    with pytest.raises(OtherRequestError):
        small_fund.draft(small_fund.contribution(200), key=key)


def test_the_same_approval_twice_posts_once(small_fund):
    draft, key = small_fund.draft(small_fund.contribution()), uuid4()
    first = small_fund.approve(draft, key=key)
    again = small_fund.approve(draft, key=key)
    assert (first.number, first.fingerprint) == (again.number, again.fingerprint)
    assert (first.replayed, again.replayed) == (False, True)
    with pytest.raises(NotWaitingError):
        small_fund.approve(draft)
    with pytest.raises(OtherRequestError):
        small_fund.approve(small_fund.draft(small_fund.contribution(7)), key=key)


def test_no_account_is_overdrawn(small_fund):
    small_fund.receive(100)
    draft = small_fund.draft(small_fund.move(EntryKind.ALLOCATION, 101))
    with pytest.raises(OverdrawnError):
        small_fund.approve(draft)
    assert balance(AccountRole.CASH) == 100


def test_a_reversal_is_exact_and_unique_and_final(small_fund):
    entry = small_fund.receive(100)
    facts = composing.reversal(words(description="Wrong donor"), entry=entry)
    reversal, other = small_fund.draft(facts), small_fund.draft(facts)
    done = Entry.objects.get(number=small_fund.approve(reversal).number)
    assert balance(AccountRole.CASH) == 0
    with pytest.raises((AlreadyReversedError, OverdrawnError)):
        small_fund.approve(other)
    of_reversal = small_fund.draft(composing.reversal(words(), entry=done))
    with pytest.raises(NotExactError):
        small_fund.approve(of_reversal)


def test_an_entry_out_of_balance_is_refused_at_once(small_fund):
    facts = small_fund.contribution(100)
    crooked = composing.facts(facts, fund=facts.fund, kind=facts.kind, lines=[facts.lines[0], facts.lines[0]])
    with pytest.raises(UnbalancedError):
        small_fund.approve(small_fund.draft(crooked))


def test_what_has_not_happened_is_not_posted(small_fund):
    draft = small_fund.draft(small_fund.contribution(event_on=timezone.localdate() + dt.timedelta(days=10)))
    with pytest.raises((FutureError, NoOpenPeriodError)):
        small_fund.approve(draft)


def test_a_late_item_goes_to_the_open_period_with_its_own_date(small_fund):
    this_year = Period.objects.get()
    year = this_year.starts_on.year
    before = dt.date(year - 1, 6, 30)
    last = Period.objects.create(starts_on=dt.date(year - 1, 1, 1), ends_on=dt.date(year - 1, 12, 31))
    small_fund.receive(100, event_on=before)
    close_period(period=last, by=small_fund.approver)
    late = small_fund.receive(50, event_on=before)
    assert (late.event_on, late.booked_on, late.period) == (before, this_year.starts_on, this_year)
    assert {snapshot.amount for snapshot in last.snapshots.all()} == {100, -100}
    assert verify_ledger().holds
