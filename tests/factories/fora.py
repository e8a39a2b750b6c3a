"""Spaces, threads and posts in any state, written straight into the tables with figures that agree.

`PostFactory(state="hidden", text="…")` makes what it needs; `let_in(user, space, capacity)` grants.
"""

from typing import Any

import factory
from django.db import transaction
from django.utils import timezone

from fora.choices import PLACED, Capacity, PostState, SpaceKind, SpaceState
from fora.models import Post, PostRevision, Space, SpaceGrant, Thread
from fora.querysets import forget_standing
from network.choices import Role
from network.models import User
from network.services import grant_role
from network.ui import markdown

from .people import UserFactory

ROLES = {
    Capacity.MODERATOR: Role.MODERATOR,
    Capacity.FACILITATOR: Role.FACILITATOR,
    Capacity.CHAIR: Role.CHAIR,
}


class SpaceFactory(factory.django.DjangoModelFactory[Space]):
    """An open public forum without hours; `kind="virtual"` wants them."""

    slug = factory.Sequence(lambda number: f"space-{number}")
    kind = SpaceKind.PERMANENT
    state = SpaceState.OPEN
    source_language = "en"
    title_en = factory.Sequence(lambda number: f"Space {number}")

    class Meta:
        model = Space


class ThreadFactory(factory.django.DjangoModelFactory[Thread]):
    """A subject that somebody has submitted; it is seen once it has a published post."""

    space = factory.SubFactory(SpaceFactory)
    starter = factory.SubFactory(UserFactory, roles=[Role.MEMBER])
    starter_name = factory.LazyAttribute(lambda thread: thread.starter.full_name if thread.starter else "")
    source_language = "en"
    title_en = factory.Sequence(lambda number: f"Thread {number}")
    submitted_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = Thread


class PostFactory(factory.django.DjangoModelFactory[Post]):
    """A post in `state` that says `text` in its language; the figures of its thread follow."""

    thread = factory.SubFactory(ThreadFactory)
    author = factory.LazyAttribute(lambda post: post.thread.starter)
    author_name = factory.LazyAttribute(lambda post: post.author.full_name if post.author else "")
    source_language = "en"
    state = PostState.PUBLISHED

    class Meta:
        model = Post

    @classmethod
    @transaction.atomic
    def _create(cls, model_class: type[Post], *args: Any, **fields: Any) -> Post:
        text = fields.pop("text", "What we learned.")
        language, state, now = fields["source_language"], fields["state"], timezone.now()
        thread = Thread.objects.select_for_update().get(pk=fields.pop("thread").pk)
        html = markdown.render(text)
        if state != PostState.REDACTED:
            fields |= {f"body_{language}": text, f"html_{language}": html}
        if state != PostState.DRAFT:
            fields |= {"submitted_at": now, "revision": 1}
        if state in PLACED and "seq" not in fields:
            thread.last_seq += 1
            fields |= {"seq": thread.last_seq, "published_at": now, "placed_at": now}
        post = model_class.objects.create(thread=thread, **fields)
        if post.revision:
            wiped = now if state == PostState.REDACTED else None
            PostRevision.objects.create(
                post=post,
                number=1,
                language=language,
                text="" if wiped else text,
                html="" if wiped else html,
                by=post.author,
                published_at=post.published_at,
                wiped_at=wiped,
            )
        if state == PostState.PUBLISHED:
            thread.visible_count += 1
            thread.last_visible_seq, thread.last_visible_at = post.seq, now
        if state == PostState.PENDING:
            thread.pending_count += 1
        thread.save()
        return post


def let_in(user: User, space: Space, capacity: Capacity = Capacity.MEMBER) -> User:
    """Give somebody a place in a space, and the role of the Network that goes with it."""
    role = ROLES.get(capacity)
    if role is not None and not user.has_role(role):
        grant_role(user=user, role=role, reason="test", by=None)
    SpaceGrant.objects.create(space=space, user=user, capacity=capacity, reason="test")
    forget_standing(user)
    user.__dict__.pop("grants", None)
    return user
