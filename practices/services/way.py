"""The way of a practice: one verb per row of `TRANSITIONS`, one transaction each.

Every verb locks the row, so that of two people acting at once the second is told of the first.
Each takes `seen_revision`, the revision on the page that the person acted from, if the page knew it.
"""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from network.l10n.services.staleness import follow_whole
from network.models import User
from network.search.services import index_objects

from ..choices import TRANSITIONS, PracticeState, Transition
from ..models import FieldComment, IdentifierSequence, Practice, TransitionEvent
from ..rules import acts_as, can_take
from .errors import (
    CommentNeededError,
    ConflictError,
    NotCompleteError,
    StaleObjectError,
    UnansweredCommentsError,
)
from .news import tell_of_step
from .replacing import replace_published

Comment = tuple[str, str, str]
"""A comment to make: the section's slug, the field's name, the text."""


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
    leads_on = any(row.verb == verb and row.source == practice.state for row in TRANSITIONS)
    actors = {actor for row in TRANSITIONS if row.verb == verb and row.source for actor in row.actors}
    if not leads_on and by.is_authenticated and any(acts_as(actor, by, practice) for actor in actors):
        raise ConflictError(practice, last_step(practice))
    raise PermissionDenied


def last_step(practice: Practice) -> TransitionEvent | None:
    """The step that brought the practice to where it is, with the person who took it."""
    return practice.transitions.select_related("by").last()


@transaction.atomic
def ask_clearance(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Hand a complete draft to the state's focal point. Raises NotCompleteError, and what `_step` raises."""
    return _step(practice, by, "ask_clearance", seen_revision)


@transaction.atomic
def submit_practice(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Submit for the state to the Secretariat, for screening.

    Raises NotCompleteError (consent included), UnansweredCommentsError, and what `_step` raises.
    """
    return _step(practice, by, "submit", seen_revision)


@transaction.atomic
def send_back(*, practice: Practice, by: User, comment: str, seen_revision: int | None = None) -> Practice:
    """Give a draft that awaits clearance back to its author, with the focal point's comment."""
    return _step(practice, by, "send_back", seen_revision, comment)


@transaction.atomic
def claim_practice(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Take a submission to screen it. Raises ConflictError when another screener was first."""
    return _step(practice, by, "claim", seen_revision)


@transaction.atomic
def return_practice(
    *,
    practice: Practice,
    by: User,
    comments: Iterable[Comment] = (),
    note: str = "",
    seen_revision: int | None = None,
) -> Practice:
    """Return a submission with comments on its fields: those given here and those kept at the desk before.

    Raises CommentNeededError when there is none, and what `_step` raises.
    """
    row = lock_practice(practice, seen_revision)
    check_step(row, by, "return")
    FieldComment.objects.bulk_create(
        FieldComment(practice=row, section=section, field=field, text=text.strip(), by=by)
        for section, field, text in comments
        if text.strip()
    )
    if not row.field_comments.filter(is_sent=False).update(is_sent=True, at=timezone.now()):
        raise CommentNeededError
    return _move(row, by, "return", note)


@transaction.atomic
def decline_practice(
    *, practice: Practice, by: User, comment: str, seen_revision: int | None = None
) -> Practice:
    """Decline a submission, with the reason."""
    return _step(practice, by, "decline", seen_revision, comment)


@transaction.atomic
def publish_practice(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Publish as "not rated"; the first time, give the permanent identifier. Raises NotCompleteError.

    The draft of a new version takes the place of the practice that it revises: that one is returned.
    """
    return _step(practice, by, "publish", seen_revision)


@transaction.atomic
def withdraw_practice(
    *, practice: Practice, by: User, comment: str, seen_revision: int | None = None
) -> Practice:
    """Take a published practice back; its address stays and shows the reason."""
    return _step(practice, by, "withdraw", seen_revision, comment)


def _step(practice: Practice, by: User, verb: str, seen_revision: int | None, comment: str = "") -> Practice:
    """Lock, check and move; raises PermissionDenied, ConflictError, StaleObjectError, CommentNeededError."""
    return _move(lock_practice(practice, seen_revision), by, verb, comment)


def _move(practice: Practice, by: User, verb: str, comment: str) -> Practice:
    """Take one step with a locked row and write it down."""
    row = check_step(practice, by, verb)
    if row.needs_comment and verb != "return" and not comment.strip():
        raise CommentNeededError
    if row.needs_complete:
        _check_complete(practice)
    if verb == "publish" and practice.revises_id:
        return _publish_version(practice, by, comment)
    source, practice.state = practice.state, row.target
    _stamp(practice, by)
    practice.revision += 1
    practice.save()
    TransitionEvent.objects.create(
        practice=practice, verb=verb, from_state=source, to_state=row.target, by=by, comment=comment.strip()
    )
    follow_whole(practice)
    index_objects("practice", [practice.pk])
    tell_of_step(practice, verb, by)
    return practice


def _publish_version(draft: Practice, by: User, comment: str) -> Practice:
    """The draft takes the place of the practice that it revises, which is given back."""
    source, published = draft.state, replace_published(draft=draft, by=by)
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
