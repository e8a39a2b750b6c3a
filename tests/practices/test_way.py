"""The way of a practice: what the table of transitions allows happens, and nothing else does."""

from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from network.choices import Role
from practices.choices import TRANSITIONS, Actor, PracticeState
from practices.models import FieldComment, Practice
from practices.services import way
from practices.services.errors import (
    CommentNeededError,
    ConflictError,
    NotCompleteError,
    PracticeError,
    StaleObjectError,
    UnansweredCommentsError,
)
from practices.services.versions import VersionInPreparationError, start_new_version
from tests.factories import DraftPracticeFactory, OrganizationFactory, UserFactory

VERBS = {
    "ask_clearance": lambda practice, by, words: way.ask_clearance(practice=practice, by=by),
    "submit": lambda practice, by, words: way.submit_practice(practice=practice, by=by),
    "send_back": lambda practice, by, words: way.send_back(practice=practice, by=by, comment=words),
    "claim": lambda practice, by, words: way.claim_practice(practice=practice, by=by),
    "return": lambda practice, by, words: way.return_practice(
        practice=practice, by=by, comments=[("identity", "title", words)]
    ),
    "decline": lambda practice, by, words: way.decline_practice(practice=practice, by=by, comment=words),
    "publish": lambda practice, by, words: way.publish_practice(practice=practice, by=by),
    "withdraw": lambda practice, by, words: way.withdraw_practice(practice=practice, by=by, comment=words),
    "revise": lambda practice, by, words: start_new_version(practice=practice, by=by).revises,
}
CAST: dict[str, tuple[list[Any], set[Actor]]] = {
    "author": ([(Role.CONTRIBUTOR, "GT")], {Actor.AUTHOR, Actor.CONTRIBUTOR}),
    "another contributor": ([(Role.CONTRIBUTOR, "GT")], {Actor.CONTRIBUTOR}),
    "focal point": ([(Role.FOCAL_POINT, "GT")], {Actor.FOCAL_POINT}),
    "contributor of Chile": ([(Role.CONTRIBUTOR, "CL")], set()),
    "focal point of Chile": ([(Role.FOCAL_POINT, "CL")], set()),
    "screener": ([Role.SCREENER], {Actor.SCREENER}),
    "another screener": ([Role.SCREENER], {Actor.SCREENER}),
    "screener of the state": ([Role.SCREENER, (Role.FOCAL_POINT, "GT")], {Actor.FOCAL_POINT}),
    "screener of the organization": ([Role.SCREENER], set()),
    "manager": ([Role.STAFF_MANAGER], {Actor.STAFF_MANAGER}),
    "reviewer": ([Role.REVIEWER], set()),
    "member": ([Role.MEMBER], set()),
    "visitor": ([], set()),
}


def cast_of(organization: Any) -> dict[str, Any]:
    """The people of CAST; one of the screeners belongs to the organization."""
    people = {name: UserFactory(roles=roles) for name, (roles, _) in CAST.items() if name != "visitor"}
    people["screener of the organization"].memberships.create(organization=organization)
    return {**people, "visitor": AnonymousUser()}


def test_every_verb_of_the_table_but_start_and_delete_is_a_service() -> None:
    """Starting and deleting belong to drafting."""
    assert {row.verb for row in TRANSITIONS} - set(VERBS) == {"start", "delete"}


class WayMachine(RuleBasedStateMachine):
    """Anybody tries anything at any time; the table says what must come of it."""

    cast: dict[str, Any]
    organization: Any

    def __init__(self) -> None:
        super().__init__()
        self.practice = DraftPracticeFactory(author=self.cast["author"], organization=self.organization)
        self.state: PracticeState = PracticeState.DRAFT
        self.steps, self.complete, self.unanswered = 0, True, False
        self.identifier: str | None = None

    @rule()
    def empty_a_required_field(self) -> None:
        """The form lets people save what is not complete."""
        Practice.objects.filter(pk=self.practice.pk).update(diagnosis_es="")
        self.complete = False

    @rule()
    def fill_the_required_field(self) -> None:
        Practice.objects.filter(pk=self.practice.pk).update(diagnosis_es="Datos.")
        self.complete = True

    @rule()
    def answer_the_comments(self) -> None:
        self.practice.field_comments.update(answer="Hecho.", answered_at="2026-01-01T00:00Z")
        self.unanswered = False

    @rule(
        name=st.sampled_from(sorted(CAST)),
        verb=st.sampled_from(sorted(VERBS)),
        words=st.sampled_from(["", "Why."]),
    )
    def try_a_step(self, name: str, verb: str, words: str) -> None:
        """The oracle is the table alone: state, verb, capacity, completeness, words."""
        fitting = [row for row in TRANSITIONS if row.verb == verb and row.source == self.state]
        allowed = [row for row in fitting if CAST[name][1] & set(row.actors)]
        expected = self._refusal(fitting, allowed, verb, words)
        before = self._all()
        self.practice.refresh_from_db()
        if expected is None:
            VERBS[verb](self.practice, self.cast[name], words)
            self._moved(allowed[0].target, verb, self.cast[name], words)
            return
        with pytest.raises((PermissionDenied, PracticeError)) as caught:
            VERBS[verb](self.practice, self.cast[name], words)
        assert isinstance(caught.value, expected), (name, verb, self.state, caught.value)
        assert self._all() == before

    @invariant()
    def the_row_is_where_the_table_led_it(self) -> None:
        row = Practice.objects.get(pk=self.practice.pk)
        assert row.state == self.state
        assert row.identifier == self.identifier
        assert (row.state in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN)) == bool(row.identifier)
        assert row.transitions.count() == self.steps

    def _refusal(self, fitting: list[Any], allowed: list[Any], verb: str, words: str) -> Any:
        if not allowed:
            return PermissionDenied if fitting else (PermissionDenied, ConflictError)
        if allowed[0].needs_comment and not words:
            return CommentNeededError
        if verb == "revise" and self.practice.revisions.exists():
            return VersionInPreparationError
        if allowed[0].needs_complete and not self.complete:
            return NotCompleteError
        if self.state == PracticeState.RETURNED and self.unanswered:
            return UnansweredCommentsError
        return None

    def _moved(self, target: PracticeState, verb: str, by: Any, words: str) -> None:
        self.state = target
        self.steps += 1
        self.unanswered = self.unanswered or verb == "return"
        event = self.practice.transitions.last()
        assert (event.verb, event.to_state, event.by) == (verb, target, by)
        row = Practice.objects.get(pk=self.practice.pk)
        assert row.revision == self.steps + 1
        if verb == "publish":
            self.identifier = row.identifier
            assert row.published_at is not None

    def _all(self) -> tuple[Any, ...]:
        return (
            Practice.objects.filter(pk=self.practice.pk).values_list().get(),
            list(self.practice.transitions.values_list()),
            list(FieldComment.objects.filter(practice=self.practice).values_list()),
        )


@pytest.mark.usefixtures("db")
def test_nothing_but_the_rows_of_the_table_can_happen() -> None:
    """Hypothesis looks for a way around the table."""
    organization = OrganizationFactory()
    WayMachine.cast = cast_of(organization)
    WayMachine.organization = organization
    run_state_machine_as_test(
        WayMachine,
        settings=settings(
            max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.mark.parametrize("state", PracticeState.values)
def test_every_step_is_allowed_to_whom_the_table_names_and_refused_to_all_others(
    state: str, office_of_guatemala: Any
) -> None:
    """Each cell of (state, verb, person), one by one."""
    people = cast_of(office_of_guatemala)
    practice = DraftPracticeFactory(author=people["author"], organization=office_of_guatemala)
    published = {"identifier": way.next_identifier(1990), "published_at": "1990-01-01T00:00Z"}
    Practice.objects.filter(pk=practice.pk).update(state=state, **(published if state == "published" else {}))
    practice.refresh_from_db()
    for verb, (name, person) in product(VERBS, people.items()):
        row = next((row for row in TRANSITIONS if row.verb == verb and row.source == state), None)
        here = transaction.savepoint()
        if row is not None and CAST[name][1] & set(row.actors):
            assert VERBS[verb](practice, person, "Why.").state == row.target
        else:
            with pytest.raises((PermissionDenied, ConflictError)):
                VERBS[verb](practice, person, "Why.")
            assert Practice.objects.get(pk=practice.pk).state == state
        transaction.savepoint_rollback(here)


def test_a_person_who_acts_from_a_page_that_is_out_of_date_is_told_so(
    draft_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """The page's revision is older than the row's."""
    Practice.objects.filter(pk=draft_of_guatemala.pk).update(revision=7)
    with pytest.raises(StaleObjectError) as caught:
        way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala, seen_revision=6)
    assert caught.value.practice.revision == 7


def test_a_conflict_names_who_moved_the_practice_and_to_what(
    draft_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """The second of two focal points reads the name of the first."""
    second = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala)
    with pytest.raises(ConflictError, match=r"Ana Lucía Morales.*Submitted"):
        way.submit_practice(practice=draft_of_guatemala, by=second)


def test_a_withdrawn_practice_keeps_its_identifier(
    published_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """Its address never dies."""
    row = way.withdraw_practice(
        practice=published_of_guatemala, by=focal_point_of_guatemala, comment="Ended."
    )
    assert row.identifier == published_of_guatemala.identifier
    assert row.transitions.last().comment == "Ended."


def test_a_practice_cannot_be_submitted_without_consent(
    draft_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """Consent is one of the required parts."""
    Practice.objects.filter(pk=draft_of_guatemala.pk).update(consents_to_publish=False)
    with pytest.raises(NotCompleteError) as caught:
        way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala)
    assert caught.value.missing == {"consent": ["consents_to_publish"]}
