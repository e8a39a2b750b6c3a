"""Glossary and translation memory go out and in as CSV (UTF-8, commas, one heading line).

A cell that a spreadsheet would take for a formula goes out behind an apostrophe, and comes in without it.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Language
from network.models import User
from network.rules import is_staff_manager

from ..models import GlossaryTerm, MemorySegment
from ..querysets import revised_languages
from .records import text_hash

GLOSSARY = ("key", *Language.values, "keep", "attested", "note")
MEMORY = ("source_language", "target_language", "source", "text")
MOST_BYTES, MOST_ROWS = 20 * 1024 * 1024, 100_000
LONGEST_SEGMENT = 5000
FORMULA = ("=", "+", "-", "@", "\t", "\r")
YES, NO = "yes", "no"
BATCH = 1000


@dataclass
class Imported:
    """What an import did, or what is wrong with the file: then it did nothing."""

    new: int = 0
    changed: int = 0
    same: int = 0
    errors: list[str] = field(default_factory=list)


class _Fault(Exception):
    """Something is wrong with one line."""


def export_glossary() -> Iterator[str]:
    """The glossary, line by line."""
    terms = GlossaryTerm.objects.order_by("key").iterator()
    return _lines(GLOSSARY, (_term_cells(term) for term in terms))


def export_memory(*, source: str = "", target: str = "") -> Iterator[str]:
    """What may be quoted of the memory, line by line; of one direction if named."""
    wanted = {"source_language": source, "target_language": target}
    segments = MemorySegment.objects.usable().filter(**{name: code for name, code in wanted.items() if code})
    rows = segments.order_by("source_language", "target_language", "pk").values_list(*MEMORY)
    return _lines(MEMORY, rows.iterator())


def import_glossary(*, content: bytes, by: User | None) -> Imported:
    """Add and change terms by their keys; terms that the file does not name stay.

    All of it or, with any error, nothing. `by` None is an operator. Raises PermissionDenied.
    """
    return _import(content, GLOSSARY, by, _save_term)


def import_memory(*, content: bytes, by: User | None) -> Imported:
    """Add segments that people approved elsewhere; those of the same original are replaced. As above."""
    pending: dict[tuple[str, str, str], MemorySegment] = {}

    def save(row: dict[str, str], by: User | None) -> str:
        segment = _segment(row, by)
        pending[segment.source_language, segment.target_language, segment.source_hash] = segment
        return "new"

    done = _import(content, MEMORY, by, save, lambda: _store(list(pending.values())))
    if not done.errors:
        done.new = len(pending)
    return done


def _import(
    content: bytes,
    columns: Iterable[str],
    by: User | None,
    save: Callable[[dict[str, str], User | None], str],
    finish: Callable[[], None] = lambda: None,
) -> Imported:
    if by is not None and not (is_staff_manager(by) or revised_languages(by)):
        raise PermissionDenied
    done = Imported()
    try:
        rows = _rows(content, tuple(columns))
    except _Fault as fault:
        return Imported(errors=[str(fault)])
    with transaction.atomic():
        for number, row in enumerate(rows, start=2):
            try:
                outcome = save(row, by)
                setattr(done, outcome, getattr(done, outcome) + 1)
            except _Fault as fault:
                done.errors.append(_("Line %(number)s: %(fault)s") % {"number": number, "fault": fault})
        if done.errors:
            transaction.set_rollback(True)
            return Imported(errors=done.errors)
        finish()
    return done


def _rows(content: bytes, columns: tuple[str, ...]) -> list[dict[str, str]]:
    if len(content) > MOST_BYTES:
        raise _Fault(_("The file is too large."))
    try:
        text = content.decode("utf-8-sig").replace("\x00", "")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        rows = [{name: _bare(row.get(name) or "") for name in columns} for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise _Fault(_("The file is not a CSV file in UTF-8.")) from error
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        raise _Fault(_("These columns are missing: %(columns)s") % {"columns": ", ".join(missing)})
    if len(rows) > MOST_ROWS:
        raise _Fault(_("The file is too large."))
    return rows


def _save_term(row: dict[str, str], by: User | None) -> str:
    term = GlossaryTerm.objects.filter(key=row["key"]).first() or GlossaryTerm(key=row["key"])
    before = _term_cells(term) if term.pk else None
    for code in Language.values:
        setattr(term, code, row[code])
    term.keep = row["keep"].casefold() in (YES, "1", "true")
    term.attested, term.note, term.changed_by = row["attested"].split(), row["note"], by
    if len(term.forms) < 2:
        raise _Fault(_("A term needs a form in at least two languages."))
    if before is not None and before == _term_cells(term):
        return "same"
    try:
        term.full_clean()
    except ValidationError as error:
        raise _Fault("; ".join(error.messages)) from error
    term.save()
    return "new" if before is None else "changed"


def _segment(row: dict[str, str], by: User | None) -> MemorySegment:
    source, target = row["source_language"], row["target_language"]
    if source not in Language.values or target not in Language.values or source == target:
        raise _Fault(_("Name two different languages of the portal."))
    if not (row["source"] and row["text"]) or max(map(len, (row["source"], row["text"]))) > LONGEST_SEGMENT:
        raise _Fault(_("Original or translation is empty or too long."))
    return MemorySegment(
        source_language=source,
        target_language=target,
        source_hash=text_hash(row["source"], source),
        source=row["source"],
        text=row["text"],
        approved_by=by,
        approved_at=timezone.now(),
    )


def _store(segments: list[MemorySegment]) -> None:
    MemorySegment.objects.bulk_create(
        segments,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["source_language", "target_language", "source_hash"],
        update_fields=["source", "text", "translation", "approved_by", "approved_at"],
    )


def _term_cells(term: GlossaryTerm) -> list[str]:
    forms = [getattr(term, code) for code in Language.values]
    return [term.key, *forms, YES if term.keep else NO, " ".join(term.attested), term.note]


def _lines(columns: Iterable[str], rows: Iterable[Any]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        yield _emptied(buffer)
        writer.writerow([_guarded(cell) for cell in row])
    yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def _bare(cell: str) -> str:
    return cell.removeprefix("'").strip()
