"""What moderators do with threads: move, lock, pin, archive, hide; and moving single posts."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.l10n.services.staleness import stand_for
from network.models import User
from network.moderation.choices import CaseState, Reason, Verb
from network.moderation.models import Flag, ModerationCase
from network.moderation.services import record_action

from ..choices import PostState
from ..models import Post, PostMove, Space, Thread, ThreadMove
from ..rules import keeps, moderates
from .errors import ConflictError, ReasonNeededError
from .figures import appear, disappear, give_number, save_figures
from .following_text import follow_post, follow_thread, hide_texts, show_later
from .locking import check_step, lock_thread, lock_threads
from .unread import forget_all_unread


@transaction.atomic
def move_post(*, post: Post, to: Thread, by: User, text: str = "") -> Post:
    """Put a post at the end of another thread of a space that one moderates too; its old address leads on.

    It takes a new number there; what answers it, and what it answers, is parted from it.
    Raises PermissionDenied, ConflictError.
    """
    threads = lock_threads(post.thread_id, to.pk)
    row = Post.objects.unfiltered().select_for_update(no_key=True).filter(pk=post.pk).first()
    if row is None or row.thread_id != post.thread_id or to.pk not in threads or row.thread_id == to.pk:
        raise ConflictError(row)
    source, target = threads[row.thread_id], threads[to.pk]
    row.thread = source
    check_step(row, by, "move")
    if not moderates(by, target.space) or target.submitted_at is None or target.is_archived:
        raise PermissionDenied
    before = {thread.pk: thread.is_visible for thread in (source, target)}
    old_seq = row.seq
    _leave(row, source)
    _arrive(row, target)
    _note_move(row, source, old_seq, by)
    row.replies.update(reply_to=None)
    row.reply_to = None
    row.save(update_fields=["thread", "seq", "placed_at", "reply_to"])
    for thread in (source, target):
        save_figures(thread)
        if thread.is_visible != before[thread.pk]:
            follow_thread(thread)
    follow_post(row)
    _follow_cases([row], target.space)
    record_action(row, Verb.MOVE, by=by, text=text, source=source.pk, number=old_seq, target=target.pk)
    return row


def _leave(row: Post, source: Thread) -> None:
    if row.state == PostState.PENDING:
        source.pending_count -= 1
    if row.state == PostState.PUBLISHED:
        disappear(source, row)


def _arrive(row: Post, target: Thread) -> None:
    row.thread = target
    if row.state == PostState.PENDING:
        target.pending_count += 1
    if row.seq is not None:
        give_number(target, row, timezone.now())
    if row.state == PostState.PUBLISHED:
        appear(target, row)


def _note_move(row: Post, source: Thread, seq: int | None, by: User) -> None:
    if seq is not None:
        PostMove.objects.create(post=row, thread=source, seq=seq, by=by)


@transaction.atomic
def move_thread(*, thread: Thread, to: Space, by: User, text: str = "") -> Thread:
    """Put a thread into another space that one moderates too. Raises PermissionDenied, ConflictError.

    Its old address leads on, and the space that it left says so. Where fewer people read, its posts leave
    search and the translators' desk at once.
    """
    row = _locked(thread, by)
    target = Space.objects.unfiltered().get(pk=to.pk)
    if not moderates(by, target):
        raise PermissionDenied
    if target.pk == row.space_id:
        raise ConflictError
    source, row.space, row.agenda_item = row.space, target, None
    Thread.objects.unfiltered().filter(pk=row.pk).update(space=target, agenda_item=None)
    row.moves.filter(space=target).delete()
    ThreadMove.objects.update_or_create(thread=row, space=source, defaults={"moved_at": timezone.now()})
    forget_all_unread()
    posts = Post.objects.unfiltered().filter(thread=row)
    hide_texts(posts, is_public=target.is_public)
    stand_for("fora.thread", [str(row.pk)], is_readable=False, is_public=target.is_public)
    show_later(row)
    _follow_cases(list(posts.only("pk")), target)
    record_action(row, Verb.MOVE, by=by, text=text, source=source.pk, target=target.pk)
    return row


def _follow_cases(posts: list[Post], space: Space) -> None:
    """Open cases go along to those who moderate there."""
    keys = [post.pk for post in posts]
    cases = ModerationCase.objects.filter(kind="fora.post", object_id__in=keys, state=CaseState.OPEN)
    cases.update(scope=space.key, claimed_by=None, claimed_at=None)
    Flag.objects.open().filter(kind="fora.post", object_id__in=keys).update(scope=space.key)


@transaction.atomic
def hide_thread(*, thread: Thread, by: User, reason: str, text: str = "") -> Thread:
    """Hide a thread with all its posts. Raises PermissionDenied, ConflictError, ReasonNeededError."""
    row = _locked(thread, by, own=False)
    if reason not in Reason.values:
        raise ReasonNeededError
    if row.is_hidden:
        raise ConflictError
    _set(row, is_hidden=True, hidden_reason=reason)
    hide_texts(Post.objects.unfiltered().filter(thread=row), is_public=row.space.is_public)
    follow_thread(row)
    record_action(row, Verb.HIDE, by=by, reason=reason, text=text)
    return row


@transaction.atomic
def show_thread(*, thread: Thread, by: User, text: str = "") -> Thread:
    """Show a hidden thread again. Raises PermissionDenied, ConflictError."""
    row = _locked(thread, by, own=False)
    if not row.is_hidden:
        raise ConflictError
    _set(row, is_hidden=False, hidden_reason="")
    show_later(row)
    record_action(row, Verb.SHOW, by=by, text=text)
    return row


@transaction.atomic
def lock(*, thread: Thread, by: User, is_locked: bool = True, text: str = "") -> Thread:
    """Close a thread to new posts, or open it again. Raises PermissionDenied."""
    row = _locked(thread, by)
    if row.is_locked != is_locked:
        _set(row, is_locked=is_locked)
        record_action(row, Verb.LOCK if is_locked else Verb.UNLOCK, by=by, text=text)
    return row


@transaction.atomic
def pin(*, thread: Thread, by: User, is_pinned: bool = True) -> Thread:
    """Put a thread first in its space, or back into its place; who leads the space may too.

    Raises PermissionDenied.
    """
    row = lock_thread(thread.pk)
    if not (moderates(by, row.space) or keeps(by, row.space)):
        raise PermissionDenied
    _set(row, is_pinned=is_pinned)
    return row


@transaction.atomic
def archive_thread(*, thread: Thread, by: User, is_archived: bool = True) -> Thread:
    """Keep a thread for reading alone; who leads the space may too. Raises PermissionDenied."""
    row = lock_thread(thread.pk)
    if not (moderates(by, row.space) or keeps(by, row.space)):
        raise PermissionDenied
    _set(row, is_archived=is_archived)
    return row


def _locked(thread: Thread, by: User, *, own: bool = True) -> Thread:
    """The thread, locked, of a space that the person moderates; `own` lets them act on their own thread."""
    row = lock_thread(thread.pk)
    if not moderates(by, row.space) or (not own and row.starter_id == by.pk):
        raise PermissionDenied
    return row


def _set(thread: Thread, **values: Any) -> None:
    for name, value in values.items():
        setattr(thread, name, value)
    Thread.objects.unfiltered().filter(pk=thread.pk).update(**values)
    forget_all_unread()
