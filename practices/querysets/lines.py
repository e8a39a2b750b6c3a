"""Practices as lists of data show them: plain rows of the few columns that they need."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet

from network.choices import Language
from network.models import MemberState, SourceText, Topic
from network.search import labels

COLUMNS = (
    "pk",
    "identifier",
    "country_id",
    "source_language",
    "title_language",
    "depth",
    "provenance",
    "prevention_level",
    "population_reach",
    "approaches",
    "is_classification_confirmed",
    "scale",
    "licence",
    "published_at",
    "rated_at",
    "rated_strength",
    "rated_direction",
    "changed_at",
    "translation_marks",
    *(f"{name}_{code}" for name in ("title", "summary") for code in Language.values),
)


class Body(NamedTuple):
    """An organization, as a line names it."""

    name: str
    name_language: str


class Line(SourceText):
    """A practice as far as a list of data shows it; attributes are named as the model's."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.__dict__ = row
        self.organization = Body(row["body_name"], row["body_language"]) if row["body_name"] else None


def read_lines(selected: QuerySet, keys: Sequence[int]) -> list[Line]:
    """Lines of the practices of a selection that have these keys, in the order of the keys; one query.

    States and topics are those that the process keeps; a line of which one is not kept yet reads it.
    """
    filed = apps.get_model("practices", "Practice").topics.through.objects.filter(practice=OuterRef("pk"))
    rows = selected.filter(pk__in=keys).values(
        *COLUMNS,
        body_name=F("organization__name"),
        body_language=F("organization__name_language"),
        topic_keys=ArraySubquery(filed.values("topic_id")),
    )
    lines = {row["pk"]: Line(row) for row in rows.order_by()}
    _name(list(lines.values()))
    return [lines[key] for key in keys if key in lines]


MARKS = """
SELECT concat_ws(':', practice.id, practice.xmin, body.xmin, (
           SELECT string_agg(concat(id, '.', xmin), '.' ORDER BY id)
             FROM practices_practice_topics WHERE practice_id = practice.id))
  FROM practices_practice AS practice
  LEFT JOIN network_organization AS body ON body.id = practice.organization_id
 WHERE practice.id IN (SELECT object_id FROM newest)
"""
"""What changes whenever a line does; see network/api/stamps.py."""


def _name(lines: list[Line]) -> None:
    """Give each line its state and its topics, these in their order."""
    wanted_states = {line.country_id for line in lines}
    wanted_topics = {key for line in lines for key in line.topic_keys}
    states, topics = labels.records(MemberState), labels.records(Topic)
    if not (states.keys() >= wanted_states and topics.keys() >= wanted_topics):
        labels.forget()  # another process has added one
        states, topics = labels.records(MemberState), labels.records(Topic)
    for line in lines:
        line.country = states[line.country_id]
        line.topics = [topics[key] for key in sorted(line.topic_keys, key=lambda key: topics[key].position)]
