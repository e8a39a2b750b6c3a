"""What people are told about the fora: never before a post is published, never what they may not read."""

from django.db.models import QuerySet

from network.models import User
from network.notifications.services import notify

from ..choices import Capacity
from ..models import Post, Space, SpaceGrant, TopicProposal
from .following import follow_own, mark_own
from .notices import promise_news


def tell_of_post(post: Post, *, before: int) -> None:
    """A post has come to light: who is named in it, answered by it or follows it is told by a worker, who
    looks at it again. `before` was the last number that one could read."""
    promise_news(post)
    mark_own(post, before=before)
    follow_own(post)


def tell_of_edit(post: Post) -> None:
    """A post says something else: told are only those who have not been told before."""
    promise_news(post)


def tell_of_space(
    verb: str, space: Space, to: QuerySet[User], actor: User | None = None, once: str = ""
) -> None:
    """Something happened to a space."""
    notify(verb, about=space, to=to, actor=actor, once=once)


def tell_of_proposal(verb: str, proposal: TopicProposal, to: QuerySet[User], actor: User) -> None:
    """Something happened to a proposal."""
    notify(verb, about=proposal, to=to, actor=actor)


def leaders_of(space: Space) -> QuerySet[User]:
    """Facilitators and chairs of a space."""
    return _in_capacity(space, Capacity.FACILITATOR, Capacity.CHAIR)


def _in_capacity(space: Space, *capacities: Capacity) -> QuerySet[User]:
    grants = SpaceGrant.objects.in_force().filter(space=space, capacity__in=capacities)
    return User.objects.filter(is_active=True, pk__in=grants.values("user"))
