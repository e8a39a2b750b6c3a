"""Who hears of what: those who follow and may read, by one query however many they are."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from network.models import User
from network.notifications.choices import Frequency
from network.services.roles import holders, managers

from ...choices import LEADING, Access, Capacity, Following, SpaceState
from ...models import Space, SpaceGrant, Subscription, Thread
from ...querysets.standing import ROLES

FREQUENCIES = {
    Following.INSTANT: Frequency.AT_ONCE,
    Following.DAILY: Frequency.DAILY,
    Following.WEEKLY: Frequency.WEEKLY,
    Following.NONE: Frequency.NEVER,
}


def followers_of(thread: Thread) -> QuerySet[User]:
    """Who follows the thread, or its space and has said nothing of the thread, and may read it."""
    of_thread = Subscription.objects.filter(thread=thread)
    of_space = Subscription.objects.filter(space=thread.space_id).exclude(frequency=Following.NONE)
    follows = Q(pk__in=of_thread.exclude(frequency=Following.NONE).values("user")) | Q(
        pk__in=of_space.values("user")
    ) & ~Q(pk__in=of_thread.values("user"))
    return readers_of(thread.space).filter(follows)


def followers_of_space(space: Space) -> QuerySet[User]:
    """Who follows the space or anything in it, and who was let in, as far as they may read it."""
    said = Subscription.objects.filter(Q(space=space) | Q(thread__space=space))
    follows = Q(pk__in=said.exclude(frequency=Following.NONE).values("user"))
    return readers_of(space).filter(follows | Q(pk__in=_entered(space)))


def readers_of(space: Space) -> QuerySet[User]:
    """Accounts that may read the space: what `visible_to` says of each, the other way round."""
    people = User.objects.filter(is_active=True)
    everywhere = Q(pk__in=managers().values("pk"))
    if space.state == SpaceState.PREPARATION:
        return people.filter(everywhere | Q(pk__in=_entered(space, (Capacity.MODERATOR, *LEADING))))
    if space.access == Access.PUBLIC:
        return people
    if space.access == Access.MEMBERS:
        return holders(Q())
    return people.filter(everywhere | Q(pk__in=_entered(space)))


def moderators_of(space: Space) -> QuerySet[User]:
    """Who moderates the space; staff managers where nobody does."""
    own = User.objects.filter(is_active=True, pk__in=_entered(space, (Capacity.MODERATOR,)))
    if own.exists():
        return own
    return managers()


def wishes_of_thread(thread_id: str, people: Sequence[int]) -> dict[int, Frequency]:
    """How these people follow a thread: what they said of it, else of its space; none of those who do not."""
    thread = Thread.objects.unfiltered().filter(pk=thread_id).first()
    if thread is None:
        return {}
    rows = Subscription.objects.filter(Q(thread=thread) | Q(space=thread.space_id), user__in=people)
    said: dict[int, Frequency] = {}
    for user_id, of_space, frequency in rows.values_list("user_id", "space_id", "frequency"):
        if of_space is None or user_id not in said:
            said[user_id] = FREQUENCIES[Following(frequency)]
    return {person: said.get(person, Frequency.NEVER) for person in people}


def _entered(space: Space, capacities: Sequence[Capacity] = tuple(Capacity)) -> QuerySet:
    """Who has a place in the space, and the role of the Network that goes with it."""
    held = Q()
    for capacity in capacities:
        role = ROLES.get(capacity)
        held |= Q(capacity=capacity, user__in=holders(Q(role=role) if role else Q()))
    return SpaceGrant.objects.in_force().filter(held, space=space).values("user")
