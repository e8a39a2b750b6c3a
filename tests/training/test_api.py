"""Courses and sessions for programs: what the pages show, and nothing else."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import CourseFactory, SessionFactory
from training_catalogue.choices import CourseState
from training_catalogue.models import CourseStepEvent

from .test_list import published

pytestmark = pytest.mark.django_db
LIST_QUERIES = 4  # keys, courses, topics, sessions


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


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["courses", "sessions"])
def test_a_list_asks_as_often_for_three_as_for_one(
    client: Client, path: str, count: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(count):
        published()
    with django_assert_max_num_queries(LIST_QUERIES):
        assert len(client.get(f"/api/v1/training/{path}/").json()["results"]) == count


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
