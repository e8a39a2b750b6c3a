"""The way of a post: random people try random things; a plain model says what must come of it."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from fora.choices import POST_STEPS, Capacity, PostActor, PostState
from fora.models import Post, Space, Thread
from fora.rules import can_post, can_take, reads_space
from fora.services import drafts, moderating, moving, posting
from fora.services.errors import ConflictError, ForaError, LockedError
from fora.services.reconciling import wrong_threads
from network.choices import Role
from network.moderation.choices import Reason
from tests.depth import examples
from tests.factories import SpaceFactory, UserFactory, let_in

WHY = Reason.OTHER
VERBS: dict[str, Any] = {
    "publish": lambda post, by: posting.publish_post(post=post, by=by),
    "edit": lambda post, by: posting.edit_post(post=post, by=by, text=f"Edit {post.revision}", language="en"),
    "withdraw": lambda post, by: posting.withdraw(post=post, by=by),
    "discard": lambda post, by: drafts.discard_draft(post=post, by=by),
    "approve": lambda post, by: moderating.approve(post=post, by=by),
    "reject": lambda post, by: moderating.reject(post=post, by=by, reason=WHY),
    "hide": lambda post, by: moderating.hide(post=post, by=by, reason=WHY),
    "show": lambda post, by: moderating.show(post=post, by=by),
    "redact": lambda post, by: moderating.redact(post=post, by=by, reason=WHY),
}
WRITING = {step.verb for step in POST_STEPS if step.writes}
CAST = ("author", "other", "moderator", "stranger", "manager", "visitor")
MODERATING, TRUSTED = {"moderator", "manager"}, {"moderator", "manager"}
READ_BY_AUTHOR = {"draft", "pending", "rejected", "published", "hidden"}
READ_BY_MODERATORS = {"pending", "rejected", "published", "hidden", "withdrawn"}


@dataclass
class Said:
    """What the model knows of a post."""

    author: str
    thread: int
    state: str = "draft"
    seq: int | None = None


@dataclass
class Subject:
    """What the model knows of a thread."""

    starter: str
    submitted: bool = False
    locked: bool = False
    hidden: bool = False
    last: int = 0
    posts: list[int] = field(default_factory=list)


class ForumMachine(RuleBasedStateMachine):
    """Two spaces would only repeat: one that reads first, or one that does not, is drawn at the beginning."""

    people: dict[str, Any]
    spaces: dict[bool, Space]

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[int, Said] = {}
        self.subjects: dict[int, Subject] = {}
        self.is_held = False
        self.turn = 0

    @precondition(lambda self: len(self.subjects) < 2)
    @rule(who=st.sampled_from(CAST), held=st.booleans(), as_draft=st.booleans())
    def start(self, who: str, held: bool, as_draft: bool) -> None:
        self.is_held = held if not self.subjects else self.is_held
        words = {"title": "T", "text": "Begin", "language": "en"}

        def begin() -> Post:
            return posting.start_thread(
                space=self.spaces[self.is_held], by=self.people[who], as_draft=as_draft, **words
            )

        if who == "visitor":
            with pytest.raises(PermissionDenied):
                begin()
            return
        post = begin()
        self.subjects[post.thread_id] = Subject(who, posts=[post.pk])
        self.said[post.pk] = Said(who, post.thread_id)
        if not as_draft:
            self._publish(post.pk, who)

    @precondition(lambda self: bool(self.subjects))
    @rule(who=st.sampled_from(CAST), which=st.integers(0, 99))
    def draft(self, who: str, which: int) -> None:
        """One draft per person and thread, wherever they may read."""
        key = sorted(self.subjects)[which % len(self.subjects)]
        subject, thread = self.subjects[key], Thread.objects.get(pk=key)
        known = self._visible_count(key) > 0 and not subject.hidden
        words = {"text": "Draft", "language": "en"}
        if who == "visitor" or not (known or subject.starter == who):
            with pytest.raises(PermissionDenied):
                drafts.save_draft(thread=thread, by=self.people[who], **words)
            return
        post = drafts.save_draft(thread=thread, by=self.people[who], **words)
        if post.pk in self.said:
            assert self.said[post.pk].state == "draft"
            assert self.said[post.pk].author == who
        else:
            self.said[post.pk] = Said(who, key)
            subject.posts.append(post.pk)

    @precondition(lambda self: bool(self.said))
    @rule(who=st.sampled_from(CAST), verb=st.sampled_from(sorted(VERBS)), which=st.integers(0, 99))
    def step(self, who: str, verb: str, which: int) -> None:
        """The table, the cast and the lock say what happens; what is refused changes nothing."""
        key = sorted(self.said)[which % len(self.said)]
        expected = self._refusal(key, who, verb)
        post, by = Post.objects.select_related("thread__space").get(pk=key), self.people[who]
        if by.is_authenticated and verb in VERBS:
            assert can_take(by, post, verb) == (self._fits(key, who, verb) is not None)
        before = self._rows()
        if expected is None:
            VERBS[verb](post, by)
            self._happened(key, who, verb)
            return
        with pytest.raises((PermissionDenied, ForaError)) as caught:
            VERBS[verb](post, by)
        assert isinstance(caught.value, expected), (who, verb, self.said[key], caught.value)
        assert self._rows() == before

    @precondition(lambda self: len(self.subjects) == 2)
    @rule(who=st.sampled_from(CAST), which=st.integers(0, 99))
    def move(self, who: str, which: int) -> None:
        key = sorted(self.said)[which % len(self.said)]
        said = self.said[key]
        target = next(each for each in self.subjects if each != said.thread)
        fits = who in MODERATING and who != said.author and said.state in ("pending", "published", "hidden")
        call = {"post": Post.objects.get(pk=key), "to": Thread.objects.get(pk=target), "by": self.people[who]}
        if not fits or not self.subjects[target].submitted:
            with pytest.raises((PermissionDenied, ConflictError)):
                moving.move_post(**call)
            return
        moving.move_post(**call)
        self.subjects[said.thread].posts.remove(key)
        self.subjects[target].posts.append(key)
        said.thread = target
        if said.seq is not None:
            self._number(key)

    @precondition(lambda self: bool(self.subjects))
    @rule(
        who=st.sampled_from(CAST),
        verb=st.sampled_from(["lock", "unlock", "hide", "show"]),
        which=st.integers(0, 99),
    )
    def change_thread(self, who: str, verb: str, which: int) -> None:
        key = sorted(self.subjects)[which % len(self.subjects)]
        subject, thread, by = self.subjects[key], Thread.objects.get(pk=key), self.people[who]
        do = {
            "lock": lambda: moving.lock(thread=thread, by=by),
            "unlock": lambda: moving.lock(thread=thread, by=by, is_locked=False),
            "hide": lambda: moving.hide_thread(thread=thread, by=by, reason=WHY),
            "show": lambda: moving.show_thread(thread=thread, by=by),
        }[verb]
        own = verb in ("hide", "show") and who == subject.starter
        again = verb in ("hide", "show") and subject.hidden == (verb == "hide")
        if who not in MODERATING or own or again:
            with pytest.raises((PermissionDenied, ConflictError)):
                do()
            return
        do()
        if verb in ("lock", "unlock"):
            subject.locked = verb == "lock"
        else:
            subject.hidden = verb == "hide"

    @invariant()
    def the_rows_are_as_the_model_says(self) -> None:
        rows = {post.pk: post for post in Post.objects.filter(pk__in=self.said)}
        assert rows.keys() == self.said.keys()
        for key, said in self.said.items():
            row = rows[key]
            assert (row.state, row.seq, row.thread_id) == (said.state, said.seq, said.thread)
            if said.state == "redacted":
                assert row.body_en == row.html_en == ""
        assert wrong_threads() == []
        for key, subject in self.subjects.items():
            thread = Thread.objects.get(pk=key)
            assert thread.visible_count == self._visible_count(key)
            assert thread.last_seq == subject.last

    @invariant()
    def everyone_reads_what_the_model_says_and_no_more(self) -> None:
        self.turn += 1
        for who in (CAST[self.turn % len(CAST)], CAST[(self.turn + 3) % len(CAST)]):
            person = self.people[who]
            expected = {key for key in self.said if self._reads(who, key)}
            mine = Post.objects.visible_to(person).filter(pk__in=self.said)  # earlier examples left theirs
            assert set(mine.values_list("pk", flat=True)) == expected, who
            for key in self.subjects:
                places = Post.objects.places(thread_id=key, first=1, last=99, user=person, language="en")
                assert {place.pk for place in places if place.is_readable} == {
                    each for each in expected if self.said[each].thread == key and self.said[each].seq
                }
                assert all(place.html == "" for place in places if not place.is_readable)

    def _fits(self, key: int, who: str, verb: str) -> Any:
        said, held = self.said[key], self.is_held and who not in TRUSTED
        for step in POST_STEPS:
            is_actor = (
                who == said.author
                if step.actor == PostActor.AUTHOR
                else who in MODERATING and who != said.author
            )
            if (step.verb, step.source) == (verb, said.state) and step.held in (None, held) and is_actor:
                return step
        return None

    def _refusal(self, key: int, who: str, verb: str) -> Any:
        if self._fits(key, who, verb) is None:
            return (PermissionDenied, ConflictError)
        subject = self.subjects[self.said[key].thread]
        if verb in WRITING and (subject.hidden or (subject.locked and who not in TRUSTED)):
            return LockedError
        return None

    def _happened(self, key: int, who: str, verb: str) -> None:
        said, target = self.said[key], self._fits(key, who, verb).target
        if verb == "discard":
            del self.said[key]
            subject = self.subjects[said.thread]
            subject.posts.remove(key)
            if not subject.submitted and not subject.posts:
                del self.subjects[said.thread]
        elif verb == "publish":
            self._publish(key, who)
        else:
            said.state = target.value
            if target == PostState.PUBLISHED and said.seq is None:
                self._number(key)

    def _publish(self, key: int, who: str) -> None:
        said = self.said[key]
        self.subjects[said.thread].submitted = True
        said.state = "pending" if self.is_held and who not in TRUSTED else "published"
        if said.state == "published":
            self._number(key)

    def _number(self, key: int) -> None:
        subject = self.subjects[self.said[key].thread]
        subject.last += 1
        self.said[key].seq = subject.last

    def _visible_count(self, thread: int) -> int:
        return sum(self.said[key].state == "published" for key in self.subjects[thread].posts)

    def _reads(self, who: str, key: int) -> bool:
        said, subject = self.said[key], self.subjects[self.said[key].thread]
        if said.state == "published" and not subject.hidden:
            return True
        if who in MODERATING and said.state in READ_BY_MODERATORS:
            return True
        is_own = who == said.author and said.state in READ_BY_AUTHOR
        return is_own and (not subject.hidden or subject.starter == who)

    def _rows(self) -> list[Any]:
        figures = Thread.objects.filter(pk__in=self.subjects).order_by("pk").values_list()
        return [list(Post.objects.filter(pk__in=self.said).order_by("pk").values_list()), list(figures)]


@pytest.mark.usefixtures("db")
@pytest.mark.walk
def test_nothing_but_the_rows_of_the_table_can_happen(settings_without_limits: None) -> None:
    """Hypothesis looks for a way around the table, the lock and the eyes of others."""
    spaces = {held: SpaceFactory(is_premoderated=held) for held in (False, True)}
    people: dict[str, Any] = {
        "author": UserFactory(roles=[Role.MEMBER]),
        "other": UserFactory(roles=[Role.MEMBER]),
        "moderator": UserFactory(roles=[Role.MEMBER]),
        "stranger": let_in(UserFactory(), SpaceFactory(), Capacity.MODERATOR),
        "manager": UserFactory(roles=[Role.STAFF_MANAGER]),
        "visitor": AnonymousUser(),
    }
    for space in spaces.values():
        let_in(people["moderator"], space, Capacity.MODERATOR)
    ForumMachine.people, ForumMachine.spaces = people, spaces
    run_state_machine_as_test(
        ForumMachine,
        settings=settings(
            max_examples=examples(8),
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture
def settings_without_limits(settings: Any) -> None:
    """Hypothesis writes more than people do."""
    settings.FORA_MOST_POSTS = 0


@pytest.mark.django_db
def test_the_rules_without_a_query_say_what_the_querysets_say() -> None:
    """`reads_space` repeats in Python what `visible_to` asks the database."""
    spaces = [
        SpaceFactory(access=access, state=state)
        for access in ("public", "members", "private")
        for state in ("preparation", "open", "archived")
    ]
    people: list[Any] = [
        UserFactory(),
        UserFactory(roles=[Role.MEMBER]),
        UserFactory(roles=[Role.STAFF_MANAGER]),
        AnonymousUser(),
    ]
    for capacity in Capacity:
        person = UserFactory(roles=[Role.MEMBER])
        people += [let_in(person, space, capacity) for space in spaces[::2]][:1]
    for person in people:
        seen = set(Space.objects.visible_to(person).values_list("pk", flat=True))
        assert {space.pk for space in spaces if reads_space(person, space)} == seen & {
            space.pk for space in spaces
        }
    thread = posting.start_thread(space=spaces[1], by=people[1], title="T", text="One", language="en").thread
    assert [can_post(person, thread) for person in people[:4]] == [False, True, True, False]
