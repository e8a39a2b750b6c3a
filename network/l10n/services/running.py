"""Doing the jobs of one record and language: take, ask engines, write; as often as it takes."""

import time
import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from network.querysets.in_bulk import change_all

from ..choices import JobState, Reason
from ..models import Translation
from ..registry import find_kind
from .asking import Ask, Delay, Engines, can_translate
from .promising import promise
from .records import records_of, standing_of, text_hash
from .staleness import follow_record
from .writing import Answer, write_answers

LEASE = timedelta(seconds=170)  # of a batch; the outbox gives the piece of work a little longer
BATCH = 10
SECONDS = 40.0  # after which a run makes room for others and promises the rest
OVERDUE = timedelta(minutes=4)
MOST_RESUMED = 500
LONGEST_PROMISE = timedelta(hours=1)  # what is held longer is found again by the clock


def run_translations(*, kind: str, key: str, language: str, seconds: float = SECONDS) -> int:
    """Make the due translations of a record and its parts into a language; gives how many were written.

    Engines are asked outside of any transaction; what they answer is written in small ones. Troubles of
    engines are not raised: they are kept in the rows, and tried again later.
    """
    root, end, written = f"{kind}:{key}", time.monotonic() + seconds, 0
    engines = Engines()
    while rows := _take_turns(root, language):
        token = rows[0].token
        asks, delays = _look(rows)
        outcomes = list(engines.translate(asks))
        answers = [each for each in outcomes if isinstance(each, Answer)]
        delays += [each for each in outcomes if isinstance(each, Delay)]
        written += write_answers(root=root, token=token, answers=answers)
        _postpone(root, language, token, delays)
        if time.monotonic() > end:
            promise(root, [language], at_once=True)
            break
    return written


def resume_overdue() -> int:
    """Promise again what nobody came back to: lost promises, held budgets, engines that were missing.

    Gives how many records.
    """
    _wake_without_engine()
    overdue = Translation.objects.overdue(OVERDUE).order_by().values_list("root", "target_language")
    wanted: dict[str, set[str]] = {}
    for root, language in overdue.distinct()[:MOST_RESUMED]:
        wanted.setdefault(root, set()).add(language)
    for root, languages in wanted.items():
        promise(root, languages, at_once=True)
    return len(wanted)


def _wake_without_engine() -> None:
    """Texts that no engine could translate are due when one can: it was installed, or its key was given."""
    waiting = Translation.objects.without_engine()
    for source, target in waiting.order_by().values_list("source_language", "target_language").distinct():
        if can_translate(source, target):
            some = waiting.filter(source_language=source, target_language=target).values("pk")[:MOST_RESUMED]
            Translation.objects.filter(pk__in=some).update(
                state=JobState.PENDING, reason="", due_at=timezone.now() - OVERDUE
            )


@transaction.atomic
def _take_turns(root: str, language: str) -> list[Translation]:
    """Take some of what is due; nobody else gets these until the lease is over."""
    token = uuid.uuid4()
    due = Translation.objects.due().of_root(root).filter(target_language=language)
    rows = list(due.select_for_update(skip_locked=True).order_by("pk")[:BATCH])
    for row in rows:
        row.token, row.taken_until = token, timezone.now() + LEASE
        if not row.is_human:
            row.state = JobState.RUNNING
    change_all(rows, ["token", "taken_until", "state"])
    return rows


def _look(rows: Sequence[Translation]) -> tuple[list[Ask], list[Delay]]:
    """What is to be asked of engines, and what is not to be translated after all."""
    records = records_of(rows)
    asks: list[Ask] = []
    delays: list[Delay] = []
    for row in rows:
        record: Any = records.get((row.kind, row.object_key))
        if record is None:
            Translation.objects.filter(pk=row.pk).delete()
            continue
        standing, text = standing_of(record), record.original(row.field)
        kind, now = find_kind(row.kind), text_hash(text, row.source_language)
        if not standing.is_readable:
            delays.append(Delay(row.pk, JobState.SKIPPED, Reason.NOT_READABLE))
        elif now != row.current_hash or row.source_language != record.language_of(row.field):
            follow_record(record, at_once=True)  # it was changed behind our back
        elif kind.is_kept(record, row.field) or not any(letter.isalpha() for letter in text):
            delays.append(Delay(row.pk, JobState.SKIPPED, Reason.NOTHING))
        else:
            is_rich = row.field in kind.rich_fields
            asks.append(Ask(row, text, now, is_rich, standing.is_confidential))
    return asks, delays


@transaction.atomic
def _postpone(root: str, language: str, token: uuid.UUID | None, delays: Sequence[Delay]) -> None:
    """Write down why these were not made, and promise the next try."""
    by_id = {delay.translation: delay for delay in delays}
    rows = list(Translation.objects.select_for_update().filter(pk__in=by_id, token=token).order_by("pk"))
    now = timezone.now()
    for row in rows:
        delay = by_id[row.pk]
        row.state = row.state if row.is_human else delay.state
        row.reason, row.error, row.attempts = delay.reason, delay.error, delay.attempts
        row.due_at, row.taken_until, row.token, row.changed_at = delay.due_at, None, None, now
        row.waiting_since = now
    change_all(rows, POSTPONED)
    pauses = [row.due_at - now for row in rows if row.due_at is not None]
    if near := [pause for pause in pauses if pause < LONGEST_PROMISE]:
        promise(root, [language], delay=max(*near, timedelta(0)))


POSTPONED = [
    *("state", "reason", "error", "attempts", "due_at", "taken_until", "token", "changed_at"),
    "waiting_since",
]
