"""Courses and sessions for programs: what the pages show, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests.factories import CourseFactory, SessionFactory
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Course, CourseStepEvent
from training_catalogue.services.way import save_course

from .conftest import make_editor
from .test_list import published

pytestmark = pytest.mark.django_db
LIST_QUERIES = 4  # the stamp, keys, courses, sessions


def test_courses_are_listed_by_the_filters_of_the_page(client: Client) -> None:
    course = published(topics=["police-training"], sessions=[{}, {}])
    published()
    answer = client.get("/api/v1/training/courses/?topic=police-training&lang=es").json()
    (found,) = answer["results"]
    assert found["identifier"] == course.identifier
    assert found["title"]["text"] == course.title_es
    assert found["provider"]["kind"]["code"] == "government"
    assert len(found["sessions"]) == 2
    assert answer["next"] is None


def test_a_list_says_the_next_three_sessions_and_the_record_all(client: Client) -> None:
    now = timezone.now()
    over = {"state": SessionState.ENDED, "starts_at": now - timedelta(days=60)}
    course = published(
        sessions=[over, *({"starts_at": now + timedelta(days=day)} for day in (50, 40, 30, 20))]
    )
    (found,) = client.get("/api/v1/training/courses/").json()["results"]
    starts = [session["starts_at"] for session in found["sessions"]]
    assert len(starts) == 3
    assert starts == sorted(starts)
    assert starts[0] > now.isoformat()
    record = client.get(f"/api/v1/training/courses/{course.identifier}/").json()
    assert len(record["sessions"]) == 5
    assert found["sessions"][0].items() <= record["sessions"][1].items()
    assert found["url"] == record["url"]
    assert found["topics"] == record["topics"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["courses", "sessions"])
def test_a_list_asks_as_often_for_three_as_for_one(
    client: Client, path: str, count: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(count):
        published()
    with django_assert_max_num_queries(LIST_QUERIES):
        assert len(client.get(f"/api/v1/training/{path}/").json()["results"]) == count


def test_a_line_says_the_same_to_a_visitor_and_to_who_has_signed_in(client: Client, member: Any) -> None:
    """Of what everyone reads the columns are written in SQL, else by Django."""
    paid = {"is_free": False, "fee_amount": "300.50", "fee_currency": "USD"}
    for language in ("es", "fr"):
        published(source_language=language, title_fr="Un cours", topics=["youth", "family"], **paid)
    Course.objects.update(translation_marks={"en": {"title": "approved"}})
    address = "/api/v1/training/courses/"
    visitor = client.get(address).json()
    client.force_login(member)
    assert client.get(address).json() == visitor
    assert len(visitor["results"]) == 2


def test_an_unchanged_list_is_not_put_together_again(client: Client, django_assert_num_queries: Any) -> None:
    """304 by one question; a change of a line, a session, a provider or the list is answered anew."""
    with transaction.atomic():  # transactions of their own, as in life: rows are known by theirs
        course = published(sessions=[{}])
    editor = make_editor(course.provider)
    address = "/api/v1/training/courses/"

    def answer() -> Any:
        return client.get(address, headers={"If-None-Match": known})

    def save(record: Any, **fields: Any) -> None:
        type(record)._base_manager.filter(pk=record.pk).update(**fields)

    known = client.get(address)["ETag"]
    with django_assert_num_queries(1):
        assert answer().status_code == 304
    assert client.get(f"{address}?lang=fr", headers={"If-None-Match": known}).status_code == 200
    for change in (
        lambda: save_course(course=course, by=editor, title_es="Otro"),
        lambda: save(course.sessions.get(), seats_taken=3),
        lambda: save(course.provider, name="Otra"),
        lambda: course.topics.add("youth"),
        lambda: course.sessions.get().delete(),
        lambda: published(),
    ):
        with transaction.atomic():
            change()
        response = answer()
        assert response.status_code == 200
        known = response["ETag"]
        assert answer().status_code == 304


def test_a_course_is_read_whole_and_a_withdrawn_one_says_why(client: Client) -> None:
    course = published(outcomes_es="Leer datos.")
    found = client.get(f"/api/v1/training/courses/{course.identifier}/?fields=outcomes,sessions").json()
    assert found["outcomes"]["text"] == "Leer datos."
    gone = CourseFactory(state=CourseState.WITHDRAWN)
    CourseStepEvent.objects.create(course=gone, verb="withdraw", to_state="withdrawn", reason="It ended.")
    answer = client.get(f"/api/v1/training/courses/{gone.identifier}/")
    assert answer.status_code == 410
    assert "It ended." in answer.json()["detail"]


def test_nothing_is_read_that_is_not_public(client: Client, editor: Any, university: Any) -> None:
    for state in (CourseState.DRAFT, CourseState.SUBMITTED, CourseState.HIDDEN):
        SessionFactory(course=CourseFactory(provider=university, state=state))
    client.force_login(editor)
    assert client.get("/api/v1/training/courses/").json()["results"] == []
    assert client.get("/api/v1/training/sessions/").json()["results"] == []


def test_sessions_go_on_behind_the_first_page(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("training_catalogue.api.courses.PAGE_SIZE", 1)
    published(sessions=[{}, {}])
    first = client.get("/api/v1/training/sessions/").json()
    second = client.get(first["next"]).json()
    assert first["results"][0]["id"] != second["results"][0]["id"]
    assert second["next"] is None
