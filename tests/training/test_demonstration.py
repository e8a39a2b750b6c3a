"""The demonstration's courses, and invented ones in bulk."""

from typing import Any

import pytest
from django.test import Client

from network.search.services.reconcile import reconcile
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Course, Session
from training_catalogue.services.demonstration import load_demonstration_courses
from training_catalogue.services.making import make_courses

pytestmark = pytest.mark.django_db


def test_the_demonstration_fills_calendar_and_facets_with_marked_examples(
    client: Client, settings: Any
) -> None:
    settings.DEMO = True
    assert load_demonstration_courses() == 16
    assert load_demonstration_courses() == 0
    courses, sessions = Course.objects.all(), Session.objects.all()
    assert {course.state for course in courses} == {CourseState.PUBLISHED}
    assert all(course.is_demonstration and course.provider.name.startswith("◇") for course in courses)
    assert {course.source_language for course in courses} == {"en", "es", "fr", "pt"}
    assert len(sessions) == 30
    states = {session.state for session in sessions}
    assert states == set(SessionState) - {SessionState.RUNNING}
    body = client.get("/pt/training/courses/").content.decode()
    assert body.count("record--course") == 16
    assert body.count('class="sample"') >= 16


def test_invented_courses_are_found_and_counted_right(client: Client, settings: Any) -> None:
    settings.DEMO = True
    assert make_courses(count=30, seed=1) == 30
    assert Session.objects.count() == 90
    assert reconcile().all_is_well
    assert client.get("/en/training/courses/?free=yes&mode=blended").status_code == 200
    assert client.get("/en/training/sessions/").status_code == 200
