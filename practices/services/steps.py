"""Taking one step along the way: lock, check against the table, move, write down, tell.

Every step locks the row, so that of two people acting at once the second is told of the first.
"""

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from network.l10n.services.staleness import follow_whole
from network.models import User
from network.search.services import index_objects
from network.services.table_of_steps import came_too_late

from ..choices import TRANSITIONS, PracticeState, Transition
from ..models import IdentifierSequence, Practice, ReviewRound, TransitionEvent
from ..rules import acts_as, can_take
from .errors import (
    CommentNeededError,
    ConflictError,
    NotCompleteError,
    StaleObjectError,
    UnansweredCommentsError,
)
from .news import tell_of_step
from .rating import PublishedNotes, close_round, rate
from .replacing import replace_published

JUDGED = (PracticeState.IN_REVIEW, PracticeState.CONSENSUS)


def lock_practice(practice: Practice, seen_revision: int | None = None) -> Practice:
    """The practice as it stands now, locked until the transaction ends.

    Raises ConflictError when it was moved since `practice` was read, or is gone; StaleObjectError when it was
    saved since `seen_revision`.
    """
    row = Practice.objects.select_for_update().filter(pk=practice.pk).first()
    if row is None:
        raise ConflictError(practice, None)
    if row.state != practice.state:
        raise ConflictError(row, last_step(row))
    if seen_revision is not None and row.revision != seen_revision:
        raise StaleObjectError(row)
    return row


def check_step(practice: Practice, by: User, verb: str) -> Transition:
    """The row of the table by which `by` may take `verb` from where the practice is; call it on a locked row.

    Raises PermissionDenied when the person may not, ConflictError when they could have from another place:
    then someone moved the practice first.
    """
    if can_take(by, practice, verb):
        return next(row for row in TRANSITIONS if row.verb == verb and row.source == practice.state)
    if by.is_authenticated and came_too_late(
        TRANSITIONS,
        verb,
        practice.state,
        lambda row: any(acts_as(actor, by, practice) for actor in row.actors),
    ):
        raise ConflictError(practice, last_step(practice))
    raise PermissionDenied


def last_step(practice: Practice) -> TransitionEvent | None:
    """The step that brought the practice to where it is, with the person who took it."""
    return practice.transitions.select_related("by").last()


def take_step(
    practice: Practice, by: User, verb: str, seen_revision: int | None, comment: str = ""
) -> Practice:
    """Lock, check and move; raises PermissionDenied, ConflictError, StaleObjectError, CommentNeededError."""
    return move(lock_practice(practice, seen_revision), by, verb, comment)


def move(
    practice: Practice, by: User, verb: str, comment: str, notes: PublishedNotes | None = None
) -> Practice:
    """Take one step with a locked row and write it down.

    From a review it ends the round, and raises ResultNeededError while the reviewers have none.
    """
    row = check_step(practice, by, verb)
    if row.needs_comment and verb != "return" and not comment.strip():
        raise CommentNeededError
    if row.needs_complete:
        _check_complete(practice)
    judged = close_round(practice, verb, notes) if row.source in JUDGED and verb != "differ" else None
    if verb == "publish" and practice.revises_id:
        return _publish_version(practice, by, comment, judged)
    source, practice.state = practice.state, row.target
    _stamp(practice, by)
    practice.revision += 1
    practice.save()
    TransitionEvent.objects.create(
        practice=practice,
        verb=verb,
        from_state=source,
        to_state=row.target,
        by=None if verb == "differ" else by,
        comment=comment.strip(),
    )
    if judged and verb == "publish":
        rate(practice, judged)
    follow_whole(practice)
    index_objects("practice", [practice.pk])
    tell_of_step(practice, verb, by)
    return practice


def _publish_version(draft: Practice, by: User, comment: str, judged: ReviewRound | None) -> Practice:
    """The draft takes the place of the practice that it revises, which is given back."""
    source = draft.state
    published = replace_published(draft=draft, by=by, judged=judged)
    TransitionEvent.objects.create(
        practice=published,
        verb="publish",
        from_state=source,
        to_state=published.state,
        by=by,
        comment=comment.strip(),
    )
    follow_whole(published)
    index_objects("practice", [published.pk])
    tell_of_step(published, "publish", by)
    return published


def _check_complete(practice: Practice) -> None:
    if missing := practice.missing():
        raise NotCompleteError(missing)
    if practice.state == PracticeState.RETURNED:
        open_comments = list(practice.field_comments.filter(is_sent=True, answered_at__isnull=True))
        if open_comments:
            raise UnansweredCommentsError(open_comments)


def _stamp(practice: Practice, by: User) -> None:
    """What the state that was reached brings with it: dates, the screener, the identifier."""
    now = timezone.now()
    match practice.state:
        case PracticeState.SUBMITTED:
            practice.submitted_at = now
        case PracticeState.SCREENING:
            practice.screener = by
        case PracticeState.PUBLISHED:
            practice.published_at = practice.published_at or now
            practice.identifier = practice.identifier or next_identifier(now.year)


def next_identifier(year: int) -> str:
    """The next GP-YYYY-NNNN of a year (UTC).

    The number is taken under a row lock that is held until the transaction ends: publishers queue here, and
    one that fails gives its number back, so that none is given twice and none is skipped.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO practices_identifiersequence AS sequence (year, last) VALUES (%s, 1)"
            " ON CONFLICT (year) DO UPDATE SET last = sequence.last + 1 RETURNING last",
            [year],
        )
        return str(IdentifierSequence(year=year, last=cursor.fetchone()[0]))
