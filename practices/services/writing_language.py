"""The language that a draft is written in: noticing that it looks like another one, and changing it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from modeltranslation.translator import translator

from network.choices import Language
from network.l10n.engine.detection import is_other_language, suggest_language
from network.models import SourceTextModel, User

from ..choices import RECORD_FIELDS
from ..models import Practice
from ..rules import can_edit
from .way import lock_practice

PARTS = ("building_blocks", "partners", "outcomes", "evaluations", "materials")


def other_language_of(practice: Practice, section: str) -> str:
    """The language that a section looks to be written in, when that is not the record's; else empty.

    Only a hint: the authors know better. The title is left out: it may stand in a language of its own.
    """
    text = "\n".join(_texts(practice, section))
    if not is_other_language(text, practice.source_language):
        return ""
    found = suggest_language(text) or ""
    return found if found != practice.source_language else ""


def _texts(practice: Practice, section: str) -> list[str]:
    texts = []
    for name in RECORD_FIELDS.get(section, ()):
        if name in PARTS:
            for part in getattr(practice, name).all():
                texts += [part.original(field) for field in _fields(part)]
        elif name != "title" and hasattr(practice, f"{name}_en"):
            texts.append(practice.original(name))
    return [text for text in texts if text]


@transaction.atomic
def change_language(*, practice: Practice, by: User, language: Language | str) -> Practice:
    """Say that a draft is written in another language than stated: its words stay, under the other language.

    A title whose language was stated apart keeps it. Raises PermissionDenied when `by` may not write.
    """
    row = lock_practice(practice)
    if not can_edit(by, row):
        raise PermissionDenied
    new = Language(language)
    if row.source_language == new:
        return row
    for name in PARTS:
        for part in getattr(row, name).all():
            _move(part, new)
            part.save()
    _move(row, new)
    row.revision += 1
    row.changed_by = by
    row.save()
    return row


def _move(record: SourceTextModel, new: str) -> None:
    """Put the words into the columns of the new language."""
    old = record.source_language
    for name in _fields(record):
        if getattr(record, f"{name}_language", ""):
            continue
        setattr(record, f"{name}_{new}", record.original(name))
        setattr(record, f"{name}_{old}", None)
    record.source_language = new
    if getattr(record, "title_language", "") == new:
        record.title_language = ""  # only practices have it


def _fields(record: SourceTextModel) -> list[str]:
    """Names of the columns that exist per language; partners have none."""
    model = type(record)
    if model not in translator.get_registered_models():
        return []
    return sorted(translator.get_options_for_model(model).fields)
