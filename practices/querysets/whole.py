"""A practice with all that its public page and its answer in the API show, in few queries."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, QuerySet

from network.models import IccsSection, MemberState, Organization, Topic
from network.querysets.written import Written
from network.search import labels

PART_TABLES = {
    "building_blocks": "practices_buildingblock",
    "partners": "practices_partner",
    "outcomes": "practices_outcome",
    "evaluations": "practices_evaluation",
    "materials": "practices_material",
    "ratings": "practices_rating",
}
_PARTS_THERE = ", ".join(
    f"CASE WHEN EXISTS (SELECT FROM {table} WHERE practice_id = practices_practice.id) THEN '{name}' END"
    for name, table in PART_TABLES.items()
)
_PARTS_STAMPS = ", ".join(
    f"(SELECT string_agg(concat(id, ':', xmin), ',' ORDER BY id) FROM {table}"  # noqa: S608 - our own tables
    " WHERE practice_id = practices_practice.id)"
    for table in PART_TABLES.values()
)
_LINEAGE = (
    "made.state = 'published'"
    " AND (made.origin_id = practices_practice.id OR made.resulting_practice_id = practices_practice.id)"
)
_STAMP = f"""
concat_ws(' ', practices_practice.xmin, body.xmin, {_PARTS_STAMPS},
       (SELECT string_agg(concat(id, ':', xmin), ',' ORDER BY id) FROM practices_practice_topics
        WHERE practice_id = practices_practice.id),
       (SELECT string_agg(concat(id, ':', xmin), ',' ORDER BY id) FROM practices_practice_iccs_sections
        WHERE practice_id = practices_practice.id),
       (SELECT string_agg(concat(made.id, ':', made.xmin, ':', office.xmin), ',' ORDER BY made.id)
        FROM practices_adaptation AS made
        LEFT JOIN network_organization AS office ON office.id = made.organization_id WHERE {_LINEAGE}))
"""  # noqa: S608 - names of our own tables
_FROM = """
FROM practices_practice LEFT JOIN network_organization AS body ON body.id = practices_practice.organization_id
WHERE practices_practice.id IN ({})
"""
_ROW_STAMP = f"SELECT {_STAMP} {_FROM}"
_BESIDE = {
    "body_name": "body.name",
    "body_language": "body.name_language",
    "parts_there": f"array_remove(ARRAY[{_PARTS_THERE}], NULL)",
    "stamp": _STAMP,
    "is_in_lineage": f"EXISTS (SELECT FROM practices_adaptation AS made WHERE {_LINEAGE})",
    "topic_keys": "ARRAY(SELECT topic_id FROM practices_practice_topics"
    " WHERE practice_id = practices_practice.id)",
    "section_keys": "ARRAY(SELECT iccssection_id FROM practices_practice_iccs_sections"
    " WHERE practice_id = practices_practice.id)",
}


def stamp_of(selected: QuerySet) -> str | None:
    """What changes whenever what the one practice of a selection says does; None when there is none.

    PostgreSQL keeps with each row the transaction that wrote it (`xmin`). Names of states, topics and kinds
    of crime are those that this process keeps.
    """
    try:
        statement, values = selected.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None
    with _prepared(selected.db) as cursor:
        cursor.execute(_ROW_STAMP.format(statement), values)
        return _stamp(cursor.fetchone())


def stamps_written(build: Callable[[str], QuerySet]) -> Callable[[str], str | None]:
    """`stamp_of` the practices that `build` selects by an identifier: for those who ask again and again."""
    written = Written(
        lambda identifier: build(identifier).order_by().values("pk"), str, around=_ROW_STAMP.format("{rows}")
    )
    return lambda identifier: _stamp(next(iter(written.found(identifier)), None))


def _stamp(row: tuple[str] | None) -> str | None:
    return f"{row[0]} {labels.digest()}" if row else None


def read_whole(selected: QuerySet) -> Any:
    """The one practice of a selection, or None; what it does not have costs no query.

    Its 130 columns are named by the database and not by Django, which would take longer to write the query
    than the database to answer it. States, topics and sections are those that the process keeps; the
    organization is read with its name alone. `stamp` is what `stamp_of` gives.
    """
    try:
        statement, values = selected.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None
    model: Any = selected.model
    asked = f"SELECT {_columns(model, *_BESIDE.values())} {_FROM}"
    practice: Any = next(iter(_read(model, selected.db, asked.format(statement), values, *_BESIDE)), None)
    if practice is not None:
        practice.stamp = f"{practice.stamp} {labels.digest()}"
        _fill(practice, selected.db)
    return practice


def _prepared(database: str) -> Any:
    """The database plans these statements for longer than it answers them."""
    connection: Any = connections[database]  # of network/config/postgresql
    return connection.prepared_cursor()


def _read(
    model: type[Model], database: str, statement: str, values: Sequence[Any], *beside: str
) -> list[Any]:
    """Records of a statement that gives `_columns` of `model`; what it gives `beside` becomes attributes."""
    with _prepared(database) as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    names, converters = _plan(model)
    records = []
    for row in rows:
        values = list(row[: len(names)])
        for place, convert in converters:
            values[place] = convert(values[place], None, connections[database])
        record = model.from_db(database, names, values)
        for name, value in zip(beside, row[len(names) :], strict=True):
            setattr(record, name, value)
        records.append(record)
    return records


@cache
def _columns(model: type[Model], *beside: str) -> str:
    """The columns of a model's fields, in their order, and what is asked for beside them."""
    table = model._meta.db_table
    return ", ".join([*(f"{table}.{field.column}" for field in model._meta.concrete_fields), *beside])


@cache
def _plan(model: type[Model]) -> tuple[list[str], list[tuple[int, Any]]]:
    """Names of the model's fields, and which of them are converted."""
    fields: Any = model._meta.concrete_fields
    converters = [
        (place, field.from_db_value) for place, field in enumerate(fields) if hasattr(field, "from_db_value")
    ]
    return [field.attname for field in fields], converters


def _fill(practice: Any, database: str) -> None:
    if state := labels.records(MemberState).get(practice.country_id):
        practice.country = state
    if practice.organization_id:
        values = [practice.organization_id, practice.body_name, practice.body_language]
        practice.organization = Organization.from_db(database, ["id", "name", "name_language"], values)
    _keep(practice, "topics", _of(Topic, practice.topic_keys))
    _keep(practice, "iccs_sections", _of(IccsSection, practice.section_keys))
    for name, table in PART_TABLES.items():
        model: Any = practice._meta.get_field(name).related_model
        statement = f"SELECT {_columns(model)} FROM {table} WHERE practice_id = %s ORDER BY position, id"  # noqa: S608
        there = name in practice.parts_there
        _keep(practice, name, _read(model, database, statement, [practice.pk]) if there else [])


def _of(model: type[Model], keys: list[str]) -> list[Model] | None:
    """The records of these keys in their order; None when one is not kept yet."""
    kept = labels.records(model)
    return [kept[key] for key in kept if key in keys] if kept.keys() >= set(keys) else None


def _keep(practice: Any, name: str, rows: Any) -> None:
    """Let `practice.<name>.all()` answer from what was read: even an empty set would cost SQL."""
    if rows is None:
        return
    answer: Any = QuerySet(practice._meta.get_field(name).related_model)
    answer._result_cache = list(rows)
    practice.__dict__.setdefault("_prefetched_objects_cache", {})[name] = answer
