"""Writing: threads, posts, edits, and taking one's words back.

Each service is one transaction. A post that is written and submitted in one go is stored once, as it will be
read; what it needs from before is asked for only where there can be something.
"""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import User
from network.search.services import index_objects

from ..choices import PostState, PostStep
from ..models import AgendaItem, Post, Space, Thread
from .authors import sign
from .checking import check_rate, check_space, check_thread
from .drafts import QuoteOf, check_writer, draft_in, keep_quotes, save_draft
from .errors import ConflictError
from .figures import give_number
from .following_text import POST
from .locking import check_step, lock_post, take_turn
from .mentions import keep_mentions
from .news import tell_of_edit, tell_of_post
from .notices import tell_of_pending
from .settling import move_to
from .texts import (
    TEXT_FIELDS,
    add_revision,
    clean_post,
    clean_title,
    publish_revision,
    put_text,
)

SUBMITTED = (
    *TEXT_FIELDS,
    *("author_name", "author_office", "author_kind", "country"),
    *("reply_to", "revision", "submitted_at", "changed_at"),
)


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
        check_writer(by, fresh)
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
    if as_draft:
        return save_draft(thread=thread, by=by, text=text, language=language)
    return reply(thread=thread, by=by, text=text, language=language)


@transaction.atomic
def reply(
    *,
    thread: Thread,
    by: User,
    text: str,
    language: str,
    reply_to: Post | None = None,
    quotes: Sequence[QuoteOf] | None = (),
) -> Post:
    """Write and submit in one go; what the person had begun in this thread becomes this post.

    Raises what `save_draft` and `publish_post` raise. `quotes` as None leaves those of the draft.
    """
    post = draft_in(thread, by, reply_to)
    had_draft = post.pk is not None
    step = check_step(post, by, "publish")
    _check_hour(post, by)
    put_text(post, clean_post(text, language), language)
    _submit(post, by, step, is_revised=True)
    keep_quotes(post, quotes, by, had=had_draft)
    return post


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
    _check_hour(row, by)
    is_draft = row.state == PostState.DRAFT
    if is_draft:
        put_text(row, clean_post(row.original("body"), row.source_language), row.source_language)
    return _submit(row, by, step, is_revised=is_draft)


def _check_hour(post: Post, by: User) -> None:
    check_thread(by, post.thread)
    check_rate(by, post.thread.space)


def _submit(post: Post, by: User, step: PostStep, *, is_revised: bool) -> Post:
    """Sign a post and put it forward; `is_revised`: what it says now is its next revision."""
    now = timezone.now()
    sign(post, by)
    post.submitted_at = post.changed_at = now
    _submit_thread(post, now)
    return put_forward(post, step, now, *SUBMITTED, revised_by=by if is_revised else None)


def put_forward(
    post: Post, step: PostStep, now: datetime, *changed: str, revised_by: User | None = None
) -> Post:
    """A locked post comes to light, or waits: what publishing and approving have in common."""
    is_new, target = post.pk is None, PostState(str(step.target))
    seen = post.thread.last_visible_seq
    if target == PostState.PUBLISHED:
        if post.seq is None:
            give_number(post.thread, post, now)
        post.published_at = post.published_at or now
        changed = (*changed, "seq", "placed_at", "published_at")
    if revised_by is not None:
        post.revision += 1
    move_to(post, target, *changed)
    if revised_by is not None:
        add_revision(post, revised_by, now, is_published=target == PostState.PUBLISHED)
    elif target == PostState.PUBLISHED:
        publish_revision(post, now)
    keep_mentions(post, is_new=is_new)
    if target == PostState.PUBLISHED:
        tell_of_post(post, before=seen)
    else:
        tell_of_pending(post)
    return post


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
    now, is_read = timezone.now(), row.state == PostState.PUBLISHED
    put_text(row, cleaned, language)
    row.revision += 1
    add_revision(row, by, now, is_published=is_read)
    row.changed_at = now
    changed = [*TEXT_FIELDS, "revision", "changed_at"]
    if is_read:
        row.edited_at = now
        changed.append("edited_at")
    row.save(update_fields=changed)
    keep_mentions(row)
    if is_read:
        index_objects(POST, [row.pk])
        tell_of_edit(row)
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


def _submit_thread(post: Post, now: datetime) -> None:
    """From its first submission on the thread is not the author's alone."""
    if post.thread.submitted_at is None:
        post.thread.submitted_at = now
        Thread.objects.unfiltered().filter(pk=post.thread_id).update(submitted_at=now)
