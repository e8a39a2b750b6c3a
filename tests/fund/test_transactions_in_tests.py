"""Tests with real transactions leave nothing behind, and the guard against emptying stays on."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from fund.models import Entry
from network.models import MemberState
from tests.factories.fund import make_small_fund

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("turn", [1, 2])
def test_each_begins_with_an_empty_ledger_and_ends_with_a_posted_entry(turn):
    assert not Entry.objects.exists()
    assert MemberState.objects.exists()
    make_small_fund().receive(100)
    assert Entry.objects.count() == 1


def test_the_guard_stays_as_it_is_and_flush_is_refused():
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tgenabled FROM pg_trigger WHERE tgname ~ '^fund_.*_not_emptied$'")
        assert cursor.fetchall() == [("O",)]
    with pytest.raises(CommandError, match="couldn't be flushed"):
        call_command("flush", interactive=False, verbosity=0)
