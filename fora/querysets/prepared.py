"""Statements that are written once per process and standing, and asked with other values each time.

Django takes longer to write a long query than the database to answer it. What a person may see stays the
database's answer to `visible_to`: a statement is kept by all that the person's standing says, but for who
they are, and that is put in at each asking, as are the keys of what is asked for.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from network.querysets.written import Reader, ask

from .standing import KEPT, Standing, standing_of

USER, THREAD, SPACE, FIRST, LAST, ITEM, POINT = range(2_147_483_001, 2_147_483_008)
SLUG, KEYS, COUNTRY, TOPIC = "\ue000slug", "\ue000keys", "\ue000country", "\ue000topic"
MOMENT = dt.datetime(9998, 12, 31, tzinfo=dt.UTC)
"""Values that stand in a statement for those put in later; no record has any of them."""
SLOTS = frozenset({USER, THREAD, SPACE, FIRST, LAST, ITEM, POINT, TOPIC, SLUG, KEYS, COUNTRY, MOMENT})

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
    """SQL with its values, where values are put in, and what makes records of its rows."""

    text: str
    values: tuple[Any, ...]
    slots: tuple[tuple[int, Any], ...]
    reader: Reader

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
    return Statement(text, tuple(values), slots, Reader(compiler))


def forget_statements() -> None:
    """Write them anew at the next use: for tests that change what `visible_to` says."""
    _statement.cache_clear()


def _is_slot(value: Any) -> bool:
    return isinstance(value, int | str | dt.datetime) and value in SLOTS


def read_rows(build: Build, user: Any, given: Given, *rest: Any) -> list[Any]:
    """Rows of a selection of columns; `given` has the value of each slot, the user's is known."""
    asked = statement(build, user, *rest)
    return asked.reader.rows(_asked(asked, user, given)) if asked else []


def read_records(build: Build, user: Any, given: Given, *rest: Any) -> list[Any]:
    """Records of a selection, with what it selects beside them."""
    asked = statement(build, user, *rest)
    return asked.reader.records(_asked(asked, user, given)) if asked else []


def _asked(asked: Statement, user: Any, given: Given) -> list[tuple[Any, ...]]:
    return ask(asked.text, asked.filled({USER: standing_of(user).user_id, **given}))
