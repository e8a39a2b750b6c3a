"""Jobs follow the text: what is written, changed, taken away or made public shows in its translations.

Called in the transaction that changed a record. A machine's text whose original changed is taken away at
once, a person's stays and is marked; nothing is shown that the original does not bear out.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from django.db import transaction
from django.utils import timezone

from network.querysets.in_bulk import add_all, add_missing, change_all

from ..models import Translation
from ..registry import TranslatedKind, kind_of
from .following import Change, begin, follow, withdraw
from .promising import QUIET, promise, promise_each
from .records import (
    Standing,
    index_root,
    name_of,
    root_of,
    save_texts,
    standing_of,
    targets_of,
)


@transaction.atomic(savepoint=False)
def follow_record(record: Any, *, created: bool = False, at_once: bool = False) -> None:
    """Bring the translations of one record in line with what it says and with who reads it.

    `created`: it has none yet. `at_once`: it will not be changed again in the next seconds.
    """
    languages = _follow_one(record, created, at_once)
    if languages:
        promise(name_of(root_of(record)), languages, at_once=at_once)


@transaction.atomic
def follow_whole(root: Any, *, at_once: bool = True) -> None:
    """As `follow_record`, for a record and all that belongs to it: when its readers change."""
    kind = kind_of(root)
    if kind is None:
        return
    languages = _follow_one(root, False, at_once)
    for part in kind.parts(root):
        languages |= _follow_one(part, False, at_once)
    promise(name_of(root), languages, at_once=at_once)


@transaction.atomic(savepoint=False)
def follow_new(roots: Sequence[Any]) -> None:
    """As `follow_whole`, for records that were made in this transaction without signals, with their parts.

    One insert for all translations, one for all promises.
    """
    due_at, made = timezone.now(), list[tuple[Any, list[Translation]]]()
    wanted: dict[str, set[str]] = {}
    for root in roots:
        of_root = kind_of(root)
        if of_root is None or not (standing := standing_of(root)).is_readable:
            continue
        languages = wanted.setdefault(name_of(root), set())
        for record in (root, *of_root.parts(root)):
            if (kind := kind_of(record)) is not None:
                _changed, new = _compare(kind, record, {}, standing, due_at)
                made.append((record, new))
                languages |= {row.target_language for row in new if row.due_at is not None}
    add_all(list(chain.from_iterable(new for _record, new in made)))
    for record, new in made:
        save_texts(record, new)
    promise_each(wanted)


def _follow_one(record: Any, created: bool, at_once: bool) -> set[str]:
    """Bring one record's translations in line; gives the languages in which an engine has work now."""
    kind = kind_of(record)
    if kind is None:
        return set()
    root, standing = root_of(record), standing_of(record)
    if root is record and not created:
        _follow_readers(name_of(root), standing)
    rows = {} if created else _rows_of(kind, record)
    if not rows and not standing.is_readable:
        return set()
    due_at = timezone.now() + (timedelta(0) if at_once else QUIET) if standing.is_readable else None
    changed, new = _compare(kind, record, rows, standing, due_at)
    _store(record, rows, changed, new)
    return {row.target_language for row in [*changed, *new] if row.due_at is not None}


@transaction.atomic
def forget_record(record: Any) -> None:
    """A deleted record leaves no translation behind, in the desk, the memory or elsewhere."""
    kind = kind_of(record)
    if kind is not None:
        Translation.objects.of_object(kind.kind, record.pk).delete()


@transaction.atomic
def stand_for(kind: str, keys: Any, *, is_readable: bool, is_public: bool) -> None:
    """Say for very many records of a kind at once who reads them: their translations follow in one statement.

    `keys` is a list of keys as text, or a query for them. What becomes readable is translated once
    `follow_record` is called for it.
    """
    rows = Translation.objects.filter(kind=kind, object_key__in=keys)
    if is_readable:
        rows.update(is_readable=True, is_public=is_public)
        return
    rows.update(is_readable=False, is_public=is_public, due_at=None, taken_until=None, token=None, charged={})


def _follow_readers(root: str, standing: Standing) -> None:
    """Who reads the record reads its translations; what nobody reads is not translated."""
    readers = {"is_readable": standing.is_readable, "is_public": standing.is_public}
    rows = Translation.objects.of_root(root).exclude(**readers)
    if standing.is_readable:
        rows.update(**readers)
        return
    rows.filter(token__isnull=False).update(charged={})  # what an engine may be busy with is spent
    rows.update(**readers, due_at=None, taken_until=None, token=None)


def _rows_of(kind: TranslatedKind, record: Any) -> dict[tuple[str, str], Translation]:
    rows = Translation.objects.of_object(kind.kind, record.pk).select_for_update().order_by("pk")
    return {(row.field, row.target_language): row for row in rows}


def _compare(
    kind: TranslatedKind,
    record: Any,
    rows: dict[tuple[str, str], Translation],
    standing: Standing,
    due_at: datetime | None,
) -> tuple[list[Translation], list[Translation]]:
    """Rows that change, and rows that are missing."""
    changed, new = [], []
    for field in kind.fields:
        is_kept, source = kind.is_kept(record, field), record.original(field)
        gone = [
            row for (name, code), row in rows.items() if name == field and code == record.language_of(field)
        ]
        changed += [row for row in gone if withdraw(row)]
        for code in targets_of(record, field):
            written = getattr(record, f"{field}_{code}") or ""
            change = Change(kind, record, field, source, written, is_kept, standing, due_at)
            row = rows.get((field, code))
            if row is None:
                new += begin(change, code)
            elif follow(row, change):
                changed.append(row)
    return changed, new


def _store(
    record: Any,
    rows: dict[tuple[str, str], Translation],
    changed: list[Translation],
    new: list[Translation],
) -> None:
    """Write rows and record in the transaction that is open."""
    if changed:
        now = timezone.now()
        for row in changed:
            row.changed_at = now
        change_all(changed, CHANGING)
    if new:
        add_missing(new)
    if save_texts(record, [*rows.values(), *new]) or changed:
        index_root(root_of(record))


FIXED = {
    *("id", "kind", "object_key", "field", "target_language", "root", "country", "created_at"),
    *("is_readable", "is_public", "claimed_by", "claimed_until"),
}
CHANGING = [field.name for field in Translation._meta.concrete_fields if field.name not in FIXED]
