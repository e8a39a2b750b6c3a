"""Selections that are written as SQL once per process, and asked with other values each time.

Django takes longer to write a query than PostgreSQL to answer it, and PostgreSQL longer to plan it than to
run it. What every signed-in request asks is written once, and planned once per connection.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators

_LAST_DAY = dt.datetime(9998, 12, 31, tzinfo=dt.UTC)
_STANDS_FOR: dict[type, Callable[[int], Any]] = {
    int: lambda place: 2_147_482_000 + place,
    str: lambda place: f"\ue000{place}",
    dt.datetime: lambda place: _LAST_DAY.replace(microsecond=place),
    dt.date: lambda place: _LAST_DAY.date() - dt.timedelta(days=place),
    list: lambda place: [2_147_482_000 + place],
}
"""Values that stand in a statement for those given later; no record has any of them."""


def ask(text: str, values: Sequence[Any], *, planned_once: bool = True) -> list[tuple[Any, ...]]:
    """Rows of a statement that stays the same but for its values: it is planned once per connection.

    Not `planned_once` is for values of which some are frequent and some are rare, where one plan is good for
    either alone.
    """
    connection: Any = connections[DEFAULT_DB_ALIAS]  # of network/config/postgresql
    with connection.prepared_cursor() if planned_once else connection.cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall()


class Reader:
    """Makes records of the rows of a selection, as Django's own iteration does (`ModelIterable`).

    `compiler` is the selection's and has written its statement: by then it knows its columns.
    """

    def __init__(self, compiler: Any) -> None:
        columns, about = compiler.select, compiler.klass_info
        self.convert = compiler.apply_converters
        self.converters = compiler.get_converters([column[0] for column in columns[: compiler.col_count]])
        self.beside = tuple((compiler.annotation_col_map or {}).items())
        if about is None:
            return  # columns alone
        self.kind = about["model"]
        self.first, self.last = about["select_fields"][0], about["select_fields"][-1] + 1
        self.names = [column[0].target.attname for column in columns[self.first : self.last]]
        self.related = get_related_populators(about, columns, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]

    def rows(self, rows: list[Any]) -> list[Any]:
        """Values as Python knows them."""
        return list(self.convert(rows, self.converters)) if self.converters else rows

    def records(self, rows: list[Any]) -> list[Any]:
        """Records with what was selected beside them."""
        return [self._record(row) for row in self.rows(rows)]

    def _record(self, row: Any) -> Any:
        record = self.kind.from_db(DEFAULT_DB_ALIAS, self.names, row[self.first : self.last])
        for populator in self.related:
            populator.populate(row, record)
        for name, place in self.beside:
            setattr(record, name, row[place])
        return record


class Written:
    """A selection of records by values of these types, in the order in which `build` takes them.

    `around`: a statement that takes the selection's in place of "{rows}"; what it gives is read by `found`.
    """

    def __init__(
        self, build: Callable[..., QuerySet], *types: type, planned_once: bool = True, around: str = "{rows}"
    ) -> None:
        self.build, self.types, self.planned_once, self.around = build, types, planned_once, around

    @staticmethod
    def any_of(keys: list[int]) -> RawSQL:
        """For `…__in` of a selection by a list of keys, however many there will be."""
        return RawSQL("SELECT unnest(%s::bigint[])", [keys])

    def records(self, *given: Any) -> list[Any]:
        """What the selection finds for these values."""
        return self._written[2].records(self._asked(given))

    def rows(self, *given: Any) -> list[Any]:
        """The same of a selection of columns."""
        return self._written[2].rows(self._asked(given))

    def found(self, *given: Any) -> list[tuple[Any, ...]]:
        """What the database says, as it says it."""
        return self._asked(given)

    def _asked(self, given: Sequence[Any]) -> list[tuple[Any, ...]]:
        text, values, _reader = self._written
        filled = [
            value if place is None else type(value)(given[place]) if isinstance(value, int) else given[place]
            for value, place in values
        ]
        return ask(text, filled, planned_once=self.planned_once)

    @cached_property
    def _written(self) -> tuple[str, list[tuple[Any, int | None]], Reader]:
        """The statement, each of its values with its place among the given ones, and what reads its rows."""
        stand_ins = [_STANDS_FOR[kind](place) for place, kind in enumerate(self.types)]
        compiler = self.build(*stand_ins).query.get_compiler(DEFAULT_DB_ALIAS)
        text, found = compiler.as_sql()
        values = [(value, stand_ins.index(value) if value in stand_ins else None) for value in found]
        if any(place is None and isinstance(value, dt.date) for value, place in values):
            raise ValueError("A written selection would keep the day of its first asking.")
        return self.around.replace("{rows}", text), values, Reader(compiler)
