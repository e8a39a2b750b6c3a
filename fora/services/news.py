"""What people are told about the fora: never before a post is published, never what they may not read."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from network.choices import Role
from network.models import RoleGrant, User
from network.notifications.choices import Frequency
from network.notifications.services import notify

from ..choices import Capacity, Following
from ..models import Mention, Post, Space, SpaceGrant, Subscription, TopicProposal
from .following import follow_own, mark_own

FREQUENCIES = {
    Following.INSTANT: Frequency.AT_ONCE,
    Following.DAILY: Frequency.DAILY,
    Following.WEEKLY: Frequency.WEEKLY,
}


def tell_of_post(post: Post, *, is_edit: bool = False) -> None:
    """A post has come to light: who is named in it hears of that, and who follows thread or space.

    After an edit only those who were not named before.
    """
    named = _tell_named(post)
    if is_edit:
        return
    mark_own(post, before=_last_before(post))
    wishes = {person: wish for person, wish in wishes_for(post).items() if person not in named}
    if wishes:
        people = User.objects.filter(pk__in=list(wishes), is_active=True)
        notify("fora.posted", about=post, to=people, actor=post.author, wishes=wishes)
    follow_own(post)


def wishes_for(post: Post) -> dict[int, Frequency]:
    """Who follows the thread or the space, and how often they want to hear; the thread goes first."""
    thread = post.thread
    rows = Subscription.objects.filter(Q(thread=thread.pk) | Q(space=thread.space_id))
    said: dict[int, tuple[bool, str]] = {}
    for user_id, of_thread, frequency in rows.values_list("user_id", "thread_id", "frequency"):
        if of_thread is not None or user_id not in said:
            said[user_id] = (of_thread is not None, frequency)
    return {
        user_id: FREQUENCIES[Following(frequency)]
        for user_id, (_of_thread, frequency) in said.items()
        if frequency != Following.NONE
    }


def still_follows(post: Post, user: User) -> bool:
    """Whether the person may read the post and has not silenced its thread since."""
    readable = Post.objects.visible_to(user).filter(pk=post.pk).exists()
    return readable and user.pk in wishes_for(post)


def tell_of_pending(post: Post) -> None:
    """Moderators of the space hear of the first post that waits in a thread, not of each."""
    if post.thread.pending_count == 1:
        notify("fora.pending", about=post, to=moderators_of(post.thread.space), actor=post.author)


def tell_of_space(
    verb: str, space: Space, to: QuerySet[User], actor: User | None = None, once: str = ""
) -> None:
    """Something happened to a space."""
    notify(verb, about=space, to=to, actor=actor, once=once)


def tell_of_proposal(verb: str, proposal: TopicProposal, to: QuerySet[User], actor: User) -> None:
    """Something happened to a proposal."""
    notify(verb, about=proposal, to=to, actor=actor)


def moderators_of(space: Space) -> QuerySet[User]:
    """Who moderates a space; staff managers where nobody else does."""
    found = _in_capacity(space, Capacity.MODERATOR).filter(
        pk__in=RoleGrant.objects.effective().filter(role=Role.MODERATOR).values("user")
    )
    return found if found.exists() else managers()


def leaders_of(space: Space) -> QuerySet[User]:
    """Facilitators and chairs of a space."""
    return _in_capacity(space, Capacity.FACILITATOR, Capacity.CHAIR)


def followers_of(space: Space) -> QuerySet[User]:
    """Who follows a space, however often."""
    wishes = Subscription.objects.filter(space=space).exclude(frequency=Following.NONE)
    return User.objects.filter(is_active=True, pk__in=wishes.values("user"))


def managers() -> QuerySet[User]:
    """Staff managers."""
    return User.objects.filter(
        is_active=True, pk__in=RoleGrant.objects.effective().filter(role=Role.STAFF_MANAGER).values("user")
    )


def _in_capacity(space: Space, *capacities: Capacity) -> QuerySet[User]:
    grants = SpaceGrant.objects.in_force().filter(space=space, capacity__in=capacities)
    return User.objects.filter(is_active=True, pk__in=grants.values("user"))


def _tell_named(post: Post) -> set[int]:
    """People named in it who have not been told and may read it; a mention lets nobody in."""
    untold = list(Mention.objects.unfiltered().filter(post=post, told_at__isnull=True).select_related("user"))
    readers = [
        mention.user
        for mention in untold
        if Post.objects.visible_to(mention.user).filter(pk=post.pk).exists()
    ]
    if not readers:
        return set()
    keys = {reader.pk for reader in readers}
    notify("fora.mentioned", about=post, to=readers, actor=post.author)
    Mention.objects.unfiltered().filter(post=post, user__in=keys).update(told_at=timezone.now())
    return keys


def _last_before(post: Post) -> int:
    """The last number that was visible before this post."""
    rows: Any = Post.objects.unfiltered().filter(thread=post.thread_id, state="published", seq__lt=post.seq)
    return rows.order_by("-seq").values_list("seq", flat=True).first() or 0
