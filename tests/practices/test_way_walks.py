"""Anybody tries anything at any time: what the design's table allows happens, and nothing else does.

Each step leaves its log entry and tells somebody; what is public changes with a new version alone.
"""

from typing import Any

import pytest
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

from network.notifications.models import Notification
from practices.choices import TRANSITIONS, Actor, Depth, PracticeState
from practices.models import FieldComment, Practice, PracticeVersion, Review, ReviewRound, TransitionEvent
from practices.services import naming, scoring
from practices.services.content import content_of
from practices.services.errors import (
    AlreadyRatedError,
    AppealedBeforeError,
    CommentNeededError,
    ConflictError,
    NewVersionOpenError,
    NotCompleteError,
    PracticeError,
    ResultNeededError,
    UnansweredCommentsError,
)
from practices.services.scores import mark_of
from practices.services.versions import VersionInPreparationError, open_version
from tests.depth import examples
from tests.factories import DraftPracticeFactory, OrganizationFactory

from .review.people import in_days, reviewer, scores_of
from .table import CAST, VERBS, cast_of

JUDGED = (PracticeState.IN_REVIEW, PracticeState.CONSENSUS)
DECIDING = ("return", "decline", "publish", "review")


class WayMachine(RuleBasedStateMachine):
    """The oracle is the table alone: state, verb, capacity, completeness, words, and what reviewers found."""

    cast: dict[str, Any]
    organization: Any

    def __init__(self) -> None:
        super().__init__()
        self.practice = DraftPracticeFactory(
            author=self.cast["author"],
            organization=self.organization,
            depth=Depth.FULL,
            asks_for_rating=True,
        )
        self.state: PracticeState = PracticeState.DRAFT
        self.public: Practice | None = None
        self.complete, self.unanswered, self.settled, self.rated = True, False, False, False
        self.events = TransitionEvent.objects.count()
        self.said: dict[int, Any] = {}
        self.decided: set[str] = set()
        self.claimed = ""

    # What people do between the steps -------------------------------------------------------------------

    @precondition(lambda self: self.state == PracticeState.DRAFT)
    @rule(text=st.sampled_from(["", "Datos.", "Otros datos."]))
    def write_a_required_field(self, text: str) -> None:
        """The form lets people save what is not complete."""
        Practice.objects.filter(pk=self.practice.pk).update(diagnosis_es=text)
        self.complete = bool(text)

    @precondition(lambda self: self.unanswered)
    @rule()
    def answer_the_comments(self) -> None:
        self.practice.field_comments.update(answer="Hecho.", answered_at="2026-01-01T00:00Z")
        self.unanswered = False

    @precondition(lambda self: self.state in JUDGED and not self.settled)
    @rule(strength=st.sampled_from(["limited", "moderate", "very_strong"]))
    def score(self, strength: str) -> None:
        """The next of two reviewers scores; after an appeal they are named first."""
        live = Review.objects.live().filter(round__practice=self.practice, round__closed_at=None)
        if live.count() < 2:
            person = reviewer("Named later")
            review = naming.name_reviewer(
                practice=self.practice, by=self.cast["screener"], reviewer=person, due_on=in_days(9)
            )
        else:
            review = live.filter(submitted_at=None).first()
            if review is None:
                return self._agree(list(live), strength)
        scoring.accept_review(review=review, by=review.reviewer)
        scores = scores_of(self.practice, strength)
        scoring.submit_scores(review=review, by=review.reviewer, scores=scores)
        given = [each.scores["outcomes"] for each in live.exclude(submitted_at=None).order_by("pk")]
        found = sorted(each["strength"] for scored in given for each in scored.values())
        if len(given) == 2:
            if found in (["limited", "very_strong"], ["moderate", "very_strong"]):
                self.events += self.state == PracticeState.IN_REVIEW
                self.state = PracticeState.CONSENSUS
            else:
                self.settled = True
        return None

    def _agree(self, live: list[Review], strength: str) -> None:
        scores = scores_of(self.practice, strength)
        for each in live:
            seen = mark_of(ReviewRound.objects.get(pk=each.round_id).common)
            scoring.agree(review=each, by=each.reviewer, scores=scores, seen=seen)
        self.settled = True

    @precondition(
        lambda self: (
            self.public is not None
            and self.state in (PracticeState.PUBLISHED, PracticeState.DECLINED_FOR_GOOD)
        )
    )
    @rule()
    def turn_to_the_new_version_or_back(self) -> None:
        """The draft of a new version goes its own way; from a dead end back to what is public."""
        draft = open_version(self.public)
        self.practice = draft or self.public
        self.state = PracticeState(self.practice.state)
        self.complete = True

    # The steps ------------------------------------------------------------------------------------------

    @rule(
        name=st.sampled_from(sorted(CAST)),
        verb=st.sampled_from(sorted(VERBS)),
        words=st.sampled_from(["", "Why."]),
    )
    def try_a_step(self, name: str, verb: str, words: str) -> None:
        """By anybody, from anywhere."""
        self._try(name, verb, words)

    @rule(data=st.data())
    def take_a_step_that_the_table_has(self, data: Any) -> None:
        """So that walks come far: somebody who may, with words."""
        rows = [row for row in TRANSITIONS if row.source == self.state and row.verb in VERBS]
        options = [
            (name, row.verb)
            for row in rows
            for name in sorted(CAST)
            if self._capacities(name) & set(row.actors)
        ]
        if options:
            self._try(*data.draw(st.sampled_from(options)), "Why.")

    def _try(self, name: str, verb: str, words: str) -> None:
        fitting = [row for row in TRANSITIONS if row.verb == verb and row.source == self.state]
        allowed = [row for row in fitting if self._capacities(name) & set(row.actors)]
        expected = self._refusal(fitting, allowed, verb, words)
        before, told = self._all(), Notification.objects.count()
        self.practice.refresh_from_db()
        if expected is None:
            moved = VERBS[verb](self.practice, self.cast[name], words)
            self._moved(moved, allowed[0].target, verb, name)
            assert Notification.objects.count() > told, verb
            return
        with pytest.raises((PermissionDenied, PracticeError)) as caught:
            VERBS[verb](self.practice, self.cast[name], words)
        assert isinstance(caught.value, expected), (name, verb, self.state, caught.value)
        assert self._all() == before

    def _capacities(self, name: str) -> set[Actor]:
        found = set(CAST[name][1])
        if name in self.decided or self.claimed == name:
            found.discard(Actor.OTHER_MANAGER)
        return found

    def _refusal(self, fitting: list[Any], allowed: list[Any], verb: str, words: str) -> Any:  # noqa: PLR0911
        if not allowed:
            return PermissionDenied if fitting else (PermissionDenied, ConflictError)
        if verb == "appeal" and self.practice.transitions.filter(verb="appeal").exists():
            return AppealedBeforeError
        if verb == "appeal" and self.practice.revises and open_version(self.practice.revises):
            return NewVersionOpenError
        if allowed[0].needs_comment and not words:
            return CommentNeededError
        if verb in ("revise", "review") and self.state == PracticeState.PUBLISHED:
            if verb == "review" and self.rated:
                return AlreadyRatedError
            return VersionInPreparationError if open_version(self.practice) else None
        if allowed[0].needs_complete and not self.complete:
            return NotCompleteError
        if self.state == PracticeState.RETURNED and self.unanswered:
            return UnansweredCommentsError
        return ResultNeededError if self.state in JUDGED and not self.settled else None

    def _moved(self, moved: Practice, target: PracticeState, verb: str, name: str) -> None:
        was, self.state = self.state, target
        self.events += 2 if verb == "revise" else 1
        self.unanswered = self.unanswered or verb == "return"
        if verb in DECIDING:
            self.decided.add(name)
        self.claimed = name if verb == "claim" or (verb, was) == ("review", "published") else self.claimed
        if verb == "publish":
            self.rated = was in JUDGED
            self.public = moved
        if was in JUDGED or target == PracticeState.IN_REVIEW:
            self.settled = False
        self.practice = moved
        event = moved.transitions.last()
        assert (event.verb, event.from_state, event.to_state) == (verb, was, target)
        assert event.by == self.cast[name]

    # What always holds ----------------------------------------------------------------------------------

    @invariant()
    def the_row_is_where_the_table_led_it(self) -> None:
        assert Practice.objects.get(pk=self.practice.pk).state == self.state
        assert TransitionEvent.objects.count() == self.events

    @invariant()
    def what_is_public_changes_with_a_version_alone(self) -> None:
        if self.public is None:
            return
        public = Practice.objects.get(pk=self.public.pk)
        assert public.state in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN)
        says = content_of(public)
        assert self.said.setdefault(public.version, says) == says
        kept = {each.number: each.content for each in PracticeVersion.objects.filter(practice=public)}
        assert kept == {number: self.said[number] for number in self.said if number < public.version}

    @invariant()
    def nothing_is_rated_before_it_is_public(self) -> None:
        row = Practice.objects.get(pk=self.practice.pk)
        if row.identifier is None:
            assert not row.ratings.exists()
            assert not row.outcomes.exclude(strength="").exists()

    def _all(self) -> tuple[Any, ...]:
        return (
            Practice.objects.filter(pk=self.practice.pk).values_list().get(),
            Practice.objects.count(),
            ReviewRound.objects.count(),
            Review.objects.count(),
            TransitionEvent.objects.count(),
            Notification.objects.count(),
            list(FieldComment.objects.filter(practice=self.practice).values_list()),
        )


@pytest.mark.walk
@pytest.mark.usefixtures("db")
def test_nothing_but_the_rows_of_the_table_can_happen() -> None:
    """Hypothesis looks for a way around the table."""
    organization = OrganizationFactory()
    WayMachine.cast = cast_of(organization)
    WayMachine.organization = organization
    run_state_machine_as_test(
        WayMachine,
        settings=settings(
            max_examples=examples(10),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
