"""Programs write courses, sessions, offers and requests by the rules of the pages, and no more than there."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from network.choices import TokenScope
from network.models import Organization, User
from network.services.api_tokens import make_token
from tests.factories import OfferFactory
from training_catalogue.models import Assistance, Course, Session

from .test_list import published

pytestmark = pytest.mark.django_db
OWN = "/api/v1/training/own"
COURSE = {
    "source_language": "es",
    "title": "Análisis de datos",
    "summary": "Leer los datos de la policía.",
    "topics": ["data-and-observatories"],
    "pillar": "prevention",
    "level": "introductory",
    "mode": "blended",
    "languages": ["es", "en"],
    "fee_amount": 1500.5,
    "fee_currency": "usd",
    "has_grants": True,
    "link": "https://escuela.example/datos",
}
OFFER = {
    "party": "state:GT",
    "source_language": "es",
    "title": "Apoyo para un observatorio",
    "description": "Una visita.",
    "topics": ["data-and-observatories"],
    "languages": ["es"],
    "starts_on": "2027-03-01",
}


class Program:
    """A program of a person, with a token."""

    def __init__(self, user: User) -> None:
        secret = make_token(user=user, name="Program", scope=TokenScope.WRITE, days=30)[1]
        self.headers = {"Authorization": f"Bearer {secret}"}
        self.client = Client()

    def __call__(self, method: str, path: str, data: Any = None, **headers: str) -> Any:
        """Send it as JSON."""
        said = self.headers | {name.replace("_", "-"): value for name, value in headers.items()}
        address = path if path.startswith("/") else f"{OWN}/{path}"
        return getattr(self.client, method)(
            address, data, **({} if method == "get" else {"content_type": "application/json"}), headers=said
        )


def test_a_provider_enters_a_course_with_a_session_and_publishes_it(
    university: Organization, editor: User, staff_manager: User
) -> None:
    published(provider=university)  # not its first
    program = Program(editor)
    sent = COURSE | {"provider": university.pk}
    made = program("post", "courses/", sent, Idempotency_Key="a-1")
    assert made.status_code == 201, made.json()
    again = program("post", "courses/", sent, Idempotency_Key="a-1")
    assert (again.status_code, again["Location"]) == (201, made["Location"])
    assert Course.objects.count() == 2
    record = made.json()
    assert (record["state"]["code"], record["fee_amount"], record["fee_currency"]) == (
        "draft",
        "1500.50",
        "USD",
    )
    assert (record["missing"], record["steps"]) == ([], ["submit", "delete"])
    starts = timezone.now().replace(microsecond=0, second=0) + timedelta(days=40)
    session = program(
        "post",
        f"courses/{record['id']}/sessions/",
        {
            "time_zone": "America/Santiago",
            "starts_at": starts.isoformat(),
            "ends_at": (starts + timedelta(days=2)).isoformat(),
            "seats": 20,
            "takes_applications": True,
        },
        Idempotency_Key="s-1",
    )
    assert session.status_code == 201, session.json()
    stored = Session.objects.get(uuid=session.json()["id"])
    assert (stored.starts_at, stored.state, stored.has_wait_list) == (starts, "open", True)
    done = program("post", f"courses/{record['id']}/steps/", {"verb": "submit"})
    assert done.json()["state"]["code"] == "published"
    assert Client().get(f"/api/v1/training/courses/{done.json()['identifier']}/").status_code == 200


def test_two_who_change_a_course_or_a_session_hear_of_each_other(
    university: Organization, editor: User
) -> None:
    course = published(provider=university, title_es="Antes")
    program = Program(editor)
    path = f"courses/{course.uuid}/"
    read = program("get", path)
    assert program("patch", path, {"title": "Uno"}).status_code == 428
    changed = program("patch", path, {"title": "Uno"}, If_Match=read["ETag"])
    assert changed.status_code == 200, changed.json()
    assert changed.json()["summary"]["text"] == course.summary_es
    late = program("patch", path, {"title": "Dos"}, If_Match=read["ETag"])
    assert (late.status_code, late["Content-Type"]) == (412, "application/problem+json")
    assert program("patch", path, {"title": "Dos"}, If_Match=changed["ETag"]).status_code == 200
    assert Course.objects.get(pk=course.pk).title_es == "Dos"

    path = f"sessions/{course.sessions.get().uuid}/"
    read = program("get", path)
    changed = program("patch", path, {"seats": 30}, If_Match=read["ETag"])
    assert changed.status_code == 200, changed.json()
    assert changed.json()["starts_at"][:16] == read.json()["starts_at"][:16]
    assert program("patch", path, {"seats": 31}, If_Match=read["ETag"]).status_code == 412
    closed = program("post", f"{path}steps/", {"verb": "close"})
    assert closed.json()["state"]["code"] == "closed"
    refused = program("post", f"{path}steps/", {"verb": "cancel"})
    assert "comment" in refused.json()["errors"]
    assert program("post", f"{path}steps/", {"verb": "open"}).status_code == 409


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"fee_amount": "much"}, "fee_amount"),
        ({"fee_amount": -5}, "fee_amount"),
        ({"languages": "es"}, "languages"),
        ({"mode": ["blended"]}, "mode"),
        ({"mode": "by_post"}, "mode"),
        ({"topics": ["no-such-topic"]}, "topics"),
        ({"title": {"es": "x"}}, "title"),
        ({"invented": 1}, "invented"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"provider": "x"}, "provider"),
    ],
)
def test_what_the_form_refuses_is_refused_by_field_in_the_reader_s_language(
    university: Organization, editor: User, wrong: dict[str, Any], field: str
) -> None:
    answer = Program(editor)("post", "courses/?lang=es", COURSE | {"provider": university.pk} | wrong)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert list(answer.json()["errors"]) == [field]
    assert not Course.objects.exists()


@pytest.mark.parametrize("sent", [[], "text", 5, None])
def test_what_is_no_object_is_refused(editor: User, sent: Any) -> None:
    assert Program(editor)("post", "courses/", sent).status_code == 400


def test_outsiders_neither_read_nor_write(
    university: Organization, editor: User, outside_editor: User, member: User
) -> None:
    course = published(provider=university)
    draft = Course.objects.create(provider=university, author=editor, source_language="es", title_es="X")
    session = course.sessions.get()
    for person in (outside_editor, member):
        program = Program(person)
        assert program("get", "courses/").json()["results"] == []
        for uuid in (course.uuid, draft.uuid):
            assert program("get", f"courses/{uuid}/").status_code == 404
            assert program("patch", f"courses/{uuid}/", {"title": "X"}, If_Match="*").status_code == 404
            assert program("post", f"courses/{uuid}/steps/", {"verb": "submit"}).status_code == 404
            assert program("post", f"courses/{uuid}/sessions/", {}).status_code == 404
        assert program("get", f"sessions/{session.uuid}/").status_code == 404
        assert program("post", f"sessions/{session.uuid}/steps/", {"verb": "close"}).status_code == 404
        refused = program("post", "courses/", COURSE | {"provider": university.pk})
        assert refused.status_code == (400 if person == outside_editor else 404)
        assert program("post", "offers/", OFFER).status_code in (400, 404)
    assert Course.objects.count() == 2
    assert not Assistance.objects.exists()
    assert Client().get(f"{OWN}/courses/").status_code == 401


def test_a_state_begins_an_offer_changes_it_and_hands_it_on(
    focal_point_of_guatemala: User, focal_point_of_chile: User
) -> None:
    OfferFactory()  # published before: the party is trusted
    program = Program(focal_point_of_guatemala)
    made = program("post", "offers/", OFFER, Idempotency_Key="o-1")
    assert made.status_code == 201, made.json()
    assert program("post", "offers/", OFFER, Idempotency_Key="o-1")["Location"] == made["Location"]
    path = made["Location"]
    assert (made.json()["starts_on"], made.json()["state"]["code"]) == ("2027-03-01", "draft")
    changed = program("patch", path, {"modalities": ["advice"], "languages": []}, If_Match=made["ETag"])
    assert changed.status_code == 200, changed.json()
    assert [each["code"] for each in changed.json()["modalities"]] == ["advice"]
    assert (changed.json()["languages"], changed.json()["starts_on"]) == ([], "2027-03-01")
    assert program("patch", path, {"title": "X"}, If_Match=made["ETag"]).status_code == 412
    assert "publish_own" in changed.json()["steps"]
    assert Program(focal_point_of_chile)("post", f"{path}steps/", {"verb": "submit"}).status_code == 404
    done = program("post", f"{path}steps/", {"verb": "publish_own"})
    assert done.json()["state"]["code"] == "published"
    assert program("post", f"{path}steps/", {"verb": "submit"}).status_code == 409
    asked = program("post", "requests/", OFFER | {"title": "Ayuda", "priority": "high"})
    assert (asked.json()["kind"]["code"], asked.json()["priority"]["code"]) == ("request", "high")
    assert program("post", f"{asked['Location']}steps/", {"verb": "delete"}).status_code == 204
    assert {row["id"] for row in program("get", "assistance/").json()["results"]} == set(
        Assistance.objects.values_list("pk", flat=True)
    )


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["courses/", "assistance/"])
def test_own_lists_ask_as_often_for_three_as_for_one(
    university: Organization,
    editor: User,
    focal_point_of_guatemala: User,
    path: str,
    count: int,
    django_assert_max_num_queries: Any,
) -> None:
    for _each in range(count):
        published(provider=university)
        OfferFactory()
    program = Program(editor if path == "courses/" else focal_point_of_guatemala)
    program("get", path)
    with django_assert_max_num_queries(6):
        assert len(program("get", path).json()["results"]) == count
