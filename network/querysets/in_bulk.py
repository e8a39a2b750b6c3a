"""Many rows of a table by one statement with one parameter.

Django writes a mark for each value of each new row, and a CASE over all rows for each column that changes.
Where tables have many columns, such as those whose texts exist in four languages, that takes longer than all
the rest.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Field, JSONField, Model


@transaction.atomic(savepoint=False)
def add_all(records: Sequence[Model]) -> None:
    """Store new records of one model and give them keys; like `bulk_create`, without `save` and signals.

    The model has a key of its own that counts up.
    """
    if not records:
        return
    for record, key in zip(records, _keys(records[0]._meta.db_table, len(records)), strict=True):
        record.pk = key
    _insert(records, [field for field in records[0]._meta.concrete_fields if field.column])
    for record in records:
        record._state.adding, record._state.db = False, connection.alias


def add_missing(records: Sequence[Model]) -> None:
    """Store new records of one model but those that stand already; like `bulk_create(ignore_conflicts=True)`,
    they are not told their keys.
    """
    if records:
        fields = [field for field in records[0]._meta.concrete_fields if not field.primary_key]
        _insert(records, fields, " ON CONFLICT DO NOTHING")


def _insert(records: Sequence[Model], fields: Sequence[Field], conflicts: str = "") -> None:
    for record in records:
        record._prepare_related_fields_for_save(operation_name="bulk_create")
    rows = json.dumps([_row(fields, record, add=True) for record in records], default=str, ensure_ascii=False)
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(records[0]._meta.db_table)
        columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
        cursor.execute(
            f"INSERT INTO {table} ({columns})"  # noqa: S608 - names of our own columns
            f" SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb){conflicts}",
            [rows],
        )


def change_all(records: Sequence[Model], names: Sequence[str]) -> None:
    """Write these fields of records of one model; like `bulk_update`, without `save` and signals."""
    if not records:
        return
    meta = type(records[0])._meta
    fields = [meta.get_field(name) for name in names]
    rows = [{"id": record.pk, **_row(fields, record, add=False)} for record in records]  # type: ignore[arg-type]
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(meta.db_table)
        columns = [connection.ops.quote_name(str(field.column)) for field in fields]  # type: ignore[union-attr]
        cursor.execute(
            f"UPDATE {table} AS kept SET {', '.join(f'{column} = given.{column}' for column in columns)}"  # noqa: S608
            f" FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb) AS given WHERE kept.id = given.id",
            [json.dumps(rows, default=str, ensure_ascii=False)],
        )


def _keys(table: str, count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
        )
        return [key for (key,) in cursor.fetchall()]


def _row(fields: Sequence[Field], record: Model, *, add: bool) -> dict[str, Any]:
    """The values by column, as JSON holds them; what is missing becomes NULL."""
    values = {str(field.column): _plain(field, field.pre_save(record, add=add)) for field in fields}
    return {column: value for column, value in values.items() if value is not None}


def _plain(field: Field, value: Any) -> Any:
    if isinstance(field, JSONField) and field.encoder is not None:
        return json.loads(json.dumps(value, cls=field.encoder))
    return value
