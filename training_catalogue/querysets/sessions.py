"""Selections of sessions; `visible_to` is the only door to them."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import (
    Case,
    Count,
    DateField,
    DateTimeField,
    F,
    Func,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.functions import Cast, Coalesce, NullIf, RowNumber

from network.choices import Language

from ..choices import SessionState
from .courses import readable_by

MOMENTS = {"starts": "starts_at", "deadline": "deadline_at", "ends": "ends_at"}
GONE = (SessionState.ENDED, SessionState.CANCELLED)
_STAMP = """
SELECT count(*), max(session.changed_at), max(course.changed_at),
       sum(hashtext(concat(session.id, ' ', session.xmin, ' ', course.xmin))::bigint)
FROM training_catalogue_session AS session
JOIN training_catalogue_course AS course ON course.id = session.course_id
WHERE session.id IN ({})
"""


class Event(NamedTuple):
    """On a day a session `starts`, `ends`, or has its `deadline`; `many` do so on that day."""

    session_id: int
    what: str
    day: date
    many: int


class CalendarLine(NamedTuple):
    """What a calendar says of a session."""

    pk: int
    uuid: UUID
    state: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    identifier: str
    title: str
    place: str


def _text(path: str, name: str, language: str) -> Any:
    """A text in a language, else in that of its record."""
    plain = TextField()
    columns = {code: Cast(F(f"{path}{name}_{code}"), plain) for code in Language.values}
    own = Case(
        *(When(**{f"{path}source_language": code}, then=column) for code, column in columns.items()),
        output_field=plain,
    )
    return Coalesce(NullIf(columns[language], Value("")), own, Value(""), output_field=plain)


class SessionQuerySet(QuerySet):
    """Selections of sessions; visible where the course is."""

    def visible_to(self, user: Any) -> Self:
        """Sessions of courses that the person may read."""
        return self.filter(readable_by(user, "course__"))

    def of_courses(self, ids: Any) -> Self:
        """Of the courses of these keys; None: of all."""
        return self if ids is None else self.filter(course_id__in=ids)

    def coming(self, now: datetime) -> Self:
        """Dated ones that have not ended and are not cancelled, by their beginning."""
        return self.exclude(state__in=GONE).filter(ends_at__gte=now).order_by("starts_at", "pk")

    def after(self, starts_at: datetime, pk: int) -> Self:
        """Those behind one of them in the order of their beginning."""
        return self.filter(Q(starts_at__gt=starts_at) | Q(starts_at=starts_at, pk__gt=pk))

    def for_list(self) -> Self:
        """With what a list shows, in a constant number of queries."""
        return self.select_related("course__provider")

    def events(self, what: str, first: date, last: date, zone: str, size: int) -> list[Event]:
        """What of one kind happens from `first` to `last`, at most `size` a day, with their number.

        Days are those of the reader's `zone`; with an empty one, those of the place.
        """
        column, edge = MOMENTS[what], timedelta(days=1)
        begin = datetime(first.year, first.month, first.day).astimezone() - edge
        local = Func(
            Value(zone) if zone else F("time_zone"),
            F(column),
            function="timezone",
            output_field=DateTimeField(),
        )
        rows = (
            self.exclude(state=SessionState.CANCELLED)
            .filter(**{f"{column}__gte": begin, f"{column}__lt": begin + (last - first) + 3 * edge})
            .annotate(day=Cast(local, DateField()))
            .filter(day__gte=first, day__lte=last)
            .annotate(
                rank=Window(RowNumber(), partition_by=["day"], order_by=[column, "pk"]),
                many=Window(Count("pk"), partition_by=["day"]),
            )
            .filter(rank__lte=size)
            .order_by("day", column, "pk")
        )
        return [Event(pk, what, day, many) for pk, day, many in rows.values_list("pk", "day", "many")]

    def calendar_lines(self, language: str) -> list[CalendarLine]:
        """What calendars say of each, in a language or the record's own; thousands, so without models."""
        plain = ("uuid", "state", "sequence", "starts_at", "ends_at", "changed_at", "course__identifier")
        read = self.values_list(
            "pk", *plain, _text("course__", "title", language), _text("", "place", language)
        )
        return [CalendarLine(*row) for row in read]

    def stamp(self) -> tuple[str, datetime | None]:
        """What changes whenever one of these or its course does, and when the last of them was written.

        PostgreSQL keeps with each row the transaction that wrote it (`xmin`), translations included.
        """
        try:
            statement, values = self.values("pk").query.sql_with_params()
        except EmptyResultSet:
            return "0", None
        with connections[self.db].cursor() as cursor:
            cursor.execute(_STAMP.format(statement), values)
            count, changed, course_changed, mixed = cursor.fetchone()
        last = max((each for each in (changed, course_changed) if each), default=None)
        return f"{count}-{mixed or 0}-{last and last.timestamp()}", last
