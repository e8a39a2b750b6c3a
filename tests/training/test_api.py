"""Courses and sessions for programs: what the pages show, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import CourseFactory, SessionFactory
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import CourseStepEvent

from .test_list import published

pytestmark = pytest.mark.django_db
LIST_QUERIES = 3  # keys, courses, sessions


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
