"""What moderators do with posts, in their own spaces and never with their own words."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.l10n.services.staleness import forget_record
from network.models import User
from network.moderation.choices import Reason, Verb
from network.moderation.models import Flag
from network.moderation.services import flag, record_action

from ..choices import PostState, PostStep
from ..models import Mention, Post, PostRevision, Quote, Thread
from ..rules import can_flag, moderates
from .attachments import remove_files
from .checking import check_active
from .errors import ConflictError, ReasonNeededError
from .following_text import forget_title
from .locking import check_step, lock_post
from .posting import put_forward
from .settling import move_to
from .texts import TEXT_FIELDS, wipe_text


@transaction.atomic
def approve(*, post: Post, by: User, text: str = "") -> Post:
    """Publish what waits, or what was rejected: only now it has a number, and people are told.

    Raises PermissionDenied, ConflictError.
    """
    row = lock_post(post)
    step = check_step(row, by, "approve")
    row.state_reason = ""
    put_forward(row, step, timezone.now(), "state_reason")
    record_action(row, Verb.APPROVE, by=by, text=text)
    return row


@transaction.atomic
def reject(*, post: Post, by: User, reason: str, text: str = "") -> Post:
    """Do not publish it; the author reads why. Raises PermissionDenied, ConflictError, ReasonNeededError."""
    return _judge(post, by, Verb.REJECT, reason, text)


@transaction.atomic
def hide(*, post: Post, by: User, reason: str, text: str = "") -> Post:
    """Put a tombstone with the reason in its place. Raises PermissionDenied, ConflictError,
    ReasonNeededError."""
    return _judge(post, by, Verb.HIDE, reason, text)


@transaction.atomic
def show(*, post: Post, by: User, text: str = "") -> Post:
    """Show a hidden post again, at its old place. Raises PermissionDenied, ConflictError."""
    return _judge(post, by, Verb.SHOW, "", text)


def _judge(post: Post, by: User, verb: Verb, reason: str, text: str) -> Post:
    row = lock_post(post)
    step = _step(row, by, verb, reason)
    row.state_reason = reason
    move_to(row, PostState(str(step.target)), "state_reason")
    record_action(row, verb, by=by, reason=reason, text=text)
    return row


@transaction.atomic
def redact(*, post: Post, by: User, reason: str, text: str = "") -> Post:
    """Remove the words for good: text, revisions, translations, search rows, quotes of it, mentions, files.

    The place, the author's name and the log stay. With a thread's first post its title goes too.
    Raises PermissionDenied, ConflictError, ReasonNeededError.
    """
    row = lock_post(post)
    _step(row, by, Verb.REDACT, reason)
    row.state_reason, now = reason, timezone.now()
    wipe_text(row, now)
    forget_record(row)
    Quote.objects.unfiltered().filter(post=row).delete()
    Quote.objects.unfiltered().filter(revision__post=row).delete()
    Mention.objects.unfiltered().filter(post=row).delete()
    remove_files(row)
    if _is_opening(row):
        _wipe_title(row.thread)
    row.changed_at = now
    move_to(row, PostState.REDACTED, "state_reason", "changed_at", "translation_marks", *TEXT_FIELDS)
    record_action(row, Verb.REDACT, by=by, reason=reason, text=text)
    return row


@transaction.atomic
def hide_revision(*, revision: PostRevision, by: User, reason: str, text: str = "") -> PostRevision:
    """Hide an earlier revision of a post alone; with it go quotes and citations of it.

    Raises PermissionDenied, ReasonNeededError, and ConflictError for the one that stands now: then the post
    is hidden.
    """
    row = lock_post(revision.post)
    if row.author_id == by.pk or not moderates(by, row.thread.space):
        raise PermissionDenied
    if reason not in Reason.values:
        raise ReasonNeededError
    if revision.number == row.revision:
        raise ConflictError(row)
    PostRevision.objects.unfiltered().filter(pk=revision.pk).update(is_hidden=True)
    record_action(row, Verb.HIDE, by=by, reason=reason, text=text, revision=revision.number)
    revision.is_hidden = True
    return revision


@transaction.atomic
def flag_post(*, post: Post, by: User, reason: Reason, text: str = "") -> Flag:
    """Say that moderators should look at a post; one open flag per person. Raises PermissionDenied,
    SanctionedError."""
    row = Post.objects.visible_to(by).select_related("thread__space").filter(pk=post.pk).first()
    if row is None or not by.is_authenticated:
        raise PermissionDenied
    check_active(by, row.thread.space)
    if not can_flag(by, row):
        raise PermissionDenied
    return flag(about=row, by=by, reason=reason, text=text)


def _step(row: Post, by: User, verb: Verb, reason: str) -> PostStep:
    step = check_step(row, by, verb.value)
    if step.needs_reason and reason not in Reason.values:
        raise ReasonNeededError
    return step


def _is_opening(post: Post) -> bool:
    """Whether it is the first post of its thread: whose author wrote the title."""
    earlier = Post.objects.unfiltered().filter(thread=post.thread_id, pk__lt=post.pk)
    return post.author_id == post.thread.starter_id and not earlier.exists()


def _wipe_title(thread: Thread) -> None:
    for code in ("en", "es", "fr", "pt"):
        setattr(thread, f"title_{code}", "")
    thread.translation_marks = {}
    forget_record(thread)
    thread.save(update_fields=["title_en", "title_es", "title_fr", "title_pt", "translation_marks"])
    forget_title(thread)
