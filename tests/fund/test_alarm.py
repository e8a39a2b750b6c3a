"""Somebody changed the ledger past the portal: the nightly check tells the right people."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from fund.services.watching import check_ledger
from fund.tasks import TASK, check_ledger_nightly
from network.choices import Role
from network.notifications import registry
from network.notifications.models import Notification
from tests.factories import UserFactory
from tests.factories.fund import make_varied

pytestmark = pytest.mark.django_db
TAMPERINGS = {
    "a balance": (
        "fund_accountbalance",
        "UPDATE fund_accountbalance SET amount = amount + 1 WHERE amount > 0",
    ),
    "a text": ("fund_entry", "UPDATE fund_entry SET description = 'Other' WHERE number = 2"),
    "an amount": ("fund_leg", "UPDATE fund_leg SET amount = amount + 1 WHERE entry_id = 1 AND n = 1"),
    "a turnover": ("fund_accountturnover", "UPDATE fund_accountturnover SET debit = debit + 1"),
}


@pytest.fixture
def people(small_fund):
    """Who is told, and who is not."""
    make_varied(small_fund)
    told = {small_fund.approver, small_fund.auditor, UserFactory(roles=[Role.STAFF_MANAGER])}
    for roles in ([Role.FUND_OFFICER], [(Role.FOCAL_POINT, "CL")], [Role.MEMBER], [Role.DONOR_CONTACT]):
        UserFactory(roles=roles)
    return told


def tamper(table, statement):
    """As the owner of the database could, past all guards."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def alarms():
    return Notification.objects.filter(verb="fund.alarm")


def test_a_ledger_that_holds_alarms_nobody(people):
    assert check_ledger().holds
    assert not alarms().exists()


@pytest.mark.parametrize("what", list(TAMPERINGS))
def test_a_difference_is_told_to_approvers_auditors_and_staff_and_to_nobody_else(people, what):
    tamper(*TAMPERINGS[what])
    assert '"holds": false' in check_ledger_nightly().note
    assert {each.recipient for each in alarms()} == people


def test_it_is_told_once_a_day(people):
    tamper(*TAMPERINGS["a text"])
    check_ledger()
    check_ledger()
    assert alarms().count() == len(people)


def test_a_role_that_has_ended_is_told_nothing(people, small_fund):
    now = timezone.now()
    small_fund.auditor.role_grants.update(starts_at=now - timedelta(days=9), ends_at=now - timedelta(days=1))
    tamper(*TAMPERINGS["a text"])
    check_ledger()
    assert small_fund.auditor not in {each.recipient for each in alarms()}


def test_the_check_comes_round_every_day():
    assert [each.every for each in registry.periodic() if each.task == TASK] == [timedelta(hours=24)]
