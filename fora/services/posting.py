"""Writing: threads, drafts, posts, edits, and taking one's words back."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import User
from network.search.services import index_objects

from ..choices import PostState, PostStep
from ..models import AgendaItem, Post, PostRevision, Quote, Space, Thread
from ..rules import may_write
from .authors import sign
from .checking import check_rate, check_space, check_thread
from .errors import ConflictError, TextError
from .figures import give_number
from .following_text import POST
from .locking import check_step, lock_post, lock_thread, take_turn
from .mentions import keep_mentions
from .news import tell_of_post
from .notices import tell_of_pending
from .settling import move_to
from .texts import (
    LONGEST_POST,
    TEXT_FIELDS,
    add_revision,
    clean_post,
    clean_title,
    publish_revision,
    put_text,
)

MOST_QUOTES = 20
SIGNED = ("author_name", "author_office", "author_kind", "country")


class QuoteOf(NamedTuple):
    """What is quoted: a revision, and from which to which character of it (0, 0: all of it)."""

    revision: PostRevision
    starts: int = 0
    ends: int = 0


@transaction.atomic
def start_thread(
    *,
    space: Space,
    by: User,
    title: str,
    text: str,
    language: str,
    agenda_item: AgendaItem | None = None,
    as_draft: bool = False,
) -> Post:
    """Open a subject with its first post; gives the post, published, pending or, with `as_draft`, a draft.

    Raises PermissionDenied, ClosedError, SanctionedError, TooManyError, TextError.
    """
    take_turn(by)
    fresh = Space.objects.unfiltered().get(pk=space.pk)
    if agenda_item is not None and agenda_item.space_id != fresh.pk:
        raise PermissionDenied
    if as_draft:
        _check_writer(by, fresh)
    else:
        check_space(by, fresh, agenda_item)
    thread = Thread(
        space=fresh,
        agenda_item=agenda_item,
        source_language=language,
        starter=by,
        starter_name=by.full_name,
        **{f"title_{language}": clean_title(title)},
    )
    thread.save()
    draft = save_draft(thread=thread, by=by, text=text, language=language)
    return draft if as_draft else publish_post(post=draft, by=by)


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
    take_turn(by)
    locked = lock_thread(thread.pk)
    _check_writer(by, locked.space)
    if not (locked.is_visible or locked.starter_id == by.pk):
        raise PermissionDenied
    if len(text) > LONGEST_POST * 2:
        clean_post(text, language)
    drafts = Post.objects.unfiltered().filter(thread=locked, author=by, state=PostState.DRAFT)
    post = drafts.first() or Post(thread=locked, author=by)
    post.thread = locked
    if reply_to is not None:
        post.reply_to = _answerable(reply_to, locked, by)
    put_text(post, text.strip(), language)
    post.changed_at = timezone.now()
    post.save()
    if quotes is not None:
        _keep_quotes(post, quotes, by)
    if title is not None and locked.submitted_at is None and locked.starter_id == by.pk:
        _retitle(locked, title, language)
    return post


@transaction.atomic
def discard_draft(*, post: Post, by: User) -> None:
    """Throw a draft away, and the thread that it was to begin. Raises PermissionDenied, ConflictError."""
    row = lock_post(post)
    check_step(row, by, "discard")
    thread = row.thread
    row.delete()
    if thread.submitted_at is None and not thread.posts.exists():
        thread.delete()


@transaction.atomic
def publish_post(*, post: Post, by: User) -> Post:
    """Submit a draft, or what was rejected and has been changed: it is published or, where posts are read
    first, waits for approval. The hour counts, not what a page says.

    Raises PermissionDenied, ConflictError, ClosedError, LockedError, SanctionedError, TooManyError,
    TextError.
    """
    take_turn(by)
    row = lock_post(post)
    step = check_step(row, by, "publish")
    check_thread(by, row.thread)
    check_rate(by, row.thread.space)
    now = timezone.now()
    if row.state == PostState.DRAFT:
        put_text(row, clean_post(row.original("body"), row.source_language), row.source_language)
        add_revision(row, by, now)
    sign(row, by)
    row.submitted_at = row.changed_at = now
    _submit_thread(row, now)
    return put_forward(row, step, now, *TEXT_FIELDS, *SIGNED, "revision", "submitted_at", "changed_at")


def put_forward(post: Post, step: PostStep, now: datetime, *changed: str) -> Post:
    """A locked post comes to light, or waits: what publishing and approving have in common."""
    keep_mentions(post)
    if step.target != PostState.PUBLISHED:
        move_to(post, PostState.PENDING, *changed)
        tell_of_pending(post)
        return post
    if post.seq is None:
        give_number(post.thread, post, now)
    post.published_at = post.published_at or now
    publish_revision(post, now)
    move_to(post, PostState.PUBLISHED, "seq", "placed_at", "published_at", *changed)
    tell_of_post(post)
    return post


def reply(
    *,
    thread: Thread,
    by: User,
    text: str,
    language: str,
    reply_to: Post | None = None,
    quotes: Sequence[QuoteOf] = (),
) -> Post:
    """Write and submit in one go; raises what `save_draft` and `publish_post` raise."""
    with transaction.atomic():
        draft = save_draft(
            thread=thread, by=by, text=text, language=language, reply_to=reply_to, quotes=quotes
        )
        return publish_post(post=draft, by=by)


@transaction.atomic
def edit_post(*, post: Post, by: User, text: str, language: str, seen_revision: int | None = None) -> Post:
    """Give a post that was submitted its next revision; what it said before stays to be read.

    Where posts are read first, one that is published is not changed. Raises what `publish_post` raises, and
    ConflictError when it has another revision than `seen_revision`.
    """
    take_turn(by)
    row = lock_post(post)
    check_step(row, by, "edit")
    check_thread(by, row.thread)
    if seen_revision is not None and row.revision != seen_revision:
        raise ConflictError(row)
    cleaned = clean_post(text, language)
    if (cleaned, language) == (row.original("body"), row.source_language):
        return row
    now = timezone.now()
    put_text(row, cleaned, language)
    add_revision(row, by, now)
    row.changed_at = now
    changed = [*TEXT_FIELDS, "revision", "changed_at"]
    if row.state == PostState.PUBLISHED:
        row.edited_at = now
        publish_revision(row, now)
        changed.append("edited_at")
    row.save(update_fields=changed)
    keep_mentions(row)
    if row.state == PostState.PUBLISHED:
        index_objects(POST, [row.pk])
        tell_of_post(row, is_edit=True)
    return row


@transaction.atomic
def withdraw(*, post: Post, by: User) -> Post:
    """Take one's words back; a post that had a number leaves an empty place.

    Raises PermissionDenied, ConflictError. Hours, locks and sanctions do not stand in the way.
    """
    row = lock_post(post)
    check_step(row, by, "withdraw")
    row.changed_at = timezone.now()
    move_to(row, PostState.WITHDRAWN, "changed_at")
    return row


def _check_writer(by: User, space: Space) -> None:
    if not may_write(by, space):
        raise PermissionDenied


def _answerable(post: Post, thread: Thread, by: User) -> Post:
    """A post of this thread that the person reads."""
    found = Post.objects.visible_to(by).filter(pk=post.pk, thread=thread, seq__isnull=False).first()
    if found is None:
        raise PermissionDenied
    return found


def _keep_quotes(post: Post, quotes: Sequence[QuoteOf], by: User) -> None:
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


def _submit_thread(post: Post, now: datetime) -> None:
    """From its first submission on the thread is not the author's alone."""
    if post.thread.submitted_at is None:
        post.thread.submitted_at = now
        Thread.objects.unfiltered().filter(pk=post.thread_id).update(submitted_at=now)
