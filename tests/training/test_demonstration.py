"""The demonstration's courses, and invented ones in bulk."""

from typing import Any

import pytest
from django.test import Client

from network.search.services.reconcile import reconcile
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Application, Assistance, Cooperation, Course, Session, SurveyRound
from training_catalogue.services.demonstration import load_demonstration_courses
from training_catalogue.services.demonstration_assistance import load_demonstration_assistance
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


def test_cooperations_a_round_of_needs_and_applications_are_shown_and_marked(
    client: Client, settings: Any
) -> None:
    settings.DEMO = True
    load_demonstration_courses()
    assert (load_demonstration_assistance(), load_demonstration_assistance()) == (5, 0)
    assert all(record.is_demonstration for record in Assistance.objects.all())
    states = set(Cooperation.objects.values_list("state", "is_demonstration"))
    assert states == {("completed", True), ("under_way", True)}
    applied = Application.objects.order_by("pk").values_list("state", flat=True)
    assert list(applied) == ["accepted", "wait_listed", "applied"]
    round = SurveyRound.objects.get()
    done = Cooperation.objects.get(state="completed")
    for address in (
        "assistance/",
        "cooperations/",
        f"cooperations/{done.pk}/",
        "needs/",
        f"needs/{round.pk}/",
    ):
        body = client.get(f"/pt/training/{address}").content.decode()
        assert 'class="sample"' in body, address
    assert "One count of injuries" in client.get("/en/states/JM/").content.decode()
    assert client.get("/fr/training/gaps/").status_code == 200


def test_invented_courses_are_found_and_counted_right(client: Client, settings: Any) -> None:
    settings.DEMO = True
    assert make_courses(count=30, seed=1) == 30
    assert Session.objects.count() == 90
    assert reconcile().all_is_well
    assert client.get("/en/training/courses/?free=yes&mode=blended").status_code == 200
    assert client.get("/en/training/sessions/").status_code == 200
