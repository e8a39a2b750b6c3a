"""The ways of a course and of a session: what their tables allow happens, and nothing else does."""

from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from network.choices import OrganizationKind, Role
from network.models import Organization, User
from tests.depth import examples
from tests.factories import CourseFactory, OrganizationFactory, SessionFactory, UserFactory
from training_catalogue.choices import (
    COURSE_STEPS,
    SESSION_STEPS,
    CourseActor,
    CourseState,
    SessionActor,
    SessionState,
)
from training_catalogue.models import Course, Session
from training_catalogue.services import seats, sessions, way
from training_catalogue.services.errors import MovedError, NotCompleteError, ReasonNeededError, TrainingError

from .conftest import make_editor

pytestmark = pytest.mark.django_db

VERBS = {
    "edit": lambda course, by, words: way.save_course(course=course, by=by, title_es=f"Título {words}"),
    "submit": lambda course, by, words: way.submit_course(course=course, by=by),
    "approve": lambda course, by, words: way.approve_course(course=course, by=by),
    "return": lambda course, by, words: way.return_course(course=course, by=by, reason=words),
    "confirm": lambda course, by, words: way.confirm_course(course=course, by=by),
    "hide": lambda course, by, words: way.hide_course(course=course),
    "withdraw": lambda course, by, words: way.withdraw_course(course=course, by=by, reason=words),
    "restore": lambda course, by, words: way.restore_course(course=course, by=by, reason=words),
}
CAPACITIES = {
    "editor": {CourseActor.WRITER, CourseActor.EDITOR},
    "focal point": {CourseActor.WRITER, CourseActor.EDITOR},
    "contributor": {CourseActor.WRITER},
    "manager": {CourseActor.STAFF},
    "outside editor": set(),
    "focal point of Chile": set(),
    "member": set(),
    "visitor": set(),
}


def cast_of(provider: Organization) -> dict[str, Any]:
    """People of every capacity with regard to a government body of Guatemala."""
    return {
        "editor": make_editor(provider),
        "focal point": UserFactory(roles=[(Role.FOCAL_POINT, "GT")]),
        "contributor": UserFactory(roles=[(Role.CONTRIBUTOR, "GT")]),
        "manager": UserFactory(roles=[Role.STAFF_MANAGER]),
        "outside editor": make_editor(OrganizationFactory(kind=OrganizationKind.ACADEMIA)),
        "focal point of Chile": UserFactory(roles=[(Role.FOCAL_POINT, "CL")]),
        "member": UserFactory(roles=[Role.MEMBER]),
        "visitor": AnonymousUser(),
    }


def test_every_verb_of_the_table_but_start_and_delete_is_a_service() -> None:
    assert {row.verb for row in COURSE_STEPS} - set(VERBS) == {"start", "delete"}


def expected(course: Course, name: str, verb: str) -> CourseState | None:
    """What the table says must come of it."""
    capacities = {CourseActor.CLOCK} if verb == "hide" else CAPACITIES[name]
    first = way.is_first_of(course.provider)
    return next(
        (
            row.target
            for row in COURSE_STEPS
            if (row.verb, row.source) == (verb, course.state)
            and capacities & set(row.actors)
            and row.first in (None, first)
        ),
        None,
    )


class CourseMachine(RuleBasedStateMachine):
    """Anybody tries anything at any time; the table says what must come of it."""

    cast: dict[str, Any]
    provider: Organization

    def __init__(self) -> None:
        super().__init__()
        self.course = CourseFactory(provider=self.provider)

    @rule(name=st.sampled_from(sorted(CAPACITIES)), verb=st.sampled_from(sorted(VERBS)))
    def anybody_tries(self, name: str, verb: str) -> None:
        """One step, or none."""
        wanted = expected(self.course, name, verb)
        try:
            with transaction.atomic():
                VERBS[verb](self.course, self.cast[name], "because")
        except (PermissionDenied, MovedError):
            assert wanted is None, f"{name} should have been able to {verb} from {self.course.state}"
        else:
            assert wanted is not None, f"{name} could {verb} from {self.course.state}"
            assert Course.objects.get(pk=self.course.pk).state == wanted
        self.course = Course.objects.select_related("provider").get(pk=self.course.pk)

    @invariant()
    def what_is_published_has_an_address(self) -> None:
        if self.course.state == CourseState.PUBLISHED:
            assert self.course.identifier
            assert self.course.confirmed_on

    @invariant()
    def the_steps_lead_to_where_it_is(self) -> None:
        last = self.course.steps.last()
        assert (last.to_state if last else CourseState.DRAFT) == self.course.state


@pytest.mark.walk
def test_anybody_may_try_anything_with_a_course_and_only_the_table_happens(db: None) -> None:
    provider = OrganizationFactory(name="Academia de Policía")
    machine = type("Machine", (CourseMachine,), {"cast": cast_of(provider), "provider": provider})

    class Undone(machine):  # type: ignore[misc, valid-type]
        def __init__(self) -> None:
            self.point = transaction.atomic()
            self.point.__enter__()
            super().__init__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

    run_state_machine_as_test(
        Undone,
        settings=settings(
            max_examples=examples(15),
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_first_course_of_a_provider_is_read_before_the_second_after(
    university: Organization, editor: User, staff_manager: User
) -> None:
    first, second = CourseFactory(provider=university), CourseFactory(provider=university)
    assert way.submit_course(course=first, by=editor).state == CourseState.SUBMITTED
    first.refresh_from_db()
    published = way.approve_course(course=first, by=staff_manager)
    assert published.identifier.startswith("TC-")
    assert way.submit_course(course=second, by=editor).state == CourseState.PUBLISHED


def test_what_is_not_complete_is_not_submitted(university: Organization, editor: User) -> None:
    course = CourseFactory(provider=university, summary_es="", link="", pillar="")
    with pytest.raises(NotCompleteError) as caught:
        way.submit_course(course=course, by=editor)
    assert caught.value.missing == ["summary", "pillar", "link"]


def test_nobody_withdraws_without_a_reason(university: Organization, editor: User) -> None:
    course = CourseFactory(provider=university, state=CourseState.PUBLISHED)
    with pytest.raises(ReasonNeededError):
        way.withdraw_course(course=course, by=editor, reason=" ")


def test_of_two_who_save_the_same_page_the_second_is_told(university: Organization, editor: User) -> None:
    course = CourseFactory(provider=university)
    way.save_course(course=course, by=editor, seen_revision=1, title_es="Uno")
    with pytest.raises(way.StaleCourseError):
        way.save_course(course=course, by=editor, seen_revision=1, title_es="Dos")


ACTORS = {
    "open": SessionActor.EDITOR,
    "close": SessionActor.EDITOR,
    "reopen": SessionActor.EDITOR,
    "cancel": SessionActor.EDITOR,
    "start": SessionActor.CLOCK,
    "end": SessionActor.CLOCK,
}


@pytest.mark.parametrize(("state", "verb"), list(product(SessionState, ACTORS)))
def test_a_session_takes_the_steps_of_the_table_and_no_other(
    university: Organization, editor: User, state: SessionState, verb: str
) -> None:
    reason = {"cancel_reason": "why"} if state == SessionState.CANCELLED else {}
    course = CourseFactory(provider=university, state=CourseState.PUBLISHED)
    session = SessionFactory(course=course, state=state, **reason)
    allowed = {
        (row.verb, row.source): row.target for row in SESSION_STEPS if ACTORS.get(row.verb) in row.actors
    }
    try:
        if ACTORS[verb] == SessionActor.EDITOR:
            sessions.move_session(session=session, by=editor, verb=verb, reason="Too few")
        else:
            sessions.move_by_clock(session=session, verb=verb)
    except MovedError:
        assert (verb, state) not in allowed
    else:
        assert Session.objects.get(pk=session.pk).state == allowed[verb, state]


def test_seats_fill_and_free_and_are_never_oversold(db: None) -> None:
    session = SessionFactory(seats=1)
    seats.seat(session, +1)
    assert session.state == SessionState.FULL
    seats.seat(session, -1)
    assert session.state == SessionState.OPEN
    seats.seat(session, +1)
    with pytest.raises(Exception, match="session_not_oversold"), transaction.atomic():
        seats.seat(session, +1)


@pytest.mark.parametrize("verb", ["open", "close", "cancel"])
def test_an_outsider_moves_no_session(outside_editor: User, verb: str) -> None:
    session = SessionFactory()
    with pytest.raises(PermissionDenied):
        sessions.move_session(session=session, by=outside_editor, verb=verb, reason="why")
    with pytest.raises(PermissionDenied):
        sessions.save_session(session=session, by=outside_editor, seats=3)
    with pytest.raises(PermissionDenied):
        sessions.add_session(course=session.course, by=outside_editor, is_any_time=True)


def test_fewer_seats_than_are_taken_are_refused(university: Organization, editor: User) -> None:
    session = SessionFactory(
        course=CourseFactory(provider=university, state=CourseState.PUBLISHED), seats=5, seats_taken=4
    )
    with pytest.raises(TrainingError, match="4"):
        sessions.save_session(session=session, by=editor, seats=3)
