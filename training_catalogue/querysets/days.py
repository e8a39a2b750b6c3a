"""What happens on days: so many a day are read as are shown, however many sessions there are."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import DateField, DateTimeField, F, Func, QuerySet, Value
from django.db.models.functions import Cast

from ..choices import SessionState

MOMENTS = {"starts": "starts_at", "deadline": "deadline_at", "ends": "ends_at"}


class Event(NamedTuple):
    """On a day a session `starts`, ends (`ends`), or has its `deadline`."""

    what: str
    day: date
    session_id: int
    moment: datetime


class _Asked(Func):
    """The day of the row for which a selection is asked."""

    template = "asked.day"
    output_field = DateField()


class _Midnight(Func):
    """When the day so much later than the asked one begins in a time zone."""

    output_field = DateTimeField()
    arity = 1

    def __init__(self, zone: Value, later: int = 0) -> None:
        super().__init__(zone, template=f"timezone(%(expressions)s, (asked.day + {later})::timestamp)")


def local_day(column: str) -> Cast:
    """The day of a moment where the session takes place; the indexes of sessions are made by it."""
    local = Func(F("time_zone"), F(column), function="timezone", output_field=DateTimeField())
    return Cast(local, DateField())


def events(sessions: QuerySet, days: Sequence[date], zone: str, size: int, skipped: int = 0) -> list[Event]:
    """What happens on these days, at most `size` of a kind a day, by day, kind and moment.

    Days are those of the reader's `zone`; with an empty one, those of the place. One query, which looks each
    day up in an index.
    """
    parts: list[str] = []
    values: list[Any] = []
    for what, column in MOMENTS.items():
        selected = _of_a_day(sessions, column, zone)[skipped : skipped + size]
        try:
            statement, given = selected.query.sql_with_params()
        except EmptyResultSet:
            return []
        parts.append(
            f"SELECT '{what}', asked.day, found.key, found.moment FROM unnest(%s::date[]) AS asked (day)"  # noqa: S608 - ours
            f" CROSS JOIN LATERAL ({statement}) AS found"
        )
        values += [list(days), *given]
    with connections[sessions.db].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        found = [Event(*row) for row in cursor.fetchall()]
    kinds = list(MOMENTS)
    return sorted(found, key=lambda each: (each.day, kinds.index(each.what), each.moment, each.session_id))


def _of_a_day(sessions: QuerySet, column: str, zone: str) -> QuerySet:
    found = sessions.exclude(state=SessionState.CANCELLED)
    if zone:
        own = Value(zone)
        found = found.filter(**{f"{column}__gte": _Midnight(own), f"{column}__lt": _Midnight(own, 1)})
    else:
        found = found.alias(day=local_day(column)).filter(day=_Asked())
    return found.order_by(column, "pk").values(key=F("pk"), moment=F(column))
