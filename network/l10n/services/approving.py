"""What people decide at the desk. Their words stay: every step is kept with the text that it was about."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import User

from ..choices import JobState, Origin, Reason, Step
from ..models import Translation, TranslationStep
from ..registry import find_kind
from ..rules import can_revise
from .errors import (
    ClaimedError,
    GoneError,
    ReasonNeededError,
    SourceChangedError,
    TextError,
    TranslationError,
)
from .memory import remember
from .records import index_root, lock_records, lock_root, root_of, save_texts

CLAIM = timedelta(minutes=20)  # that a translation stays with the person who took it
LONGEST = 100_000  # characters of a text without a limit of its own
LONGEST_PROSE = 2000  # of any prose at least: languages need different room
SHORT = 120  # characters up to which texts may be approved together


@transaction.atomic
def approve_translation(
    *, translation: Translation, by: User, text: str | None = None, seen: str | None = None
) -> Translation:
    """Let a translation stand as a person's: as it is, or with the words of `text`.

    `seen` is the `current_hash` of the original that the person had on the page (default: that of
    `translation` as it was read). Raises PermissionDenied, GoneError, ClaimedError, SourceChangedError when
    the author wrote meanwhile, TextError for an empty text or one too long.
    """
    row, record = _open(translation, by)
    _check_source(row, seen or translation.current_hash)
    words = _clean(row, row.proposed_text if text is None else text)
    row.source_text, row.source_hash = row.current_text, row.current_hash
    row.text, row.origin, row.state = words, Origin.HUMAN, JobState.APPROVED
    row.approved_by, row.approved_at = by, timezone.now()
    row.newer_text = row.newer_hash = row.draft = row.draft_hash = row.reason = row.error = ""
    row.draft_by, row.flags = None, []
    _close(row, record, by, Step.APPROVED, words)
    remember(translation=row, by=by)
    return row


@transaction.atomic
def edit_translation(
    *, translation: Translation, by: User, text: str, seen: str | None = None
) -> Translation:
    """Keep a person's wording without letting it stand yet; no machine writes over it.

    Raises as `approve_translation`.
    """
    row, record = _open(translation, by)
    _check_source(row, seen or translation.current_hash)
    row.draft, row.draft_hash, row.draft_by = _clean(row, text), row.current_hash, by
    if row.state not in (JobState.MACHINE_DRAFT, JobState.STALE, JobState.APPROVED):
        row.state = JobState.NEEDS_REVIEW
    _close(row, record, by, Step.EDITED, row.draft)
    return row


@transaction.atomic
def reject_translation(*, translation: Translation, by: User, reason: str) -> Translation:
    """Take a translation away from readers, who see the original again; its words stay as a draft.

    Raises PermissionDenied, GoneError, ClaimedError, ReasonNeededError.
    """
    if not reason.strip():
        raise ReasonNeededError(translation)
    row, record = _open(translation, by)
    words = row.text or row.draft
    if row.draft_by_id is None:
        row.draft, row.draft_hash = words, row.source_hash
    if row.newer_hash:
        row.source_text, row.source_hash = row.newer_text, row.newer_hash
    row.text = row.newer_text = row.newer_hash = row.origin = ""
    row.state, row.reason, row.error = JobState.NEEDS_REVIEW, Reason.REJECTED, reason.strip()[:300]
    _close(row, record, by, Step.REJECTED, words, reason.strip())
    return row


def approve_many(*, translations: Iterable[Translation], by: User) -> tuple[list[int], list[int]]:
    """Approve short texts together, such as names; gives the ids approved and those that were refused.

    Refused are long texts, those without a translation, and what `approve_translation` refuses.
    """
    done, refused = [], []
    for translation in translations:
        try:
            if len(translation.current_text) > SHORT or not translation.proposed_text:
                raise TextError(translation)
            approve_translation(translation=translation, by=by)
            done.append(translation.pk)
        except (TranslationError, PermissionDenied):
            refused.append(translation.pk)
    return done, refused


@transaction.atomic
def claim_translation(*, translation: Translation, by: User) -> Translation:
    """Take a translation for CLAIM, or take it for longer. Raises PermissionDenied, ClaimedError."""
    row = Translation.objects.select_for_update().filter(pk=translation.pk).first()
    if row is None:
        raise GoneError(translation)
    if not can_revise(by, row):
        raise PermissionDenied
    if row.is_claimed_by_other(by):
        raise ClaimedError(row)
    return _claim(row, by)


def release_translation(*, translation: Translation, by: User) -> None:
    """Give a translation back that one had taken; of others' nothing changes."""
    Translation.objects.filter(pk=translation.pk, claimed_by=by).update(claimed_by=None, claimed_until=None)


@transaction.atomic
def next_for(user: User, *, after: Translation | None = None, **filters: Any) -> Translation | None:
    """Claim the translation that has waited longest for this person; None when nothing is left.

    `filters` narrow the queue, as `Translation.objects.filter` takes them; `after` leaves out that row and
    what has waited longer. Two who ask at once get two.
    """
    queue = Translation.objects.visible_to(user).at_the_desk().filter(**filters)
    if after is not None:
        queue = queue.behind(after)
    free = queue.unclaimed(user).oldest_first().select_for_update(skip_locked=True, of=("self",))
    row = free.first()
    return _claim(row, user) if row is not None else None


def _claim(row: Translation, by: User) -> Translation:
    row.claimed_by, row.claimed_until = by, timezone.now() + CLAIM
    row.save(update_fields=["claimed_by", "claimed_until"])
    return row


def _open(translation: Translation, by: User) -> tuple[Translation, Any]:
    """The row and its record as they stand, locked in the house's order: root, record, translation."""
    root = lock_root(translation.root)
    records = lock_records([translation])
    row = Translation.objects.select_for_update().filter(pk=translation.pk).first()
    record = records.get((translation.kind, translation.object_key))
    if root is None or record is None or row is None:
        raise GoneError(translation)
    if not row.is_readable:
        raise GoneError(row)
    if not can_revise(by, row):
        raise PermissionDenied
    if row.is_claimed_by_other(by):
        raise ClaimedError(row)
    return row, record


def _check_source(row: Translation, seen: str) -> None:
    if seen != row.current_hash or not row.current_text:
        raise SourceChangedError(row)


def _clean(row: Translation, text: str) -> str:
    """The words as they will stand; a text of one line stays one."""
    column = find_kind(row.kind).column(row.field, row.target_language)
    is_line = column.get_internal_type() == "CharField"
    words = text.replace("\x00", "").replace("\r\n", "\n").strip()
    words = " ".join(words.split()) if is_line else words
    most = column.max_length or LONGEST
    if not words or len(words) > (most if is_line else max(most * 2, LONGEST_PROSE)):
        raise TextError(row)
    return words


def _close(row: Translation, record: Any, by: User, step: Step, words: str, reason: str = "") -> None:
    """Write row, record and search, and what was done; what an engine may be busy with is spent."""
    row.charged = {} if row.token is not None else row.charged
    row.due_at = row.taken_until = row.token = row.claimed_by = row.claimed_until = None
    row.waiting_since = timezone.now()
    row.save()
    TranslationStep.objects.create(
        translation=row, step=step, by=by, text=words, source_hash=row.source_hash, reason=reason
    )
    if save_texts(record, [row]):
        index_root(root_of(record))
