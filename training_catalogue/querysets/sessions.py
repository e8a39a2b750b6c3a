"""Selections of sessions; `visible_to` is the only door to them."""

from datetime import datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf

from network.choices import Language

from ..choices import SessionState
from .courses import readable_by

GONE = (SessionState.ENDED, SessionState.CANCELLED)
_STAMP = """
SELECT count(*), max(session.changed_at), max(course.changed_at),
       sum(hashtext(concat(session.id, ' ', session.xmin, ' ', course.xmin))::bigint)
FROM training_catalogue_session AS session
JOIN training_catalogue_course AS course ON course.id = session.course_id
WHERE session.id IN ({})
"""


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
        return self.not_over().filter(ends_at__gte=now).order_by("starts_at", "pk")

    def not_over(self) -> Self:
        """Neither ended nor cancelled."""
        return self.exclude(state__in=GONE)

    def after(self, starts_at: datetime, pk: int) -> Self:
        """Those behind one of them in the order of their beginning."""
        return self.filter(Q(starts_at__gt=starts_at) | Q(starts_at=starts_at, pk__gt=pk))

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
