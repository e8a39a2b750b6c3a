"""The way of an application: what its table allows happens, and nothing else; outsiders move nothing."""

from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from network.choices import Role
from network.models import Organization, User
from network.notifications.models import Notification
from network.services import erase_account, export_personal_data
from tests.depth import examples
from tests.factories import OrganizationFactory, SessionFactory, UserFactory
from training_catalogue.choices import SessionState
from training_catalogue.choices.applications import APPLICATION_STEPS, LIVE, ApplicationState
from training_catalogue.models import Application, ApplicationStep, Session
from training_catalogue.rules.applications import acts_on, fits
from training_catalogue.services.applying.personal import end_texts
from training_catalogue.services.applying.way import take_step
from training_catalogue.services.errors import BegunError, ReasonNeededError, TrainingError
from training_catalogue.services.sessions import move_by_clock, move_session, save_session
from training_catalogue.services.way import withdraw_course

from ..conftest import make_editor
from .conftest import ask, many_people, session_of

pytestmark = pytest.mark.django_db
VERBS = sorted({row.verb for row in APPLICATION_STEPS if row.source})


@pytest.fixture
def cast(editor: User, outside_editor: User, officer: User, focal_point: User) -> dict[str, User]:
    """One person of each capacity, and those outside."""
    return {
        "applicant": officer,
        "focal_point": focal_point,
        "provider": editor,
        "staff": UserFactory(roles=[Role.STAFF_MANAGER]),
        "outsider": outside_editor,
        "focal_point of Chile": UserFactory(roles=[(Role.FOCAL_POINT, "CL")]),
        "screener": UserFactory(roles=[Role.SCREENER]),
        "other applicant": UserFactory(roles=[Role.MEMBER]),
    }


def attempt(application: Application, by: User, verb: str) -> bool:
    """Whether a step was taken; undone in any case."""
    try:
        with transaction.atomic():
            take_step(application=application, by=by, verb=verb, comment="why")
            transaction.set_rollback(True)
    except (PermissionDenied, TrainingError):
        return False
    return True


@pytest.mark.parametrize(("state", "clears"), list(product(ApplicationState, (True, False))))
def test_an_application_moves_only_as_its_table_says(
    university: Organization, cast: dict[str, User], state: ApplicationState, clears: bool
) -> None:
    """Every verb × person, from every state; seats are free, so that only the waiting list stays shut."""
    session = session_of(university, clears=clears, seats_taken=1)
    application = ask(session, cast["applicant"])
    place = 1 if state == ApplicationState.WAIT_LISTED else None
    Application.objects.update(state=state, place=place, cleared_at=timezone.now())
    application.refresh_from_db()
    application.session = session
    for verb, (name, person) in product(VERBS, cast.items()):
        rows = [row for row in APPLICATION_STEPS if row.verb == verb and fits(row, application)]
        allowed = any(acts_on(actor, person, application) for row in rows for actor in row.actors)
        if name not in ("applicant", "focal_point", "provider", "staff"):
            assert not allowed
        assert attempt(application, person, verb) == (allowed and verb != "wait_list"), (state, verb, name)


def test_nobody_decides_on_their_own(university: Organization, editor: User, focal_point: User) -> None:
    direct, cleared = (
        ask(session_of(university), editor),
        ask(session_of(university, clears=True), focal_point),
    )
    assert not attempt(direct, editor, "accept")
    assert not attempt(cleared, focal_point, "clear")
    assert attempt(cleared, UserFactory(roles=[(Role.FOCAL_POINT, "JM")]), "clear")


def test_the_secretariat_is_asked_where_nobody_else_clears(
    university: Organization, officer: User, staff_manager: User
) -> None:
    ask(session_of(university, clears=True), officer)
    assert Notification.objects.get(verb="application.to_clear").recipient == staff_manager


def test_a_refusal_says_why(university: Organization, officer: User, focal_point: User, editor: User) -> None:
    application = ask(session_of(university, clears=True), officer)
    with pytest.raises(ReasonNeededError):
        take_step(application=application, by=focal_point, verb="refuse", comment=" ")
    take_step(application=application, by=focal_point, verb="refuse", comment="Not of the service")
    application.refresh_from_db()
    assert application.reason == "Not of the service"
    assert not Application.objects.visible_to(editor).exists()


class Seats(TestCase):
    """Whatever happens in whatever order, seats and waiting list agree."""

    @settings(max_examples=examples(25))
    @given(
        st.lists(
            st.tuples(st.sampled_from(["apply", "withdraw", "decline", "more"]), st.integers(0, 5)),
            max_size=9,
        )
    )
    def test_nobody_waits_while_a_seat_is_free_and_no_seat_is_given_twice(self, deeds: list[Any]) -> None:
        provider = OrganizationFactory(kind="academia")
        session, editor = session_of(provider, seats=2, accepts_at_once=True), make_editor(provider)
        people = many_people(6)
        for verb, number in deeds:
            self._do(session, editor, people[number], verb)
            session.refresh_from_db()
            taken = session.applications.filter(state=ApplicationState.ACCEPTED).count()
            waiting = session.applications.filter(state=ApplicationState.WAIT_LISTED).count()
            assert taken == session.seats_taken <= (session.seats or 0)
            assert not waiting or taken == session.seats
            assert (session.state == SessionState.FULL) == (taken == session.seats)

    def _do(self, session: Session, editor: User, person: User, verb: str) -> None:
        try:
            if verb == "apply":
                ask(session, person)
            elif verb == "more":
                save_session(session=session, by=editor, seats=(session.seats or 0) + 1)
            elif standing := session.applications.live().filter(applicant=person).first():
                by = editor if verb == "decline" else person
                take_step(application=standing, by=by, verb=verb, comment="why")
        except TrainingError:
            return


def test_a_cancelled_session_ends_all_applications_and_all_are_told(
    university: Organization, editor: User
) -> None:
    session = session_of(university, seats=1, accepts_at_once=True)
    for person in many_people(3):
        ask(session, person)
    move_session(session=session, by=editor, verb="cancel", reason="The hall is closed")
    assert set(Application.objects.values_list("state", flat=True)) == {"cancelled"}
    assert Notification.objects.filter(verb="application.session_cancelled").count() == 3
    assert ApplicationStep.objects.filter(verb="cancel").count() == 3


def test_who_waits_when_the_session_begins_is_told_and_nothing_is_decided_any_more(
    university: Organization, editor: User
) -> None:
    session = session_of(university, seats=1, accepts_at_once=True)
    seated, _waiting = [ask(session, person) for person in many_people(2)]
    move_by_clock(session=session, verb="start")
    assert set(Application.objects.values_list("state", flat=True)) == {"accepted", "lapsed"}
    assert Notification.objects.filter(verb="application.lapsed").count() == 1
    with pytest.raises(BegunError):
        take_step(application=seated, by=editor, verb="decline", comment="late")
    take_step(application=seated, by=seated.applicant, verb="withdraw")
    assert not Application.objects.filter(state__in=LIVE).exists()


def test_who_leaves_the_portal_frees_the_seat_and_leaves_no_words(university: Organization) -> None:
    session = session_of(university, seats=1, accepts_at_once=True)
    leaving, waiting = [ask(session, person) for person in many_people(2)]
    assert export_personal_data(user=leaving.applicant)["applications"]["applications"][0]["motivation"]
    erase_account(user=leaving.applicant)
    leaving.refresh_from_db()
    waiting.refresh_from_db()
    assert (leaving.state, leaving.motivation, waiting.state) == ("withdrawn", "", "accepted")


def test_what_applicants_wrote_is_kept_for_a_time(
    university: Organization, officer: User, editor: User
) -> None:
    application = ask(session_of(university), officer)
    take_step(application=application, by=editor, verb="decline", comment="Too many")
    ask(session_of(university), officer)
    assert end_texts(timezone.now()) == 1
    application.refresh_from_db()
    assert (application.motivation, application.reason, application.state) == ("", "", "declined")
    assert Application.objects.exclude(motivation="").count() == 1


def test_a_withdrawn_course_ends_what_stands_for_its_coming_sessions(university: Any, officer: User) -> None:
    session = session_of(university, seats=1, accepts_at_once=True)
    seated, listed = ask(session, officer), ask(session, many_people(1)[0])
    begun = SessionFactory(course=session.course, state="running", seats=3, seats_taken=1)
    kept = Application.objects.create(session=begun, applicant=officer, state="accepted", language="en")
    editor = make_editor(university)
    withdraw_course(course=session.course, by=editor, reason="It is given no more.")
    for application in (seated, listed, kept):
        application.refresh_from_db()
    assert [each.state for each in (seated, listed, kept)] == ["cancelled", "cancelled", "accepted"]
    assert list(seated.steps.in_order().values_list("verb", "to_state"))[-1] == ("end", "cancelled")
    session.refresh_from_db()
    assert (session.state, session.seats_taken) == (SessionState.OPEN, 0)
    told = Notification.objects.filter(verb="application.course_withdrawn")
    assert set(told.values_list("recipient", flat=True)) == {seated.applicant_id, listed.applicant_id}
