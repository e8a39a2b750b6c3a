"""What somebody is writing: one draft per person and thread, kept at any hour."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import User

from ..choices import PostState
from ..models import Post, PostRevision, Quote, Space, Thread
from ..rules import may_write
from .attachments import remove_files
from .errors import ConflictError, TextError
from .locking import check_step, lock_post, lock_thread, take_turn
from .texts import LONGEST_POST, clean_post, clean_title, put_text

MOST_QUOTES = 20
AT_ONCE = 500  # drafts in one run


class QuoteOf(NamedTuple):
    """What is quoted: a revision, and from which to which character of it (0, 0: all of it)."""

    revision: PostRevision
    starts: int = 0
    ends: int = 0


@transaction.atomic
def save_draft(
    *,
    thread: Thread,
    by: User,
    text: str,
    language: str,
    reply_to: Post | None = None,
    quotes: Sequence[QuoteOf] | None = None,
    title: str | None = None,
) -> Post:
    """Keep what somebody is writing in a thread: one draft per person and thread, at any hour.

    `title` changes that of a thread which is itself a draft yet. Raises PermissionDenied, TextError.
    """
    post = draft_in(thread, by, reply_to)
    if len(text) > LONGEST_POST * 2:
        clean_post(text, language)
    put_text(post, text.strip(), language)
    post.changed_at = timezone.now()
    post.save()
    keep_quotes(post, quotes, by)
    locked = post.thread
    if title is not None and locked.submitted_at is None and locked.starter_id == by.pk:
        _retitle(locked, title, language)
    return post


def draft_in(thread: Thread, by: User, reply_to: Post | None = None) -> Post:
    """The person's draft in a thread, which is locked by this; a new one is not saved yet.

    Raises PermissionDenied for who does not write there.
    """
    take_turn(by)
    locked = lock_thread(thread.pk)
    check_writer(by, locked.space)
    if not (locked.is_visible or locked.starter_id == by.pk):
        raise PermissionDenied
    drafts = Post.objects.unfiltered().filter(thread=locked, author=by, state=PostState.DRAFT)
    post = drafts.order_by("pk").first() or Post(thread=locked, author=by)
    post.thread = locked
    if reply_to is not None:
        post.reply_to = _answerable(reply_to, locked, by)
    return post


@transaction.atomic
def discard_draft(*, post: Post, by: User) -> None:
    """Throw a draft away, and the thread that it was to begin. Raises PermissionDenied, ConflictError."""
    row = lock_post(post)
    check_step(row, by, "discard")
    throw_away(row)


def throw_away(draft: Post) -> None:
    """Delete a locked draft with its files, and the thread that it was to begin."""
    thread = draft.thread
    remove_files(draft)
    draft.delete()
    if thread.submitted_at is None and not thread.posts.exists():
        thread.delete()


def end_drafts(before: datetime) -> int:
    """Throw away drafts that nobody has touched since; gives how many. What was submitted stays."""
    old = Post.objects.unfiltered().filter(state=PostState.DRAFT, changed_at__lt=before)
    return sum(_end(post, before) for post in old.only("pk").order_by("changed_at")[:AT_ONCE])


@transaction.atomic
def _end(post: Post, before: datetime) -> bool:
    try:
        row = lock_post(post)
    except ConflictError:
        return False
    if row.state != PostState.DRAFT or row.changed_at >= before:
        return False
    throw_away(row)
    return True


def check_writer(by: User, space: Space) -> None:
    """Raises PermissionDenied for who is not among those who write in the space."""
    if not may_write(by, space):
        raise PermissionDenied


def _answerable(post: Post, thread: Thread, by: User) -> Post:
    """A post of this thread that the person reads."""
    found = Post.objects.visible_to(by).filter(pk=post.pk, thread=thread, seq__isnull=False).first()
    if found is None:
        raise PermissionDenied
    return found


def keep_quotes(post: Post, quotes: Sequence[QuoteOf] | None, by: User, *, had: bool = True) -> None:
    """Let a saved post quote these and no others; None leaves them as they are, `had` says that there may be.

    Raises PermissionDenied for what the person does not read, TextError for too many.
    """
    if quotes is None or not (quotes or had):
        return
    if len(quotes) > MOST_QUOTES:
        raise TextError(
            "too_long", _("A post can quote %(number)s others at most.") % {"number": MOST_QUOTES}
        )
    wanted = {quote.revision.pk for quote in quotes}
    readable = PostRevision.objects.visible_to(by).filter(pk__in=wanted)
    if readable.count() != len(wanted):
        raise PermissionDenied
    post.quotes.all().delete()
    Quote.objects.bulk_create(
        Quote(
            post=post,
            revision=quote.revision,
            position=number,
            starts=max(0, quote.starts),
            ends=max(quote.starts, quote.ends),
        )
        for number, quote in enumerate(quotes)
    )


def _retitle(thread: Thread, title: str, language: str) -> None:
    for name in ("en", "es", "fr", "pt"):
        setattr(thread, f"title_{name}", "")
    thread.source_language = language
    setattr(thread, f"title_{language}", clean_title(title))
    thread.save()
