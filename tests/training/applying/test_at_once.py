"""Many people in the same second: real threads on real Postgres."""

from typing import Any

import pytest

from network.notifications.models import Notification
from tests.at_once import at_once
from tests.factories import OrganizationFactory, UserFactory
from training_catalogue.choices import SessionState
from training_catalogue.choices.applications import ApplicationState
from training_catalogue.models import Application, Session
from training_catalogue.services.applying.way import take_step
from training_catalogue.services.errors import MovedError, TrainingError
from training_catalogue.services.sessions import save_session

from ..conftest import make_editor
from .conftest import ask, many_people, session_of

pytestmark = pytest.mark.django_db(transaction=True)
THREADS, EACH = 40, 5


def states_of(session: Session) -> dict[str, int]:
    """How many applications there are in each state that has any."""
    found = Application.objects.filter(session=session).values_list("state", flat=True)
    return {state: list(found).count(state) for state in set(found)}


def told(verb: str) -> int:
    """How often anybody was told that."""
    return Notification.objects.filter(verb=verb).count()


def test_two_hundred_people_apply_for_twenty_seats_in_the_same_second() -> None:
    session = session_of(OrganizationFactory(), seats=20, accepts_at_once=True)
    people = many_people(THREADS * EACH)

    def apply_for(few: Any) -> Any:
        return lambda: [ask(session, person).pk for person in few]

    results = at_once(*(apply_for(people[start::THREADS]) for start in range(THREADS)))
    assert not [each for each in results if isinstance(each, Exception)]
    assert states_of(session) == {"accepted": 20, "wait_listed": 180}
    session.refresh_from_db()
    assert (session.state, session.seats_taken) == (SessionState.FULL, 20)
    listed = Application.objects.filter(session=session, state=ApplicationState.WAIT_LISTED)
    assert list(listed.order_by("pk").values_list("place", flat=True)) == list(range(1, 181))
    accepted = Application.objects.filter(session=session, state=ApplicationState.ACCEPTED)
    assert max(accepted.values_list("pk", flat=True)) < min(listed.values_list("pk", flat=True))
    assert (told("application.accepted"), told("application.wait_listed")) == (20, 180)
    _cancelled_seats_go_to_the_first(session)


def _cancelled_seats_go_to_the_first(session: Session) -> None:
    """Three withdraw in the same moment, one of them twice: the first three of the list are told once."""
    seated = list(
        Application.objects.filter(session=session, state="accepted").select_related("applicant")[:3]
    )
    first = list(Application.objects.waiting_list().filter(session=session)[:3])
    leaving = [seated[0], *seated]
    results = at_once(
        *(
            lambda each=each: take_step(application=each, by=each.applicant, verb="withdraw")
            for each in leaving
        )
    )
    assert [type(each) for each in results].count(MovedError) == 1
    assert states_of(session) == {"accepted": 20, "wait_listed": 177, "withdrawn": 3}
    promoted = Notification.objects.filter(verb="application.promoted")
    assert sorted(promoted.values_list("recipient", flat=True)) == sorted(each.applicant_id for each in first)
    session.refresh_from_db()
    assert session.seats_taken == 20


def test_one_person_who_applies_twice_at_once_applies_once() -> None:
    session, person = session_of(OrganizationFactory(), accepts_at_once=True), many_people(1)[0]
    results = at_once(*[lambda: ask(session, person)] * 4)
    assert sum(isinstance(each, TrainingError) for each in results) == 3
    assert states_of(session) == {"accepted": 1}


def test_two_editors_do_not_give_the_last_seat_twice() -> None:
    provider = OrganizationFactory(kind="academia")
    session = session_of(provider, seats=1)
    editors = [make_editor(provider, name) for name in ("One", "Two")]
    asked = [ask(session, person) for person in many_people(2)]
    results = at_once(
        *(
            lambda pair=pair: take_step(application=pair[0], by=pair[1], verb="accept")
            for pair in zip(asked, editors, strict=True)
        )
    )
    assert sum(isinstance(each, TrainingError) for each in results) == 1
    assert states_of(session) == {"accepted": 1, "applied": 1}


def test_more_seats_and_a_withdrawal_at_once_lose_nobody() -> None:
    provider = OrganizationFactory(kind="academia")
    editor = make_editor(provider)
    session = session_of(provider, seats=2, accepts_at_once=True)
    asked = [ask(session, person) for person in many_people(6)]
    at_once(
        lambda: save_session(session=session, by=editor, seats=3),
        lambda: take_step(application=asked[0], by=asked[0].applicant, verb="withdraw"),
        lambda: ask(session, UserFactory(roles=["member"])),
    )
    assert states_of(session) == {"accepted": 3, "wait_listed": 3, "withdrawn": 1}
    assert told("application.promoted") == 2
