"""Reading a file and judging each row, before anything becomes of it."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import translation

from network.querysets.in_bulk import add_all

from ..choices import ImportState, Verdict
from ..models import Import, ImportRow, SourceLink
from ..registry import Fault, ImportKind, find
from .rows import Reader, ReadRow
from .starting import drop_file, end
from .words import of_cell
from .workbook import UnreadableError, read_csv, read_workbook

CHUNK = 100
LINES_OF_A_ROW = 10  # with all that belongs to it: more than that of the whole file is not read
CSV = ("text/csv", "text/plain")


def read_import(*, batch: int) -> None:
    """Read the file and judge its rows; again, it begins anew. What can't be read is said on its page."""
    found = Import.objects.select_related("by").filter(pk=batch, state=ImportState.READING).first()
    if found is None:
        return
    kind = find(found.kind)
    try:
        rows, unknown = _rows_of(found, kind)
    except UnreadableError as error:
        with transaction.atomic():
            end(found, ImportState.FAILED, error.fault)
        return
    notes = [{"code": "unknown", "names": ", ".join(unknown[:20])}] if unknown else []
    found.rows.all().delete()
    Import.objects.filter(pk=found.pk).update(rows_all=len(rows), rows_done=0, notes=notes)
    judge = Judge(found, kind)
    for chunk in chunks(rows):
        with transaction.atomic():
            add_all(judge.judged(chunk))
            found.rows_done += len(chunk)
            found.save(update_fields=["rows_done"])
    _ready(found)


@transaction.atomic
def _ready(batch: Import) -> None:
    row = Import.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if row.state == ImportState.READING:
        row.state = ImportState.READY
        row.save(update_fields=["state"])
        drop_file(row)


def _rows_of(batch: Import, kind: ImportKind) -> tuple[list[ReadRow], list[str]]:
    try:
        with batch.file.open("rb") as content:
            most = kind.most_rows * LINES_OF_A_ROW
            is_csv = batch.media_type in CSV
            sheets = read_csv(content.read(), most) if is_csv else read_workbook(content, most)
    except FileNotFoundError as error:
        raise UnreadableError("work") from error
    reader = Reader(kind.layout(), batch.language, kind.most_rows)
    return reader.read(sheets), reader.unknown


def chunks(rows: Iterable[ReadRow], size: int = CHUNK) -> Iterable[list[ReadRow]]:
    """The rows, some at a time."""
    left = iter(rows)
    while chunk := list(islice(left, size)):
        yield chunk


class Judge:
    """Says of rows what taking them over would do."""

    def __init__(self, batch: Import, kind: ImportKind) -> None:
        self.batch, self.kind = batch, kind
        self.prepared = kind.prepare(batch)

    def judged(self, rows: Sequence[ReadRow]) -> list[ImportRow]:
        """Rows as they are kept, with their verdicts."""
        links = SourceLink.objects.of(self.batch.kind, self.batch.owner).filter(
            key__in=[row.key for row in rows]
        )
        known = {link.key: link for link in links}
        there = self.kind.addresses([link.object_id for link in known.values()])
        return [self._judge(row, known.get(row.key), there) for row in rows]

    def _judge(self, row: ReadRow, link: SourceLink | None, there: dict[int, str]) -> ImportRow:
        made = ImportRow(
            batch=self.batch,
            number=row.number,
            key=row.key,
            title=row.title,
            values=row.values,
            faults=row.faults,
        )
        if link is not None and link.object_id in there:
            made.object_id = link.object_id
            is_same = link.digest == row.digest or not self.kind.changes_entries
            made.verdict = Verdict.SAME if is_same else Verdict.CHANGES
        if made.verdict != Verdict.SAME and faults_of(self.batch, self.kind, made, self.prepared):
            made.verdict = Verdict.FAULTY
        return made


def faults_of(batch: Import, kind: ImportKind, row: ImportRow, prepared: Any) -> list[Fault]:
    """All that is wrong with a row, in the active language; cells that could not be read come first."""
    unread = [of_cell(fault) for fault in row.faults]
    if not row.main:
        return unread
    places = {(fault.sheet, fault.line, fault.column) for fault in unread}
    found = kind.check(batch, row, prepared)
    return unread + [fault for fault in found if (fault.sheet, fault.line, fault.column) not in places]


def digest_of(row: ImportRow) -> str:
    """The digest of a kept row, as of the row when it was read."""
    return ReadRow(row.number, row.key, row.title, row.values).digest


def in_language(batch: Import) -> Any:
    """The language of the batch, while work is done for it."""
    return translation.override(batch.language)
