"""A hundred people in one thread at the same moment: real threads, real transactions."""

import random
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from fora.choices import Capacity, PostState
from fora.models import Post, PostMove, PostRevision, ReadThread, Thread
from fora.services.errors import ForaError
from fora.services.following import mark_read
from fora.services.moderating import flag_post, hide, show
from fora.services.moving import move_post
from fora.services.posting import edit_post, reply, start_thread, withdraw
from fora.services.reconciling import wrong_threads
from network.choices import Role
from network.models import RoleGrant, User
from network.moderation.choices import Reason
from network.moderation.models import Flag, ModerationCase
from network.moderation.services import ModerationError
from network.search.models import SearchRow
from tests.at_once import at_once
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory, let_in

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, HANDS, MODERATORS = 100, 24, 4
REFUSED = (ForaError, ModerationError, PermissionDenied)


def people() -> list[User]:
    """Members, made quickly: nobody of them signs in."""
    made = User.objects.bulk_create(
        User(email=f"p{number}@example.org", full_name=f"Person {number}") for number in range(PEOPLE)
    )
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=Role.MEMBER, reason="test") for user in made)
    return made


class Crowd:
    """One thread, another to move posts to, and what each person was told happened."""

    def __init__(self) -> None:
        self.space = SpaceFactory()
        self.moderators = [let_in(UserFactory(), self.space, Capacity.MODERATOR) for _ in range(MODERATORS)]
        begin = {"space": self.space, "by": self.moderators[0], "text": "Begin.", "language": "en"}
        self.thread = start_thread(title="One", **begin).thread
        self.other = start_thread(title="Another", **begin).thread
        self.written: list[int] = []
        self.wrong: list[BaseException] = []

    def come(self, number: int, user: User) -> None:
        """What one person does, in an order of their own."""
        dice = random.Random(number)
        try:
            post = reply(thread=self.thread, by=user, text=f"I am {user}.", language="en")
            self.written.append(post.pk)
            mark_read(thread=self.thread, by=user, seq=dice.randint(1, 120))
            self._one_more(dice, user, post)
            self._look_at_others(dice, user)
        except Exception as error:
            self.wrong.append(error)

    def come_through(self, number: int, users: list[User]) -> None:
        """Those whom one worker of the server answers, on the connection that it keeps."""
        try:
            for each in range(number, len(users), HANDS):
                self.come(each, users[each])
        finally:
            connection.close()

    def _one_more(self, dice: random.Random, user: User, post: Post) -> None:
        match dice.choice(["edit", "edit", "withdraw", "reply"]):
            case "edit":
                self._try(edit_post, post=post, by=user, text="I changed my mind.", language="es")
            case "withdraw":
                self._try(withdraw, post=post, by=user)
            case _:
                more = {"text": "And more.", "language": "fr"}
                self.written.append(reply(thread=self.thread, by=user, **more).pk)

    def _look_at_others(self, dice: random.Random, user: User) -> None:
        post = Post.objects.get(pk=dice.choice(list(self.written)))
        moderator = dice.choice(self.moderators)
        match dice.choice(["flag", "flag", "hide", "show", "move", "read"]):
            case "flag":
                self._try(flag_post, post=post, by=user, reason=Reason.OFF_TOPIC)
            case "hide":
                self._try(hide, post=post, by=moderator, reason=Reason.OTHER)
            case "show":
                self._try(show, post=post, by=moderator)
            case "move":
                target = self.other if post.thread_id == self.thread.pk else self.thread
                self._try(move_post, post=post, to=target, by=moderator)
            case _:
                mark_read(thread=self.thread, by=user, seq=dice.randint(1, 200))

    def _try(self, service: Any, **arguments: Any) -> None:
        """Another person may have been first: then nothing happens."""
        try:
            service(**arguments)
        except REFUSED:
            return


def test_a_hundred_people_in_one_thread_lose_nothing() -> None:
    """Figures, numbers and marks agree with a recount; every post that was acknowledged is there once."""
    crowd, everybody = Crowd(), people()
    with ThreadPoolExecutor(max_workers=HANDS) as pool:
        list(pool.map(crowd.come_through, range(HANDS), [everybody] * HANDS))
    assert crowd.wrong == []
    assert wrong_threads() == []
    assert len(crowd.written) == len(set(crowd.written)) >= PEOPLE
    posts = Post.objects.filter(pk__in=crowd.written)
    assert posts.count() == len(crowd.written)
    for thread in (crowd.thread, crowd.other):
        _check_numbers(Thread.objects.get(pk=thread.pk))
    for post in posts:
        assert PostRevision.objects.filter(post=post).count() == post.revision
    found = SearchRow.objects.filter(kind="post", is_original=True).values_list("object_id", flat=True)
    assert set(found) == set(Post.objects.published().values_list("pk", flat=True))
    assert Flag.objects.open().exclude(case__state="open").count() == 0
    open_cases = ModerationCase.objects.open().values_list("object_id", flat=True)
    assert len(open_cases) == len(set(open_cases))
    for mark in ReadThread.objects.select_related("thread"):
        assert mark.last_read_seq <= mark.thread.last_seq


def _check_numbers(thread: Thread) -> None:
    """Each number was given once: a post stands there, or stood there and was moved."""
    here = list(Post.objects.filter(thread=thread, seq__isnull=False).values_list("seq", flat=True))
    away = list(PostMove.objects.filter(thread=thread).values_list("seq", flat=True))
    assert sorted(here + away) == list(range(1, thread.last_seq + 1))


def test_two_moderators_who_act_at_once_act_once() -> None:
    """The second is told; nothing is counted twice."""
    space = SpaceFactory()
    first, second = (let_in(UserFactory(), space, Capacity.MODERATOR) for _ in range(2))
    post = PostFactory(thread=ThreadFactory(space=space))
    results = at_once(*(lambda by=by: hide(post=post, by=by, reason=Reason.OTHER) for by in (first, second)))
    assert sum(isinstance(result, Post) for result in results) == 1
    assert sum(isinstance(result, ForaError) for result in results) == 1
    assert wrong_threads() == []


def test_a_post_that_is_moved_while_its_author_takes_it_back_ends_in_one_place() -> None:
    """Whoever waits for the first thread looks again where the post is."""
    space = SpaceFactory()
    moderator = let_in(UserFactory(), space, Capacity.MODERATOR)
    one, other = (PostFactory(thread=ThreadFactory(space=space)).thread for _ in range(2))
    posts = [PostFactory(thread=one) for _ in range(6)]
    for post in posts:
        results = at_once(
            lambda post=post: move_post(post=post, to=other, by=moderator),
            lambda post=post: withdraw(post=post, by=post.author),
        )
        assert any(isinstance(result, Post) for result in results)
        post.refresh_from_db()
        assert post.state == PostState.WITHDRAWN or post.thread_id == other.pk
    assert wrong_threads() == []
