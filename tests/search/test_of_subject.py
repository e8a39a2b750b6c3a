"""A page of a state or a topic reads what all apps show on it with one question."""

import pytest

from network.search.services import index_objects
from tests.factories import CourseFactory, OrganizationFactory, PublishedPracticeFactory
from training_catalogue.choices import CourseState

pytestmark = pytest.mark.django_db
SHOWN = 5
QUESTIONS = {
    "/en/states/CL/": 8,  # the state, newest records in two, cooperations, two of the fora, two of the Fund
    "/en/topics/youth/": 6,  # the topic, newest records in two, two of the fora, the topics beside it
}


@pytest.mark.parametrize("count", [1, 3, 7])
@pytest.mark.parametrize("address", QUESTIONS)
def test_practices_and_courses_are_read_together(client, django_assert_num_queries, address, count):
    university = OrganizationFactory(state_id="CL")
    for number in range(count):
        PublishedPracticeFactory(country_id="CL", title_es=f"Práctica {number}")
        course = CourseFactory(provider=university, state=CourseState.PUBLISHED, title_es=f"Curso {number}")
        course.topics.set(["youth"])
        index_objects("course", [course.pk])
    client.get(address)
    with django_assert_num_queries(QUESTIONS[address]):
        page = client.get(address).content.decode()
    for number in range(max(0, count - SHOWN), count):
        assert f"Práctica {number}" in page
        assert f"Curso {number}" in page
    assert f"{count} practice{'s' if count > 1 else ''} <" in page
    assert f"{count} course{'s' if count > 1 else ''} <" in page
