"""Sessions and courses as lists show them: plain rows of the few columns that they need."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from network.choices import Language
from network.models import SourceText, Topic
from network.querysets.written import ask
from network.search import labels

NAME = ("pk", "uuid", "identifier", "is_demonstration", "source_language", "translation_marks")
PROVIDER = tuple(f"provider__{name}" for name in ("pk", "name", "name_language", "kind", "state_id"))
COURSE = (
    *NAME,
    *PROVIDER,
    "pillar",
    "level",
    "mode",
    "languages",
    "required_language",
    "required_language_level",
    "hours",
    "hours_a_week",
    "weeks",
    "certificate",
    "is_free",
    "fee_amount",
    "fee_currency",
    "has_grants",
    "admission",
    "link",
    "link_failing_since",
    "confirmed_on",
    "published_at",
    "changed_at",
)
TIMES = (
    "pk",
    "uuid",
    "state",
    "is_any_time",
    "starts_at",
    "ends_at",
    "time_zone",
    "deadline_at",
    "seats",
    "seats_taken",
)


class Line(SourceText):
    """A record as far as a list shows it; attributes are named as the model's."""

    pk: int

    def __init__(self, row: dict[str, Any]) -> None:
        self.__dict__ = row

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{name} was not read")


class CourseLine(Line):
    """A course, with its provider where that was read."""

    @property
    def costs_nothing(self) -> bool:
        """Whether participants pay no fee."""
        return self.is_free or self.fee_amount == 0


class SessionLine(Line):
    """A session, with its course where that was read."""

    @property
    def seats_left(self) -> int | None:
        """How many seats are free; None without a limit."""
        return None if self.seats is None else self.seats - self.seats_taken


def texts(*names: str) -> list[str]:
    """Columns of texts in all languages."""
    return [f"{name}_{code}" for name in names for code in Language.values]


def session_names(sessions: QuerySet, keys: Iterable[int]) -> dict[int, SessionLine]:
    """Sessions of a selection by their keys, as far as to name and link their courses; one query."""
    columns = [f"course__{name}" for name in (*NAME, *texts("title"))]
    rows = sessions.filter(pk__in=list(keys)).order_by().values("pk", *columns)
    return {row["pk"]: _with_course(row) for row in rows}


def session_lines(sessions: QuerySet, *besides: str) -> list[SessionLine]:
    """Sessions of a selection in its order, with course and provider, and these columns; one query."""
    own = (*TIMES, "source_language", "translation_marks", *texts("place"), *besides)
    columns = [f"course__{name}" for name in (*NAME, *PROVIDER, *texts("title"))]
    return [_with_course(row) for row in sessions.values(*own, *columns)]


def course_lines(courses: QuerySet | None, keys: Sequence[int], most: int) -> list[CourseLine]:
    """Courses of a selection by their keys, in the order of these, with the next `most` sessions of each.

    `courses` None stands for what everyone reads: that is written and planned once. Two queries; a topic that
    the process does not keep yet is read.
    """
    rows = _of_all(keys) if courses is None else _selected(courses, keys)
    lines = {row["pk"]: CourseLine(_split(row, "provider")) for row in rows}
    given = _sessions_of(list(lines), most)
    _name_topics(list(lines.values()))
    for key, line in lines.items():
        line.sessions = given[key]
    return [lines[key] for key in keys if key in lines]


def _selected(courses: QuerySet, keys: Sequence[int]) -> Iterable[dict[str, Any]]:
    filed = apps.get_model("training_catalogue", "Course").topics.through.objects.filter(
        course=OuterRef("pk")
    )
    columns = (*COURSE, *texts("title", "summary"))
    rows = courses.filter(pk__in=keys).order_by()
    return rows.values(*columns, topic_keys=ArraySubquery(filed.values("topic_id")))


def _of_all(keys: Sequence[int]) -> Iterable[dict[str, Any]]:
    """The same of the published ones among them."""
    for row in ask(_OF_ALL, [list(keys)]):
        line = dict(zip(_NAMES, row, strict=True))
        line["translation_marks"] = json.loads(line["translation_marks"])
        yield line


def _column(name: str) -> str:
    """As SQL names it."""
    head, _double, name_of_provider = name.partition("provider__")
    return f"course.{head}" if head else f"body.{name_of_provider}"


_NAMES = (*COURSE, *texts("title", "summary"), "topic_keys")
_OF_ALL = f"""
SELECT {", ".join(_column(name).replace(".pk", ".id") for name in _NAMES[:-1])},
       ARRAY(SELECT topic_id FROM training_catalogue_course_topics WHERE course_id = course.id)
  FROM training_catalogue_course AS course JOIN network_organization AS body ON body.id = course.provider_id
 WHERE course.id = ANY(%s::bigint[]) AND course.state = 'published'
"""  # noqa: S608 - names of our own


MARKS = """
SELECT concat_ws(':', course.id, course.xmin, body.xmin, (
           SELECT string_agg(concat(id, '.', xmin), '.' ORDER BY id)
             FROM training_catalogue_course_topics WHERE course_id = course.id), (
           SELECT string_agg(concat(id, '.', xmin), '.' ORDER BY id)
             FROM training_catalogue_session WHERE course_id = course.id))
  FROM training_catalogue_course AS course
  JOIN network_organization AS body ON body.id = course.provider_id
 WHERE course.id IN (SELECT object_id FROM newest)
"""
"""What changes whenever a line does (see network/api/stamps.py); what the day changes in a list is written
on that day."""


def _sessions_of(keys: list[int], most: int) -> dict[int, list[SessionLine]]:
    found: dict[int, list[SessionLine]] = defaultdict(list)
    for course, *row in ask(_NEXT, [keys, most]):
        found[course].append(SessionLine(dict(zip(TIMES, row, strict=True))))
    return found


_NEXT = f"""
SELECT asked.course, session.*
  FROM unnest(%s::bigint[]) AS asked (course)
 CROSS JOIN LATERAL (
       SELECT {", ".join(TIMES).replace("pk", "id", 1)}
         FROM training_catalogue_session
        WHERE course_id = asked.course AND state NOT IN ('ended', 'cancelled')
        ORDER BY starts_at, id LIMIT %s) AS session
 ORDER BY asked.course, session.starts_at, session.id
"""  # noqa: S608 - names of our own


def _name_topics(lines: list[CourseLine]) -> None:
    topics = labels.records(Topic)
    if not topics.keys() >= {key for line in lines for key in line.topic_keys}:
        labels.forget()  # another process has added one
        topics = labels.records(Topic)
    for line in lines:
        line.topics = [topics[key] for key in sorted(line.topic_keys, key=lambda key: topics[key].position)]


def _with_course(row: dict[str, Any]) -> SessionLine:
    own = _split(row, "course")
    course: dict[str, Any] = own["course"].__dict__
    own["course"] = CourseLine(_split(course, "provider") if "provider__pk" in course else course)
    return SessionLine(own)


def _split(row: dict[str, Any], part: str) -> dict[str, Any]:
    """The columns of what is joined, as a record of its own."""
    head = f"{part}__"
    own = {name: value for name, value in row.items() if not name.startswith(head)}
    own[part] = Line({name.removeprefix(head): row[name] for name in row if name.startswith(head)})
    return own
