"""Who goes first: the writer, the thread, the post, the case. All services lock in this order."""

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from network.models import User

from ..choices import POST_STEPS, PostStep
from ..models import Post, Thread
from ..rules import acts_as, can_take, is_held, reads_space
from .errors import ConflictError

ATTEMPTS = 5


class _Moved(Exception):
    """The post went to another thread while we waited for this one."""


def take_turn(user: User) -> None:
    """Let one person's posts pass one after the other, so that they can be counted.

    Raises PermissionDenied for who has not signed in.
    """
    if not user.is_authenticated:
        raise PermissionDenied
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('fora writer'), %s)", [user.pk % 2**31])


def lock_thread(thread_id: int) -> Thread:
    """The thread as it stands now, locked, with its space; raises ConflictError when it is gone."""
    found = lock_threads(thread_id)
    if not found:
        raise ConflictError
    return found[thread_id]


def lock_threads(*thread_ids: int) -> dict[int, Thread]:
    """Several threads, in the order that all keep to."""
    rows = (
        Thread.objects.unfiltered()
        .select_for_update(no_key=True, of=("self",))
        .select_related("space", "agenda_item")
        .filter(pk__in=thread_ids)
        .order_by("pk")
    )
    return {thread.pk: thread for thread in rows}


def lock_post(post: Post) -> Post:
    """The post as it stands now, locked after its thread, which is at hand. Raises ConflictError.

    While we wait a moderator may move it: then the locks are given back and taken anew.
    """
    for _attempt in range(ATTEMPTS):
        thread_id = Post.objects.unfiltered().filter(pk=post.pk).values_list("thread", flat=True).first()
        if thread_id is None:
            raise ConflictError
        try:
            with transaction.atomic():
                return _lock_in(thread_id, post.pk)
        except _Moved:
            continue
    raise ConflictError


def _lock_in(thread_id: int, post_id: int) -> Post:
    thread = lock_thread(thread_id)
    row = Post.objects.unfiltered().select_for_update(no_key=True).filter(pk=post_id).first()
    if row is None:
        raise ConflictError
    if row.thread_id != thread_id:
        raise _Moved
    row.thread = thread
    return row


def check_step(post: Post, by: User, verb: str) -> PostStep:
    """The step of the table by which `by` may take `verb` with a locked post.

    Raises PermissionDenied when the person may not, ConflictError when they could have from another state:
    then somebody was first.
    """
    space = post.thread.space
    if not by.is_authenticated or not reads_space(by, space):
        raise PermissionDenied
    held = is_held(by, space)
    if can_take(by, post, verb):
        return next(
            step
            for step in POST_STEPS
            if step.verb == verb
            and step.source == post.state
            and step.held in (None, held)
            and acts_as(step.actor, by, post)
        )
    leads_on = any(step.verb == verb and step.source == post.state for step in POST_STEPS)
    actors = {step.actor for step in POST_STEPS if step.verb == verb}
    if not leads_on and any(acts_as(actor, by, post) for actor in actors):
        raise ConflictError(post)
    raise PermissionDenied
