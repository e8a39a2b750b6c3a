"""Selections that are written as SQL once per process, and asked with other values each time.

Django takes longer to write a query than PostgreSQL to answer it, and PostgreSQL longer to plan it than to
run it. What every signed-in request asks is written once, and planned once per connection.
"""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.query import get_related_populators

_LAST_DAY = dt.datetime(9998, 12, 31, tzinfo=dt.UTC)
_STANDS_FOR: dict[type, Callable[[int], Any]] = {
    int: lambda place: 2_147_482_000 + place,
    str: lambda place: f"\ue000{place}",
    dt.datetime: lambda place: _LAST_DAY.replace(microsecond=place),
    dt.date: lambda place: _LAST_DAY.date() - dt.timedelta(days=place),
}
"""Values that stand in a statement for those given later; no record has any of them."""


class Written:
    """A selection of records by values of these types, in the order in which `build` takes them."""

    def __init__(self, build: Callable[..., QuerySet], *types: type) -> None:
        self.build, self.types = build, types

    def records(self, *given: Any) -> list[Any]:
        """What the selection finds for these values."""
        values = [
            value if place is None else type(value)(given[place]) if isinstance(value, int) else given[place]
            for value, place in self._values
        ]
        with connections[DEFAULT_DB_ALIAS].prepared_cursor() as cursor:
            cursor.execute(self._text, values)
            rows = cursor.fetchall()
        if not rows:
            return []
        return [self._record(row) for row in self._compiler.apply_converters(rows, self._converters)]

    @cached_property
    def _compiler(self) -> Any:
        return self.build(*self._stand_ins).query.get_compiler(DEFAULT_DB_ALIAS)

    @cached_property
    def _stand_ins(self) -> list[Any]:
        return [_STANDS_FOR[kind](place) for place, kind in enumerate(self.types)]

    @cached_property
    def _statement(self) -> tuple[str, tuple[Any, ...]]:
        return self._compiler.as_sql()

    @property
    def _text(self) -> str:
        return self._statement[0]

    @cached_property
    def _values(self) -> list[tuple[Any, int | None]]:
        """Each value of the statement, with its place among the given ones."""
        values = [
            (value, self._stand_ins.index(value) if value in self._stand_ins else None)
            for value in self._statement[1]
        ]
        if any(place is None and isinstance(value, dt.date) for value, place in values):
            raise ValueError("A written selection would keep the day of its first asking.")
        return values

    @cached_property
    def _converters(self) -> Any:
        compiler = self._compiler
        self._statement  # noqa: B018 - Django knows the columns once it has written them
        return compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])

    @cached_property
    def _shape(self) -> Any:
        """How Django's own iteration makes records of rows (`ModelIterable`)."""
        compiler = self._compiler
        columns, about = compiler.select, compiler.klass_info
        first, last = about["select_fields"][0], about["select_fields"][-1] + 1
        names = [column[0].target.attname for column in columns[first:last]]
        related = get_related_populators(about, columns, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]
        return about["model"], related, names, first, last

    def _record(self, row: Any) -> Any:
        kind, related, names, first, last = self._shape
        record = kind.from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for populator in related:
            populator.populate(row, record)
        return record
