"""The Fund of the demonstration: Guatemala first and real, the rest marked; again changes nothing."""

import datetime as dt

import pytest

from fund.choices import AccountRole
from fund.models import AccountBalance, DraftEntry, Entry, LedgerHead, Pledge
from fund.services.demonstration import load_demonstration_fund
from fund.services.founding import load_founding_contributions
from fund.services.verifying import verify_ledger
from network.choices import Role
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_demonstration_begins_with_guatemala_and_marks_the_rest(settings):
    settings.DEMO = True
    count = load_demonstration_fund()
    first = Entry.objects.get(number=1)
    assert (first.event_on, first.party) == (dt.date(2015, 4, 27), "Ministerio de Gobernación de Guatemala")
    assert {(leg.account.role, leg.amount) for leg in first.legs.all()} == {
        (AccountRole.CASH, 5_000_000),
        (AccountRole.CONTRIBUTION, -5_000_000),
    }
    assert not first.is_demonstration
    rest = Entry.objects.exclude(number=1)
    assert all(entry.is_demonstration and entry.description.startswith("◇") for entry in rest)
    assert set(DraftEntry.objects.values_list("state", flat=True)) == {
        "posted",
        "submitted",
        "returned",
        "draft",
    }
    assert Pledge.objects.outstanding().count() == 2
    head = LedgerHead.objects.get()
    assert load_demonstration_fund() == count
    assert LedgerHead.objects.get().hash == head.hash
    verdict = verify_ledger()
    assert (verdict.entries, verdict.reasons) == (count, [])
    assert AccountBalance.objects.at_bank("USD") > 0


def test_a_real_portal_posts_only_what_the_source_documents():
    officer, approver = UserFactory(roles=[Role.FUND_OFFICER]), UserFactory(roles=[Role.FUND_APPROVER])
    assert load_founding_contributions(officer=officer, approver=approver) == 1
    assert load_founding_contributions(officer=officer, approver=approver) == 0
    assert Entry.objects.get().donor.state_id == "GT"


def test_examples_never_enter_a_real_portal():
    with pytest.raises(RuntimeError, match="DEMO"):
        load_demonstration_fund()
