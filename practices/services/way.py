"""The way of a practice: one verb per row of `TRANSITIONS`, one transaction each.

Each takes `seen_revision`, the revision on the page that the person acted from, if the page knew it.
Review by two and appeals have their verbs in rooms of their own (naming, scoring, appealing).
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from network.models import User

from ..models import FieldComment, Practice
from .errors import CommentNeededError
from .rating import PublishedNotes
from .steps import JUDGED, check_step, last_step, lock_practice, move, next_identifier, take_step

__all__ = [
    "Comment",
    "ask_clearance",
    "check_step",
    "claim_practice",
    "decline_practice",
    "last_step",
    "lock_practice",
    "next_identifier",
    "publish_practice",
    "return_practice",
    "send_back",
    "submit_practice",
    "withdraw_practice",
]
Comment = tuple[str, str, str]
"""A comment to make: the section's slug, the field's name, the text."""


@transaction.atomic
def ask_clearance(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Hand a complete draft to the state's focal point. Raises NotCompleteError, and what a step raises."""
    return take_step(practice, by, "ask_clearance", seen_revision)


@transaction.atomic
def submit_practice(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Submit for the state to the Secretariat, for screening.

    Raises NotCompleteError (consent included), UnansweredCommentsError, and what `take_step` raises.
    """
    return take_step(practice, by, "submit", seen_revision)


@transaction.atomic
def send_back(*, practice: Practice, by: User, comment: str, seen_revision: int | None = None) -> Practice:
    """Give a draft that awaits clearance back to its author, with the focal point's comment."""
    return take_step(practice, by, "send_back", seen_revision, comment)


@transaction.atomic
def claim_practice(*, practice: Practice, by: User, seen_revision: int | None = None) -> Practice:
    """Take a submission to screen it. Raises ConflictError when another screener was first."""
    return take_step(practice, by, "claim", seen_revision)


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

    From a review, on the reviewers' result, the note says why and comments may be added.
    Raises CommentNeededError when there is none, ResultNeededError, and what `take_step` raises.
    """
    row = lock_practice(practice, seen_revision)
    check_step(row, by, "return")
    needs_note = row.state in JUDGED
    FieldComment.objects.bulk_create(
        FieldComment(practice=row, section=section, field=field, text=text.strip(), by=by)
        for section, field, text in comments
        if text.strip()
    )
    sent = row.field_comments.filter(is_sent=False).update(is_sent=True, at=timezone.now())
    if not (note.strip() if needs_note else sent):
        raise CommentNeededError
    return move(row, by, "return", note)


@transaction.atomic
def decline_practice(
    *, practice: Practice, by: User, comment: str, seen_revision: int | None = None
) -> Practice:
    """Decline a submission, or on the reviewers' result what they judged, with the reason."""
    return take_step(practice, by, "decline", seen_revision, comment)


@transaction.atomic
def publish_practice(
    *,
    practice: Practice,
    by: User,
    comment: str = "",
    notes: PublishedNotes | None = None,
    seen_revision: int | None = None,
) -> Practice:
    """Publish, from screening as "not rated", from a review with its rating; raises NotCompleteError.

    The first time it gets its permanent identifier. The draft of a new version takes the place of the
    practice that it revises: that one is returned. From a review the reasons are needed (CommentNeededError),
    and the reviewers' result (ResultNeededError); `notes` are their notes as the public is to read them.
    """
    return move(lock_practice(practice, seen_revision), by, "publish", comment, notes)


@transaction.atomic
def withdraw_practice(
    *, practice: Practice, by: User, comment: str, seen_revision: int | None = None
) -> Practice:
    """Take a published practice back; its address stays and shows the reason."""
    return take_step(practice, by, "withdraw", seen_revision, comment)
