"""What people have read and want to hear of."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from network.models import User
from network.notifications.services import follow_wishes

from ..choices import Following
from ..models import Post, ReadSpace, ReadThread, Space, Subscription, Thread
from ..querysets.unread import UNREAD_DAYS
from .unread import forget_unread

FOLLOWED = "fora.posted"  # the kind of news that one subscribes to
_MARK = """
INSERT INTO fora_readthread AS kept (user_id, thread_id, last_read_seq, read_at)
SELECT %(user)s, id, LEAST(%(seq)s, last_seq), %(now)s FROM fora_thread WHERE id = %(thread)s
ON CONFLICT (user_id, thread_id) DO UPDATE
SET last_read_seq = GREATEST(kept.last_read_seq, excluded.last_read_seq), read_at = excluded.read_at
WHERE kept.last_read_seq < excluded.last_read_seq
"""
_OWN = """
INSERT INTO fora_readthread AS kept (user_id, thread_id, last_read_seq, read_at)
SELECT %(user)s, %(thread)s, %(seq)s, %(now)s WHERE %(before)s = 0
   OR EXISTS (SELECT FROM fora_readthread WHERE user_id = %(user)s AND thread_id = %(thread)s)
ON CONFLICT (user_id, thread_id) DO UPDATE
SET last_read_seq = GREATEST(kept.last_read_seq, excluded.last_read_seq), read_at = excluded.read_at
WHERE kept.last_read_seq >= %(before)s
"""
_ENTER = """
INSERT INTO fora_readspace AS kept (user_id, space_id, read_at) VALUES (%(user)s, %(space)s, %(at)s)
ON CONFLICT (user_id, space_id) DO UPDATE SET read_at = GREATEST(kept.read_at, excluded.read_at)
"""
_FOLLOW = """
INSERT INTO fora_subscription (user_id, thread_id, frequency, since)
SELECT %(user)s, %(thread)s, %(frequency)s, %(now)s
 WHERE NOT EXISTS (SELECT FROM fora_subscription WHERE user_id = %(user)s AND thread_id = %(thread)s)
ON CONFLICT DO NOTHING
"""


def mark_read(*, thread: Thread, by: User, seq: int) -> None:
    """The person has read up to number `seq`; a mark never goes back, and never beyond what is there."""
    _execute(_MARK, user=by.pk, thread=thread.pk, seq=max(0, seq), now=timezone.now())
    forget_unread(by.pk)


def mark_own(post: Post, *, before: int) -> None:
    """Who had read all that was visible (up to `before`) has read the own post too."""
    if post.author_id is not None:
        _execute(
            _OWN,
            user=post.author_id,
            thread=post.thread_id,
            seq=post.seq,
            before=before,
            now=timezone.now(),
        )


@transaction.atomic
def enter_space(*, space: Space, by: User) -> None:
    """From the first visit on, what is new in a space counts as unread; a later visit changes nothing.

    Raises PermissionDenied for a space that the person does not read.
    """
    _check_reads(space, by)
    ReadSpace.objects.get_or_create(user=by, space=space)


@transaction.atomic
def mark_space_read(*, space: Space, by: User) -> None:
    """All that is there counts as read. Raises PermissionDenied."""
    _check_reads(space, by)
    _execute(_ENTER, user=by.pk, space=space.pk, at=timezone.now())
    forget_unread(by.pk)


@transaction.atomic
def subscribe(
    *, by: User, frequency: Following, space: Space | None = None, thread: Thread | None = None
) -> Subscription:
    """Say how one wants to hear of a space or a thread; NONE on a thread silences it within its space.

    Raises PermissionDenied for what the person does not read.
    """
    if thread is not None:
        if not by.is_authenticated or not Thread.objects.visible_to(by).filter(pk=thread.pk).exists():
            raise PermissionDenied
    elif space is not None:
        _check_reads(space, by)
        ReadSpace.objects.get_or_create(user=by, space=space)
    wish, _created = Subscription.objects.update_or_create(
        user=by, space=space, thread=thread, defaults={"frequency": frequency}
    )
    follow_wishes(user=by, verb=FOLLOWED)
    return wish


@transaction.atomic
def unsubscribe(*, by: User, space: Space | None = None, thread: Thread | None = None) -> None:
    """Forget the wish: for a thread, that of its space holds again."""
    Subscription.objects.filter(user=by, space=space, thread=thread).delete()
    follow_wishes(user=by, verb=FOLLOWED)


def follow_own(post: Post) -> None:
    """Who writes in a thread hears of it, unless they have said otherwise."""
    if post.author_id is not None:
        _execute(
            _FOLLOW,
            user=post.author_id,
            thread=post.thread_id,
            frequency=Following.INSTANT.value,
            now=timezone.now(),
        )


def prune_marks() -> int:
    """Throw away read marks of threads that count as read anyway; gives how many."""
    before = timezone.now() - timedelta(days=UNREAD_DAYS)
    gone, _each = ReadThread.objects.filter(read_at__lt=before, thread__last_visible_at__lt=before).delete()
    return gone


def _check_reads(space: Space, by: User) -> None:
    if not by.is_authenticated or not Space.objects.visible_to(by).filter(pk=space.pk).exists():
        raise PermissionDenied


def _execute(statement: str, **values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
