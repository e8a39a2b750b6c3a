"""The catalogue in the access matrix: a course of Guatemala's office in each place of its way."""

from typing import Any

from network.models import Organization, User
from tests.factories import CourseFactory, SessionFactory
from training_catalogue.choices import CourseState
from training_catalogue.models import CourseStepEvent


def make_training(people: dict[str, User], office: Organization) -> dict[str, dict[str, Any]]:
    """Courses by state, each with a session and a step."""
    found = {}
    for state in CourseState:
        course = CourseFactory(
            provider=office, author=people["author"], state=state, title_es=f"Curso {state.value}"
        )
        session = SessionFactory(course=course)
        CourseStepEvent.objects.create(course=course, verb="start", to_state=state, reason="why")
        found[f"course_{state.value}"] = {
            "uuid": course.uuid,
            "identifier": course.identifier or "TC-1999-0001",
            "pk": session.pk,
            "session": session.uuid,
        }
        found[f"session_{state.value}"] = {"uuid": session.uuid}
    found["course_nonsense"] = {"identifier": "TC-1999-0001"}
    return found
