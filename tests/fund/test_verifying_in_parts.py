"""The chain is read in parts, on two connections that see one moment: the verdict is that of one reading."""

import pytest
from django.db import connection, transaction

from fund.services import verifying
from fund.services.verifying import verify_ledger
from tests.factories.fund import make_small_fund, make_varied

from .test_tampering import open_everything

pytestmark = pytest.mark.django_db(transaction=True)
CHANGED, UNLINKED = (
    "Entry 4 does not have the hash of what it says.",
    "Entry 4 is not linked to the one before.",
)
DAMAGE = {
    "UPDATE fund_entry SET description = 'x' WHERE number = 4": CHANGED,
    "UPDATE fund_entry SET prev_hash = sha256('x') WHERE number = 4": UNLINKED,
    "DELETE FROM fund_entry WHERE number = 4": "Entry 4 is missing.",
    "DELETE FROM fund_entry WHERE number BETWEEN 4 AND 7": "Entry 4 is missing.",
    "UPDATE fund_entry SET number = -4 WHERE number = 4": "Entry 4 is missing.",
}


def test_whatever_the_parts_are_the_same_entry_is_named(transactional_db, monkeypatch):
    count = make_varied(make_small_fund())
    told = []
    monkeypatch.setattr(verifying, "PART", 3)
    verdict = verify_ledger(tell=told.append)
    assert (verdict.entries, verdict.reasons, told[-1]) == (count, [], count)
    with transaction.atomic():
        assert verify_ledger().head == verdict.head
    open_everything()
    for statement, reason in DAMAGE.items():
        seen = []
        for part in (1, 2, 3, 4, 1_000):
            monkeypatch.setattr(verifying, "PART", part)
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
                seen.append(verify_ledger())
                transaction.set_rollback(True)
        assert {found.reasons[0] for found in seen} == {reason}
        assert len({(found.first_bad, *found.reasons) for found in seen}) == 1
        assert seen[0].first_bad <= 4
        assert {found.entries for found in seen} == {3}
    with connection.cursor() as cursor:  # committed: on the other connections
        cursor.execute("UPDATE fund_entry SET description = 'x' WHERE number = 4")
    for part in (2, 3, 1_000):
        monkeypatch.setattr(verifying, "PART", part)
        assert (verify_ledger().first_bad, verify_ledger().entries) == (4, 3)
