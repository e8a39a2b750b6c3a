"""One translation after a change of its record: what becomes of its text, and whether an engine has work.

A person's words are never lost: those that make room for others are kept as a step.
"""

from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from ..choices import JobState, Origin, Reason, Step
from ..models import Translation, TranslationStep
from ..registry import TranslatedKind
from .records import Standing, name_of, root_of, text_hash

HELD = (JobState.FAILED_RETRYABLE, JobState.BUDGET_HELD)
RENEWED = {Reason.NOT_READABLE, Reason.CONFIDENTIAL, Reason.NO_ENGINE}


class Change(NamedTuple):
    """What a record says now, seen from one of its translations."""

    kind: TranslatedKind
    record: Any
    field: str
    source: str
    written: str
    is_kept: bool
    standing: Standing
    due_at: datetime | None


def begin(change: Change, code: str) -> list[Translation]:
    """The row of a field that had none, if it needs one."""
    if not change.source or not change.standing.is_readable or (change.is_kept and not change.written):
        return []
    record, field = change.record, change.field
    source_language = record.language_of(field)
    row = Translation(
        kind=change.kind.kind,
        object_key=str(record.pk),
        field=field,
        root=name_of(root_of(record)),
        source_language=source_language,
        target_language=code,
        country_id=change.kind.country(record),
        is_readable=change.standing.is_readable,
        is_public=change.standing.is_public,
        source_hash=text_hash(change.source, source_language),
        source_text=change.source,
        due_at=change.due_at,
    )
    if change.written:
        _adopt(row, change)
    return [row]


def follow(row: Translation, change: Change) -> bool:
    """Bring one row in line; whether it changed."""
    if change.kind.people_write and change.written and change.written != row.shown_text:
        row.source_text, row.source_hash = change.source, text_hash(change.source, row.source_language)
        _adopt(row, change)
        return True
    row.source_language, before = change.record.language_of(change.field), row.source_language
    now = text_hash(change.source, row.source_language)
    if now != row.current_hash or before != row.source_language:
        _change_source(row, change, now)
        return True
    return _resume(row, change)


def _adopt(row: Translation, change: Change) -> None:
    """People wrote the translation into the record themselves."""
    if row.pk and row.is_human:
        _keep_words(row)
    row.text, row.origin, row.state = change.written, Origin.HUMAN, JobState.APPROVED
    row.approved_at = timezone.now()
    _rest(row)


def _keep_words(row: Translation) -> None:
    """A person's words that make room for others stay on record."""
    TranslationStep.objects.create(
        translation=row,
        step=Step.WRITTEN,
        by_id=row.approved_by_id,
        text=row.text,
        source_hash=row.source_hash,
    )


def _rest(row: Translation) -> None:
    """Nothing is left to do for an engine."""
    row.newer_text = row.newer_hash = row.draft = row.draft_hash = row.reason = row.error = ""
    row.draft_by = row.due_at = row.taken_until = row.token = None
    row.flags = []


def _change_source(row: Translation, change: Change, now: str) -> None:
    """The original says something else; what an engine may be busy with is spent and will be dropped."""
    row.charged = {} if row.token is not None else row.charged
    row.taken_until = row.token = None
    row.attempts, row.error, row.reason = 0, "", ""
    row.waiting_since = timezone.now()
    if row.is_human:
        _age(row, change, now)
    else:
        _take_away(row, change, now)


def _age(row: Translation, change: Change, now: str) -> None:
    """A person's text stays; it is current again if the original is as it was."""
    if now == row.source_hash:
        row.newer_hash = row.newer_text = ""
        row.state, row.due_at = JobState.APPROVED, None
        if row.draft_by_id is None:
            row.draft = row.draft_hash = ""
        return
    row.newer_hash, row.newer_text = now, change.source
    row.state = JobState.STALE if change.source else JobState.SKIPPED
    wants_draft = change.source and not change.is_kept and row.draft_by_id is None
    row.due_at = change.due_at if wants_draft else None


def _take_away(row: Translation, change: Change, now: str) -> None:
    """A machine's text goes with the original that it was made from; a person's unfinished draft stays."""
    row.source_hash, row.source_text = now, change.source
    row.text = row.newer_hash = row.newer_text = row.origin = ""
    row.flags, row.confidence = [], None
    if row.draft_by_id is not None:
        row.state, row.due_at = JobState.NEEDS_REVIEW, None
        return
    row.draft = row.draft_hash = ""
    if not change.source or change.is_kept:
        row.state, row.reason, row.due_at = JobState.SKIPPED, Reason.NOTHING, None
    else:
        row.state, row.due_at = JobState.PENDING, change.due_at


def _resume(row: Translation, change: Change) -> bool:
    """What could not be done before is done when it can: a text became readable, or public."""
    if change.due_at is None or (row.taken_until is not None and row.taken_until > timezone.now()):
        return False
    if row.state == JobState.SKIPPED and row.reason in RENEWED and not row.is_human:
        row.state, row.reason = JobState.PENDING, ""
    if row.state in HELD:
        is_wanted = row.due_at is None  # else it waits for its turn, and a save does not bring that nearer
    elif row.state == JobState.STALE:
        is_wanted = not (row.draft_by_id or change.is_kept) and row.draft_hash != row.newer_hash
    else:
        is_wanted = row.state in (JobState.PENDING, JobState.RUNNING)
    if not is_wanted or (row.due_at is not None and row.due_at <= change.due_at):
        return False
    row.due_at = change.due_at
    return True


def withdraw(row: Translation) -> bool:
    """The language has become the original's: the row waits until it is a translation again."""
    if row.state == JobState.SKIPPED and row.due_at is None:
        return False
    if row.is_human:
        _keep_words(row)
    row.text = row.draft = row.draft_hash = row.newer_hash = row.newer_text = row.origin = ""
    row.source_hash = row.source_text = ""
    row.state, row.reason = JobState.SKIPPED, Reason.NOTHING
    row.due_at = row.taken_until = row.token = None
    return True
