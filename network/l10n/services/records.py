"""From translations to the records whose text they are, and back."""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db.models import Model

from network.choices import Language

from ..models import Translation
from ..registry import TranslatedKind, UnknownKindError, find_kind, kind_of


class Standing(NamedTuple):
    """Who reads a record: others than its authors, everyone; and whether its text may leave the house."""

    is_readable: bool
    is_public: bool
    is_confidential: bool


def text_hash(text: str, language: str) -> str:
    """What a text is known by: SHA-256 of its NFC form and its language."""
    normal = unicodedata.normalize("NFC", text)
    return hashlib.sha256(f"{language}\0{normal}".encode("utf-8", "surrogatepass")).hexdigest()


def name_of(record: Model) -> str:
    """How jobs name a record: "kind:key"."""
    kind = kind_of(record)
    if kind is None:
        raise UnknownKindError(str(type(record)))
    return f"{kind.kind}:{record.pk}"


def root_of(record: Model) -> Model:
    """The record that this one belongs to; itself if none."""
    kind = kind_of(record)
    return kind.root(record) if kind else record


def standing_of(record: Model) -> Standing:
    """Who reads it: decided by its root."""
    root = root_of(record)
    kind = kind_of(root)
    if kind is None:
        return Standing(False, False, True)
    readable = kind.readable(root)
    return Standing(readable, readable and kind.public(root), kind.is_confidential(root))


def targets_of(record: Any, field: str) -> list[str]:
    """Languages into which a field is to be translated."""
    source = record.language_of(field)
    return [code for code in Language.values if code != source]


def set_mark(marks: Mapping[str, Mapping[str, str]], row: Translation) -> dict[str, dict[str, str]]:
    """The record's marks with that of this translation brought up to date."""
    changed = {code: dict(fields) for code, fields in marks.items()}
    of_language = changed.setdefault(row.target_language, {})
    if row.mark:
        of_language[row.field] = row.mark
    else:
        of_language.pop(row.field, None)
    return {code: fields for code, fields in changed.items() if fields}


def lock_root(root: str) -> Model | None:
    """The record of this name as it stands, locked first so that nobody waits crosswise; None when gone."""
    name, key = root.split(":", 1)
    kind = find_kind(name)
    return kind.model._base_manager.select_for_update(no_key=True).filter(pk=key).first()


def lock_records(rows: Iterable[Translation]) -> dict[tuple[str, str], Any]:
    """The records of these translations by kind and key, locked; those that are gone are missing."""
    found: dict[tuple[str, str], Any] = {}
    for kind, keys in sorted(_keys_by_kind(rows).items()):
        records = _model(kind)._base_manager.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
        found |= {(kind, str(record.pk)): record for record in records}
    return found


def records_of(rows: Iterable[Translation]) -> dict[tuple[str, str], Any]:
    """As `lock_records`, only to be read."""
    found: dict[tuple[str, str], Any] = {}
    for kind, keys in _keys_by_kind(rows).items():
        records = _model(kind)._base_manager.filter(pk__in=keys)
        found |= {(kind, str(record.pk)): record for record in records}
    return found


def save_texts(record: Any, rows: Iterable[Translation]) -> bool:
    """Write what readers see of these translations into the record; whether anything changed.

    By UPDATE: the record's own receivers and time stamps are not concerned.
    """
    changes: dict[str, Any] = {}
    marks = record.translation_marks
    for row in rows:
        is_original = record.language_of(row.field) == row.target_language
        if not is_original and (getattr(record, row.column) or "") != row.shown_text:
            changes[row.column] = row.shown_text
        marks = set_mark(marks, row)
    if marks != record.translation_marks:
        changes["translation_marks"] = marks
    if not changes:
        return False
    type(record)._base_manager.filter(pk=record.pk).update(**changes)
    for column, value in changes.items():
        setattr(record, column, value)
    return True


def index_root(root: Any) -> None:
    """Have the search rows of a record rebuilt."""
    kind = kind_of(root)
    if kind is not None:
        kind.index([root])


def _model(kind: str) -> type[Model]:
    found: TranslatedKind = find_kind(kind)
    return found.model


def _keys_by_kind(rows: Iterable[Translation]) -> dict[str, list[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        keys[row.kind].add(row.object_key)
    return {kind: sorted(those) for kind, those in keys.items()}
