"""Statements that are written once per process and standing, and asked with other values each time.

Django takes longer to write a long query than the database to answer it. What a person may see stays the
database's answer to `visible_to`: a statement is kept by all that the person's standing says, but for who
they are, and that is put in at each asking, as are the keys of what is asked for.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators

from .standing import KEPT, Standing, standing_of

USER, THREAD, SPACE, FIRST, LAST, ITEM, POINT = range(2_147_483_001, 2_147_483_008)
SLUG, KEYS = "\ue000slug", "\ue000keys"
MOMENT = dt.datetime(9998, 12, 31, tzinfo=dt.UTC)
"""Values that stand in a statement for those put in later; no record has any of them."""
SLOTS = frozenset({USER, THREAD, SPACE, FIRST, LAST, ITEM, POINT, SLUG, KEYS, MOMENT})

ONE_OF_KEYS = RawSQL("SELECT unnest(%s::bigint[])", [KEYS])
"""For `pk__in`: as many as are put in."""

Build = Callable[..., QuerySet]
Given = Mapping[Any, Any]


class StandIn:
    """Somebody of this standing, whoever it is: enough for `visible_to`."""

    is_anonymous, is_active = False, True

    def __init__(self, who: Standing) -> None:
        self.__dict__[KEPT] = who


class Statement(NamedTuple):
    """SQL with its values, where values are put in, and how a row becomes a record."""

    text: str
    values: tuple[Any, ...]
    slots: tuple[tuple[int, Any], ...]
    compiler: Any
    converters: Any

    def filled(self, given: Given) -> list[Any]:
        """The values of this asking."""
        values = list(self.values)
        for place, slot in self.slots:
            values[place] = given[slot]
        return values


def statement(build: Build, user: Any, *rest: Any) -> Statement | None:
    """The statement of `build(somebody of the person's standing, *rest)`; None when nothing can match."""
    who = standing_of(user)
    return _statement(build, who if who.user_id is None else who._replace(user_id=USER), rest)


@lru_cache(maxsize=2_000)
def _statement(build: Build, who: Standing, rest: tuple[Any, ...]) -> Statement | None:
    compiler: Any = build(StandIn(who) if who.user_id else None, *rest).query.get_compiler(DEFAULT_DB_ALIAS)
    try:
        text, values = compiler.as_sql()
    except EmptyResultSet:
        return None
    slots = tuple((place, value) for place, value in enumerate(values) if _is_slot(value))
    named = {slot for _place, slot in slots}
    if any(isinstance(value, dt.datetime) and value not in named for value in values):
        raise ValueError("A prepared statement would keep the hour of its first asking.")
    converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
    return Statement(text, tuple(values), slots, compiler, converters)


def forget_statements() -> None:
    """Write them anew at the next use: for tests that change what `visible_to` says."""
    _statement.cache_clear()


def _is_slot(value: Any) -> bool:
    return isinstance(value, int | str | dt.datetime) and value in SLOTS


def execute(text: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Rows of a statement."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall()


def read_rows(build: Build, user: Any, given: Given, *rest: Any) -> list[Any]:
    """Rows of a selection of columns; `given` has the value of each slot, the user's is known."""
    asked = statement(build, user, *rest)
    if asked is None:
        return []
    rows: Any = execute(asked.text, asked.filled({USER: standing_of(user).user_id, **given}))
    return list(asked.compiler.apply_converters(rows, asked.converters)) if asked.converters else rows


def read_records(build: Build, user: Any, given: Given, *rest: Any) -> list[Any]:
    """Records of a selection, with what it selects beside them."""
    rows, asked = read_rows(build, user, given, *rest), statement(build, user, *rest)
    if asked is None or not rows:
        return []
    kind, related, names, first, last, beside = _shape(asked)
    records = []
    for row in rows:
        record = kind.from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for populator in related:
            populator.populate(row, record)
        for name, place in beside:
            setattr(record, name, row[place])
        records.append(record)
    return records


def _shape(asked: Statement) -> Any:
    """How Django's own iteration makes records of rows (`ModelIterable`)."""
    compiler = asked.compiler
    columns, about = compiler.select, compiler.klass_info
    first, last = about["select_fields"][0], about["select_fields"][-1] + 1
    names = [column[0].target.attname for column in columns[first:last]]
    related = get_related_populators(about, columns, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]
    return about["model"], related, names, first, last, tuple((compiler.annotation_col_map or {}).items())
