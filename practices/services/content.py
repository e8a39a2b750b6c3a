"""What a practice says, apart from where it is on its way: copied into a new version, kept of an old one."""

from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from modeltranslation.translator import NotRegistered, translator

from network.models import SourceTextModel

from ..models import Practice
from ..models.parts import Part

SETS = ("building_blocks", "partners", "outcomes", "evaluations", "materials")
LINKS = ("topics", "iccs_sections")
OF_THE_ROW = {
    "id",
    "uuid",
    "identifier",
    "state",
    "revision",
    "version",
    "revises",
    "author",
    "screener",
    "created_at",
    "changed_at",
    "changed_by",
    "pending_input",
    "section_saves",
    "submitted_at",
    "published_at",
    "rated_at",
    "rated_strength",
    "rated_direction",
    "strength",
    "direction",
    "studies",
    "is_demonstration",
    "practice",
    "translation_marks",
}
"""Columns that say where a row is and who moved it, how its evidence was rated and its text translated."""
OF_A_FILE = {"uuid", "extracted_text", "extraction_state", "uploaded_by"}
"""Columns of a material that a reader of an old version has no use for."""


@cache
def texts_of(model: type[Model]) -> tuple[str, ...]:
    """Names of the columns that exist once per language."""
    try:
        return tuple(sorted(translator.get_options_for_model(model).fields))
    except NotRegistered:
        return ()


@cache
def values_of(model: type[Model]) -> tuple[str, ...]:
    """Names of the other columns of its content; a reference by its column ("organization_id")."""
    texts = texts_of(model)
    names = (field for field in model._meta.concrete_fields if field.name not in OF_THE_ROW)
    return tuple(
        field.attname
        for field in names
        if field.name not in texts and not (field.name.rpartition("_")[0] in texts and field.name[-3] == "_")
    )


def copy_content(source: SourceTextModel, target: SourceTextModel) -> None:
    """Let `target` say what `source` says, in the language that it was written in; nothing is saved.

    What `target` holds in other languages stays.
    """
    for name in values_of(type(source)):
        value = getattr(source, name)
        setattr(target, name, value.name if hasattr(value, "storage") else value)
    for name in texts_of(type(source)):
        setattr(target, f"{name}_{source.language_of(name)}", source.original(name))


def copy_links(source: Practice, target: Practice) -> None:
    """Topics and kinds of crime."""
    for name in LINKS:
        getattr(target, name).set(getattr(source, name).all())


def content_of(practice: Practice) -> dict[str, Any]:
    """The whole record as plain data: {"values", "texts", "links", "parts"}, texts in their own language."""
    content = content_of_part(practice)
    content["organization"] = str(practice.organization or "")
    content["links"] = {name: [link.pk for link in getattr(practice, name).all()] for name in LINKS}
    content["parts"] = {
        name: [content_of_part(part) for part in getattr(practice, name).all()] for name in SETS
    }
    return content


def content_of_part(record: Practice | Part) -> dict[str, Any]:
    """The columns of one record as plain data."""
    names = [name for name in values_of(type(record)) if name not in OF_A_FILE]
    values = {name: _jsonable(getattr(record, name)) for name in names}
    texts = texts_of(type(record))
    return {"values": values, "texts": {name: record.original(name) for name in texts}}


def _jsonable(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    if hasattr(value, "storage"):
        return value.name or ""
    return DjangoJSONEncoder().default(value)
