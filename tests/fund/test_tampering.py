"""As the database's owner, past all guards: each column of each table is changed, and it is noticed."""

import json
from hashlib import sha256

import pytest
from django.db import connection, transaction

from fund.models import Leg
from fund.services.verifying import entries, verify_ledger
from tests.factories.fund import make_small_fund, make_varied

pytestmark = pytest.mark.django_db
TABLES = (
    "fund_entry",
    "fund_leg",
    "fund_account",
    "fund_accountbalance",
    "fund_accountturnover",
    "fund_ledgerhead",
    "fund_currency",
    "fund_period",
    "fund_snapshot",
    "fund_draftentry",
)
#: Not part of what was posted: when a draft was written, the key of its form, why it once came back;
#: who closed and certified a period, and when.
BESIDE = {
    "fund_draftentry": {"prepared_at", "idempotency_key", "request_hash", "reason"},
    "fund_period": {"closed_at", "closed_by_id", "is_certified", "certified_by"},
}
OTHER = {
    "bigint": "CASE WHEN {0} > 2000006 THEN {0} - 1000003 ELSE coalesce({0}, 0) + 1000003 END",
    "integer": "coalesce({0}, 0) + 7",
    "smallint": "coalesce({0}, 0) + 7",
    "character varying": "CASE WHEN coalesce({0}, '') = '' THEN 'x' ELSE 'Z' || substr({0}, 2) END",
    "date": "coalesce({0}, DATE '2020-01-01') + 1",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 microsecond'",
    "boolean": "NOT {0}",
    "uuid": "gen_random_uuid()",
    "bytea": "CASE WHEN length({0}) = 0 THEN '\\x00' ELSE set_byte({0}, 0, 255 - get_byte({0}, 0)) END",
    "numeric": "coalesce({0}, 0) + 0.5",
    "jsonb": "'[\"other\"]'::jsonb",
    "ARRAY": "array_append({0}, 7::bigint)",
}
ROW = {"fund_entry": "number = 4", "fund_leg": "entry_id = 4 AND n = 1"}


def columns():
    """Every column of every table of the ledger, from the catalogue."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_name = ANY(%s) ORDER BY 1, ordinal_position",
            [list(TABLES)],
        )
        rows = cursor.fetchall()
    return [row for row in rows if row[1] not in BESIDE.get(row[0], ())]


def open_everything():
    """What only the owner can do: triggers off, foreign keys, checks and exclusions gone."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype IN ('f', 'c', 'x')"
            " AND (conrelid::regclass::text = ANY(%s) OR confrelid::regclass::text = ANY(%s))",
            [list(TABLES), list(TABLES)],
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def target(table):
    """Which row is changed: of entries and legs the fourth, else one that entries use."""
    if table in ROW:
        return ROW[table]
    key = {
        "fund_account": "id IN (SELECT account_id FROM fund_leg WHERE entry_id = 2)",
        "fund_accountbalance": "account_id IN (SELECT account_id FROM fund_leg WHERE entry_id = 2)",
        "fund_accountturnover": "account_id IN (SELECT account_id FROM fund_leg WHERE entry_id = 2)",
        "fund_currency": "code = 'USD'",
        "fund_period": "state = 'closed'",
        "fund_draftentry": "id = (SELECT draft_id FROM fund_entry WHERE number = 4)",
    }
    return f"ctid = (SELECT min(ctid) FROM {table} WHERE {key.get(table, 'true')})"


@pytest.fixture
def ledger(db):
    count = make_varied(make_small_fund())
    assert verify_ledger().entries == count
    open_everything()
    return count


def test_each_column_of_each_table_is_watched(ledger):
    found = columns()
    assert len(found) > 90
    unnoticed, unnamed = [], []
    for table, column, kind in found:
        quiet = transaction.savepoint()
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET {column} = {OTHER[kind].format(column)} WHERE {target(table)}"
            )
            assert cursor.rowcount == 1, (table, column)
        verdict = verify_ledger()
        if verdict.holds:
            unnoticed.append(f"{table}.{column}")
        elif verdict.first_bad is None:
            unnamed.append(f"{table}.{column}")
        elif table in ROW or table == "fund_draftentry":
            assert verdict.first_bad <= 4, (table, column)
        transaction.savepoint_rollback(quiet)
    assert (unnoticed, unnamed) == ([], [])


@pytest.mark.parametrize("table", ["fund_entry", "fund_leg", "fund_accountbalance", "fund_snapshot"])
def test_a_row_taken_away_is_noticed(ledger, table):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {target(table)}")
    verdict = verify_ledger()
    assert not verdict.holds
    assert verdict.first_bad is not None


def test_a_leg_put_in_is_noticed(ledger):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO fund_leg (entry_id, n, leg_count, account_id, currency_id, amount, booked_on)"
            " SELECT entry_id, n + 1, leg_count, account_id, currency_id, amount, booked_on"
            " FROM fund_leg WHERE entry_id = 4 AND n = leg_count"
        )
    assert verify_ledger().first_bad is not None


def test_the_end_cut_off_is_noticed(ledger):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM fund_leg WHERE entry_id = %s", [ledger])
        cursor.execute("DELETE FROM fund_entry WHERE number = %s", [ledger])
    assert not verify_ledger().holds


def test_the_canonical_text_is_plain_json_that_anyone_can_hash(db):
    count = make_varied(make_small_fund())
    for number, _prev, kept, text in entries(1, count):
        said = json.loads(text)
        assert said[0] == "ledger-1"
        assert said[2] == number
        assert json.dumps(said, ensure_ascii=False, separators=(",", ":")) == text
        assert sha256(text.encode()).digest() == kept
        assert len(said[-1]) == Leg.objects.filter(entry=number).count()
