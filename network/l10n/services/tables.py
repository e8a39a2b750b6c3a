"""Glossary and memory as CSV: out for other tools, in with every row's faults said first."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.choices import Language
from network.models import User
from network.rules import is_staff_manager
from network.ui.languages import colon
from network.ui.tables import guarded, unguarded

from ..models import GlossaryTerm, MemorySegment
from .memory import LONGEST_SEGMENT, keep_segments
from .records import text_hash

GLOSSARY_COLUMNS = ("key", *Language.values, "keep", "attested", "note")
MEMORY_COLUMNS = ("source_language", "target_language", "source", "text")
MOST_ROWS, MOST_OF_OPERATORS = 5000, 100_000
_YES, _NO = {"1", "yes", "true", "x"}, {"", "0", "no", "false"}


@dataclass
class TableRow:
    """A row of the file: its line, its values, what is wrong with it, and what taking it over would do."""

    line: int
    values: Mapping[str, str]
    record: Any = None
    errors: list[str] = field(default_factory=list)
    is_new: bool = True
    is_same: bool = False


def glossary_rows(terms: Iterable[GlossaryTerm]) -> Iterator[list[Any]]:
    """Cells of each term, in the order of GLOSSARY_COLUMNS."""
    for term in terms:
        yield [guarded(cell) for cell in _term_cells(term)]


def _term_cells(term: GlossaryTerm) -> list[str]:
    forms = [getattr(term, code) for code in Language.values]
    return [term.key, *forms, "yes" if term.keep else "", " ".join(term.attested), term.note]


def memory_rows(segments: Iterable[MemorySegment]) -> Iterator[list[Any]]:
    """Cells of each segment, in the order of MEMORY_COLUMNS."""
    for segment in segments:
        yield [guarded(getattr(segment, name)) for name in MEMORY_COLUMNS]


def read_glossary(text: str, most: int = MOST_ROWS) -> list[TableRow]:
    """What taking the file over would do; raises ValidationError when it is no such table."""
    rows = list(_rows(text, ("key",), GLOSSARY_COLUMNS, most))
    known = GlossaryTerm.objects.in_bulk([row.values["key"] for row in rows], field_name="key")
    seen: set[str] = set()
    for row in rows:
        key = row.values["key"]
        row.is_new = key not in known
        row.record = known.get(key) or GlossaryTerm(key=key)
        before = _term_cells(row.record)
        _fill_term(row)
        row.is_same = not row.is_new and _term_cells(row.record) == before
        _check(row, exclude=() if row.is_new else ("key",))
        if sum(bool(getattr(row.record, code)) for code in Language.values) < 2:
            row.errors.append(_("Write the term in two languages at least."))
        if key in seen:
            row.errors.append(_("The key stands in an earlier row."))
        seen.add(key)
    return rows


def _fill_term(row: TableRow) -> None:
    term, values = row.record, row.values
    for name in (*Language.values, "note"):
        if name in values:
            setattr(term, name, values[name])
    if "attested" in values:
        term.attested = values["attested"].replace(",", " ").split()
    keep = values.get("keep", "").casefold()
    if "keep" in values:
        term.keep = keep in _YES
        if keep not in _YES | _NO:
            row.errors.append(_("“keep” is yes or empty."))


def read_memory(text: str, most: int = MOST_ROWS) -> list[TableRow]:
    """What taking the file over would do; raises ValidationError when it is no such table."""
    rows = list(_rows(text, MEMORY_COLUMNS, MEMORY_COLUMNS, most))
    for row in rows:
        values = row.values
        row.record = MemorySegment(
            **values, source_hash=text_hash(values["source"], values["source_language"])
        )
        _check(row, exclude=("source_hash",))
        if values["source_language"] == values["target_language"]:
            row.errors.append(_("The two languages are the same."))
        if len(values["source"]) > LONGEST_SEGMENT:
            row.errors.append(_("The original is too long for the memory."))
    hashes = [row.record.source_hash for row in rows]
    found = MemorySegment.objects.filter(source_hash__in=hashes)
    known = {(kept.source_language, kept.target_language, kept.source_hash): kept.text for kept in found}
    for row in rows:
        text_kept = known.get(_name_of(row.record))
        row.is_new, row.is_same = text_kept is None, text_kept == row.record.text
        known[_name_of(row.record)] = row.record.text
    return rows


def _name_of(segment: MemorySegment) -> tuple[str, str, str]:
    return segment.source_language, segment.target_language, segment.source_hash


def _check(row: TableRow, exclude: Iterable[str]) -> None:
    try:
        row.record.full_clean(exclude=set(exclude), validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for name, found in error.message_dict.items():
            label = capfirst(str(type(row.record)._meta.get_field(name).verbose_name))
            row.errors += [f"{label}{colon()} {message}" for message in found]


def _rows(text: str, needed: Iterable[str], known: Iterable[str], most: int) -> Iterator[TableRow]:
    if "\x00" in text:
        raise ValidationError(_("The file is not a CSV table."))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        names = [(name or "").strip().casefold() for name in reader.fieldnames or []]
        if missing := [name for name in needed if name not in names]:
            raise ValidationError(
                _("The first line must name the columns; missing: %(names)s.") % {"names": ", ".join(missing)}
            )
        reader.fieldnames = names
        for number, cells in enumerate(reader):
            if number >= most:
                raise ValidationError(_("The file has more than %(most)s rows: divide it.") % {"most": most})
            values = {name: unguarded((cells.get(name) or "").strip()) for name in known if name in names}
            if any(values.values()):
                yield TableRow(reader.line_num, values)
    except csv.Error:
        raise ValidationError(_("The file is not a CSV table.")) from None


def _delimiter(text: str) -> str:
    """Spreadsheets of Latin America and France write semicolons."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


@transaction.atomic
def import_glossary(*, rows: Iterable[TableRow], by: User | None) -> int:
    """Add or change the terms of the rows without faults; gives how many. Terms not named stay.

    `by` None is an operator at the command line. Raises PermissionDenied.
    """
    good = _good(rows, by)
    for row in good:
        if not row.is_same:
            row.record.changed_by = by
            row.record.save()
    return len(good)


@transaction.atomic
def import_memory(*, rows: Iterable[TableRow], by: User | None) -> int:
    """Add or change the segments of the rows without faults; gives how many. As above.

    What is brought in comes from no text of the portal any more, whatever held its place.
    """
    by_name, now = {_name_of(row.record): row.record for row in _good(rows, by)}, timezone.now()
    for segment in by_name.values():
        segment.approved_by, segment.approved_at = by, now
    keep_segments(by_name.values())
    return len(by_name)


def _good(rows: Iterable[TableRow], by: User | None) -> list[TableRow]:
    if by is not None and not is_staff_manager(by):
        raise PermissionDenied
    return [row for row in rows if not row.errors]
