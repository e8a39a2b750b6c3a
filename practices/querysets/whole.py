"""A practice with all that its public page and its answer in the API show, in few queries."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Model, QuerySet

from network.models import IccsSection, MemberState, Organization, Topic
from network.search import labels

PART_TABLES = {
    "building_blocks": "practices_buildingblock",
    "partners": "practices_partner",
    "outcomes": "practices_outcome",
    "evaluations": "practices_evaluation",
    "materials": "practices_material",
}
_PARTS_THERE = ", ".join(
    f"CASE WHEN EXISTS (SELECT FROM {table} WHERE practice_id = practices_practice.id) THEN '{name}' END"
    for name, table in PART_TABLES.items()
)
_WHOLE = f"""
SELECT practices_practice.*, body.name AS body_name, body.name_language AS body_language,
       array_remove(ARRAY[{_PARTS_THERE}], NULL) AS parts_there,
       ARRAY(SELECT topic_id FROM practices_practice_topics
             WHERE practice_id = practices_practice.id) AS topic_keys,
       ARRAY(SELECT iccssection_id FROM practices_practice_iccs_sections
             WHERE practice_id = practices_practice.id) AS section_keys
FROM practices_practice LEFT JOIN network_organization AS body ON body.id = practices_practice.organization_id
WHERE practices_practice.id IN ({{}})
"""  # noqa: S608 - names of our own tables


def read_whole(selected: QuerySet) -> Any:
    """The one practice of a selection, or None; what it does not have costs no query.

    Its 130 columns are named by the database and not by Django, which would take longer to write the query
    than the database to answer it. States, topics and sections are those that the process keeps; the
    organization is read with its name alone.
    """
    try:
        statement, values = selected.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None
    practice: Any = next(iter(selected.raw(_WHOLE.format(statement), values)), None)
    if practice is not None:
        _fill(practice)
    return practice


def _fill(practice: Any) -> None:
    if state := labels.records(MemberState).get(practice.country_id):
        practice.country = state
    if practice.organization_id:
        values = [practice.organization_id, practice.body_name, practice.body_language]
        practice.organization = Organization.from_db(
            practice._state.db, ["id", "name", "name_language"], values
        )
    _keep(practice, "topics", _of(Topic, practice.topic_keys))
    _keep(practice, "iccs_sections", _of(IccsSection, practice.section_keys))
    for name in PART_TABLES:
        _keep(practice, name, getattr(practice, name).all() if name in practice.parts_there else [])


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
