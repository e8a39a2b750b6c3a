"""Programs apply, show where an application stands, clear and decide, each for its person."""

from typing import Any

import pytest
from django.test import Client

from network.models import Organization, User
from tests.factories import UserFactory
from training_catalogue.models import Application

from ..conftest import make_editor
from ..test_api_writing import Program
from .conftest import ask, session_of

pytestmark = pytest.mark.django_db
API = "/api/v1/training"
WORDS = {"country": "JM", "motivation": "I train recruits.", "meets_requirements": True}


def test_an_officer_applies_is_cleared_accepted_and_withdraws(
    university: Organization, editor: User, officer: User, focal_point: User
) -> None:
    session = session_of(university, clears=True, seats=2)
    mine, clearing, deciding = Program(officer), Program(focal_point), Program(editor)
    address = f"{API}/sessions/{session.uuid}/applications/"
    made = mine("post", address, WORDS, Idempotency_Key="a-1")
    assert made.status_code == 201, made.json()
    assert mine("post", address, WORDS, Idempotency_Key="a-1")["Location"] == made["Location"]
    assert mine("post", address, WORDS).status_code == 409
    assert Application.objects.count() == 1
    one = made["Location"]
    assert made.json()["steps"] == ["withdraw"]
    assert made.json()["session"]["course"]["identifier"] == session.course.identifier
    assert deciding("get", one).status_code == 404
    assert deciding("get", address).json()["results"] == []
    (row,) = clearing("get", f"{API}/applications/?of=to_clear").json()["results"]
    assert row["applicant"] == {"name": "Andre Campbell", "email": officer.email}
    refused = clearing("post", f"{one}steps/", {"verb": "refuse"})
    assert list(refused.json()["errors"]) == ["comment"]
    assert clearing("post", f"{one}steps/", {"verb": "clear"}).json()["state"]["code"] == "cleared"
    (row,) = deciding("get", address).json()["results"]
    assert row["id"] in one
    assert deciding("post", f"{one}steps/", {"verb": "accept"}).json()["state"]["code"] == "accepted"
    assert clearing("post", f"{one}steps/", {"verb": "clear"}).status_code == 409
    (row,) = mine("get", f"{API}/applications/").json()["results"]
    assert row["state"]["code"] == "accepted"
    assert mine("post", f"{one}steps/", {"verb": "withdraw"}).json()["state"]["code"] == "withdrawn"
    session.refresh_from_db()
    assert session.seats_taken == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"country": ""}, "country"),
        ({"motivation": " "}, "motivation"),
        ({"meets_requirements": False}, None),
    ],
)
def test_what_the_form_refuses_is_refused(
    university: Organization, officer: User, wrong: dict[str, Any], field: str | None
) -> None:
    session = session_of(university, clears=True)
    address = f"{API}/sessions/{session.uuid}/applications/"
    answer = Program(officer)("post", address, WORDS | wrong)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field or "meets_requirements"]
    assert not Application.objects.exists()


def test_outsiders_see_nothing_and_move_nothing(
    university: Organization, officer: User, outside_editor: User, member: User
) -> None:
    application = ask(session_of(university), officer)
    address = f"{API}/sessions/{application.session.uuid}/applications/"
    one = f"{API}/applications/{application.uuid}/"
    for person in (outside_editor, member):
        program = Program(person)
        assert program("get", one).status_code == 404
        assert program("get", address).status_code == 404
        assert program("post", f"{one}steps/", {"verb": "withdraw"}).status_code == 404
        assert program("get", f"{API}/applications/?of=to_clear").status_code == 404
    assert Program(UserFactory())("post", address, WORDS).status_code == 404
    assert Client().get(f"{API}/applications/").status_code == 401
    application.refresh_from_db()
    assert application.state == "applied"


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_as_often_for_three_as_for_one(
    university: Organization, count: int, django_assert_max_num_queries: Any
) -> None:
    session = session_of(university, seats=1, accepts_at_once=True)
    for _each in range(count):
        ask(session, UserFactory(roles=["member"]))
    program = Program(make_editor(university))
    address = f"{API}/sessions/{session.uuid}/applications/"
    program("get", address)
    with django_assert_max_num_queries(7):
        assert len(program("get", address).json()["results"]) == count
