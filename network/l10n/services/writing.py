"""Writing down what an engine answered: only if the original is still the same and no person was first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from network.querysets.in_bulk import change_all

from ..choices import JobState, Origin, Reason
from ..models import Translation
from .records import index_root, lock_records, lock_root, save_texts, standing_of, text_hash


@dataclass(frozen=True)
class Answer:
    """What is to be written for one translation, made from the text of `source_hash`."""

    translation: int
    source_hash: str
    text: str
    origin: Origin
    engine: str
    version: str = ""
    glossary_hash: str = ""
    confidence: float | None = None
    flags: tuple[str, ...] = ()
    characters: int = 0
    is_good: bool = True


@transaction.atomic
def write_answers(*, root: str, token: UUID, answers: Sequence[Answer]) -> int:
    """Write the answers of one run into the records; gives how many were of use.

    An answer is dropped when the run lost its turn, the record is gone or no longer read, the original has
    changed, or a person has meanwhile written. Behind a person's text it becomes a draft for the desk.
    """
    kind, key = root.split(":", 1)
    record = lock_root(root)
    rows = _mine(token, answers)
    if record is None:
        return 0
    records = lock_records(rows.values())
    written: list[Translation] = []
    for answer in answers:
        row = rows.get(answer.translation)
        if row is None:
            continue
        record_of_row = records.get((row.kind, row.object_key))
        if record_of_row is None or not standing_of(record_of_row).is_readable:
            row.state, row.reason, row.due_at = JobState.SKIPPED, Reason.NOT_READABLE, None
        elif _take(row, answer, record_of_row):
            written.append(row)
        row.taken_until = row.token = None
        row.charged = {}  # spent
        row.changed_at = timezone.now()
    change_all(list(rows.values()), WRITTEN)
    if _save(records, written):
        index_root(records.get((kind, key), record))  # as it is written now, not as it was locked
    return len(written)


WRITTEN = [
    *("source_hash", "source_text", "text", "draft", "draft_hash", "origin", "engine", "version"),
    *(
        "glossary_hash",
        "confidence",
        "flags",
        "characters",
        "charged",
        "state",
        "reason",
        "error",
        "attempts",
    ),
    *("due_at", "taken_until", "token", "waiting_since", "changed_at"),
]


def _mine(token: UUID, answers: Sequence[Answer]) -> dict[int, Translation]:
    ids = [answer.translation for answer in answers]
    rows = Translation.objects.select_for_update().filter(pk__in=ids, token=token).order_by("pk")
    return {row.pk: row for row in rows}


def _take(row: Translation, answer: Answer, record: Any) -> bool:
    """Put an answer into its row, if it still fits."""
    now = text_hash(record.original(row.field), row.source_language)
    if now != answer.source_hash or row.current_hash != answer.source_hash or row.draft_by_id is not None:
        return False
    row.engine, row.version, row.glossary_hash = answer.engine, answer.version, answer.glossary_hash
    row.flags, row.characters, row.confidence = list(answer.flags), answer.characters, answer.confidence
    row.attempts, row.error, row.due_at = 0, "", None
    row.waiting_since = timezone.now()
    if row.is_human:
        return _put_behind(row, answer)
    if answer.is_good:
        row.text, row.draft, row.draft_hash = answer.text, "", ""
        row.origin, row.state, row.reason = answer.origin, JobState.MACHINE_DRAFT, ""
    else:
        row.text, row.draft, row.draft_hash = "", answer.text, answer.source_hash
        row.origin, row.state, row.reason = "", JobState.NEEDS_REVIEW, Reason.LOW_QUALITY
    return True


def _put_behind(row: Translation, answer: Answer) -> bool:
    """A person's text stays: what the machine makes of the new original waits at the desk."""
    if row.state == JobState.STALE:
        row.draft, row.draft_hash = answer.text, answer.source_hash
    return True


def _save(records: dict[tuple[str, str], Any], written: Sequence[Translation]) -> bool:
    by_record: dict[tuple[str, str], list[Translation]] = {}
    for row in written:
        by_record.setdefault((row.kind, row.object_key), []).append(row)
    saved = [save_texts(records[name], rows) for name, rows in by_record.items()]
    return any(saved)
