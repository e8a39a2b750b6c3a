"""For each row of pg_constraint and pg_trigger on the Fund's tables: a statement that it must answer.

A constraint is tried alone: the table's own triggers are off and its other checks gone, so that nothing else
answers in its place. A trigger is tried where it stands. Nothing of a trial stays.
"""

import re
from dataclasses import dataclass

from django.db import DatabaseError, connection, transaction

UNKNOWN = {"bigint": "-987654", "integer": "-7", "smallint": "-7", "character varying": "'?!'"}

#: What a check forbids; columns that may not be negative are found by their definition.
CHECKS = {
    "fund_currency_code": "code = 'usd'",
    "fund_currency_exponent": "exponent = 9",
    "fund_period_span": "ends_on = starts_on - 1",
    "fund_period_closed_by_someone": "state = 'closed', closed_at = NULL",
    "fund_period_certified_when_closed": "is_certified = true, certified_by = ''",
    "fund_donor_is_someone": "state_id = NULL, organization_id = NULL",
    "fund_earmark_names_one": "topic_id = NULL, project_id = NULL, state_id = NULL",
    "fund_pledge_is_positive": "amount = 0",
    "fund_agreement_is_positive": "amount = 0",
    "fund_agreement_icr_or_reason": "icr_rate = 0, icr_exemption = ''",
    "fund_project_span": "ends_on = starts_on - 1",
    "fund_account_kind": "kind = 'money'",
    "fund_balance_floor": "amount = 5, floor = 6",
    "fund_balance_ceiling": "amount = 7, ceiling = 6",
    "fund_draft_returned_why": "state = 'returned', reason = ''",
    "fund_draft_four_eyes": "state = 'posted', decided_by_id = prepared_by_id",
    "fund_entry_counts_from_one": "number = 0",
    "fund_entry_two_legs": "leg_count = 1",
    "fund_entry_four_eyes": "approved_by_id = prepared_by_id",
    "fund_entry_booked_after_event": "event_on = booked_on + 1",
    "fund_entry_reversal_names_entry": "kind = 'reversal', reverses_id = NULL",
    "fund_entry_in_kind_is_valued": "kind = 'in_kind', valuation = ''",
    "fund_entry_exchange_has_rate": "kind = 'exchange', rate = NULL",
    "fund_leg_slot": "n = leg_count + 1",
    "fund_leg_amount": "amount = 0",
    "fund_head_is_one": "id = 2",
    "fund_attachment_of_one": "draft_id = NULL, agreement_id = NULL",
    "fund_bank_line_moves": "amount = 0",
    "fund_bank_line_decided": "state = 'matched', entry_id = NULL",
}


@dataclass(frozen=True)
class Guard:
    """A constraint as the catalogue has it."""

    table: str
    name: str
    kind: str
    columns: tuple[str, ...]
    definition: str


def constraints() -> list[Guard]:
    """All constraints on the Fund's tables; from PostgreSQL 18 on, what may not be empty is among them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.conrelid::regclass::text, c.conname, c.contype::text, coalesce((SELECT"
            " array_agg(a.attname::text ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(num, n)"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num), '{}'),"
            " pg_get_constraintdef(c.oid) FROM pg_constraint c"
            " WHERE c.conrelid::regclass::text LIKE 'fund\\_%' AND c.contype <> 't' ORDER BY 1, 2"
        )
        return [Guard(*row[:3], tuple(row[3]), row[4]) for row in cursor.fetchall()]


def triggers() -> list[tuple[str, str]]:
    """Table and name of all triggers on the Fund's tables; those of foreign keys come and go with the key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger"
            " WHERE tgrelid::regclass::text LIKE 'fund\\_%' AND NOT tgisinternal ORDER BY 1, 2"
        )
        return cursor.fetchall()


def is_answered(guard: Guard, *, dropped: bool = False) -> bool:
    """Whether the database refuses what the constraint forbids, and names this very constraint."""
    mark = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            _alone(cursor, guard)
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            if dropped:
                cursor.execute(f'ALTER TABLE {guard.table} DROP CONSTRAINT "{guard.name}" CASCADE')
            cursor.execute(_forbidden(cursor, guard))
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except DatabaseError as error:
        return _names(error, guard)
    finally:
        transaction.savepoint_rollback(mark)
    return False


def _names(error: DatabaseError, guard: Guard) -> bool:
    diag = error.__cause__.diag
    if guard.kind == "n":
        return diag.sqlstate == "23502" and diag.column_name == guard.columns[0]
    return diag.constraint_name == guard.name


def _alone(cursor, guard: Guard) -> None:
    cursor.execute(f"ALTER TABLE {guard.table} DISABLE TRIGGER USER")
    cursor.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE contype = 'f' AND confrelid = %s::regclass AND conname <> %s",
        [guard.table, guard.name],
    )
    for table, name in cursor.fetchall() if guard.kind == "f" else ():
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for other in constraints():
        if other.table != guard.table or other.name == guard.name:
            continue
        if other.kind in "cx" or (other.kind in "up" and guard.kind in "up"):
            cursor.execute(f'ALTER TABLE {other.table} DROP CONSTRAINT IF EXISTS "{other.name}" CASCADE')


def _forbidden(cursor, guard: Guard) -> str:
    table, names = guard.table, ", ".join(guard.columns)
    if guard.kind == "n":
        return f"UPDATE {table} SET {names} = NULL"
    if guard.kind == "c":
        negative = re.fullmatch(r'CHECK \(\(("?\w+"?) >= 0\)\)', guard.definition)
        return f"UPDATE {table} SET {f'{negative[1]} = -1' if negative else CHECKS[guard.name]}"
    if guard.kind == "f":
        one = f"WHERE ctid = (SELECT min(ctid) FROM {table})"
        return f"UPDATE {table} SET {guard.columns[0]} = {_unknown(cursor, guard)} {one}"
    if guard.kind == "x":
        return (
            f"INSERT INTO {table} (starts_on, ends_on, state, is_certified, certified_by)"
            f" SELECT starts_on, ends_on, 'open', false, '' FROM {table} LIMIT 1"
        )
    if table == "fund_ledgerhead":
        return f"INSERT INTO {table} SELECT * FROM {table}"
    some = " AND ".join(f"{name} IS NOT NULL" for name in guard.columns)
    if guard.name == "fund_donor_once":  # two of its columns are alternatives
        some = "true"
    row = f"SELECT {names} FROM {table} WHERE {some} LIMIT 1"
    return f"UPDATE {table} SET ({names}) = ({row})"


def _unknown(cursor, guard: Guard) -> str:
    cursor.execute(
        "SELECT data_type FROM information_schema.columns WHERE table_name = %s AND column_name = %s",
        [guard.table, guard.columns[0]],
    )
    kind = cursor.fetchone()[0]
    return "gen_random_uuid()" if kind == "uuid" else UNKNOWN[kind]


def copy_of(table: str, where: str, **changes: str) -> str:
    """Insert a row like another one, but for some columns (values in JSON)."""
    said = ", ".join(f'"{name}": {value}' for name, value in changes.items())
    return (
        f"INSERT INTO {table} SELECT (jsonb_populate_record(NULL::{table}, to_jsonb(x) || '{{{said}}}')).*"
        f" FROM {table} x WHERE {where} LIMIT 1"
    )


def _kept() -> dict[str, tuple[str, str]]:
    touched = {
        "fund_entry": "event_on",
        "fund_leg": "booked_on",
        "fund_account": "code",
        "fund_currency": "code",
        "fund_snapshot": "amount",
        "fund_draftstep": "reason",
    }
    shorter = {
        "fund_accountbalance": "balance",
        "fund_accountturnover": "turnover",
        "fund_ledgerhead": "head",
    }
    shorter |= {"fund_draftentry": "draft"}
    found = {}
    tables = [*touched, *shorter, "fund_period"]
    for table in tables:
        short = shorter.get(table, table.removeprefix("fund_"))
        rest = [other for other in tables if other != table]
        others = "; ".join(f"ALTER TABLE {other} DISABLE TRIGGER USER" for other in rest)
        found[f"fund_{short}_not_emptied"] = (f"{others}; TRUNCATE {table} CASCADE", "FL900")
        found[f"fund_{short}_is_kept"] = (f"DELETE FROM {table}", "FL900")
    for table, column in touched.items():
        found[f"fund_{table.removeprefix('fund_')}_is_kept, change"] = (
            f"UPDATE {table} SET {column} = {column}",
            "FL900",
        )
    return found


#: By name of the trigger: a statement, and the code of its refusal or a question that is then true.
#: GOOD and CROOKED are submitted drafts, the second out of balance.
TRIALS: dict[str, tuple[str, str]] = _kept() | {
    "fund_head_is_kept, second": ("INSERT INTO fund_ledgerhead VALUES (2, 0, '\\x00')", "FL900"),
    "fund_head_moves_on": ("UPDATE fund_ledgerhead SET number = number + 1", "FL900"),
    "fund_balance_by_legs": ("UPDATE fund_accountbalance SET last_entry = last_entry", "FL900"),
    "fund_turnover_by_legs": ("UPDATE fund_accountturnover SET debit = debit", "FL900"),
    "fund_account_has_balance": (
        copy_of("fund_account", "true", id="999999", code='"copy"'),
        "SELECT EXISTS (SELECT FROM fund_accountbalance WHERE account_id = 999999)",
    ),
    "fund_leg_moves_balance": (
        "GOOD",
        "SELECT (SELECT sum(leg_count) FROM fund_accountbalance) = (SELECT count(*) FROM fund_leg)",
    ),
    "fund_draft_is_guarded": ("UPDATE fund_draftentry SET reason = 'x' WHERE state = 'posted'", "FL010"),
    "fund_entry_at_the_gate": (copy_of("fund_entry", "number = 1", number="999999"), "FL010"),
    "fund_entry_holds": ("CROOKED", "FL003"),
    "fund_period_is_guarded": (
        "UPDATE fund_period SET state = 'open', closed_at = NULL, closed_by_id = NULL WHERE state = 'closed'",
        "FL022",
    ),
    "fund_snapshot_at_the_gate": (
        "INSERT INTO fund_snapshot (period_id, account_id, amount) SELECT p.id, a.id, 0"
        " FROM fund_period p, fund_account a WHERE p.state = 'open' LIMIT 1",
        "FL022",
    ),
}
CHANGED = {"fund_pledge": "state", "fund_agreement": "purpose", "fund_project": "state"}


def trials_of(table: str, trigger: str) -> list[tuple[str, str]]:
    """The statements that a trigger must answer."""
    if trigger.startswith("pgtrigger_"):
        return [_history(table, trigger)]
    return [trial for name, trial in TRIALS.items() if name.split(",")[0] == trigger]


def _history(table: str, trigger: str) -> tuple[str, str]:
    """pghistory's: rows of events come by themselves and stay."""
    if "append_only" in trigger:
        return f"UPDATE {table} SET pgh_label = 'x'", "P0001"
    label = "insert" if "insert_insert" in trigger else "update"
    seen = f"SELECT count(*) AS n FROM {table}event WHERE pgh_label = '{label}'"
    unique = {"fund_agreement": {"reference": '"copy"'}, "fund_project": {"identifier": '"copy"'}}
    act = (
        copy_of(table, "true", id="999999", **unique.get(table, {}))
        if label == "insert"
        else f"UPDATE {table} SET {CHANGED[table]} = 'changed'"
    )
    return (
        f"CREATE TEMP TABLE seen ON COMMIT DROP AS {seen}; {act}",
        f"SELECT ({seen.replace(' AS n', '')}) > (SELECT n FROM seen)",
    )


def is_answered_by(statement: str, answer: str, *, without: tuple[str, str] | None = None) -> bool:
    """Whether the statement is refused with this code, or this question is true after it."""
    mark = transaction.savepoint()
    asks = answer.startswith("SELECT")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            if without:
                cursor.execute(f'DROP TRIGGER "{without[1]}" ON {without[0]}')
            cursor.execute(statement)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            if not asks:
                return False
            cursor.execute(answer)
            return bool(cursor.fetchone()[0])
    except DatabaseError as error:
        return not asks and error.__cause__.sqlstate == answer
    finally:
        transaction.savepoint_rollback(mark)
