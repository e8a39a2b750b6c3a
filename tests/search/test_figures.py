"""The page of a state says in figures what it shares, without a question more."""

import pytest

from network.search.services import index_objects
from network.search.services.figures import read_figures
from tests.factories import CourseFactory, OrganizationFactory, PublishedPracticeFactory
from training_catalogue.choices import CourseState

pytestmark = pytest.mark.django_db
ADDRESS = "/en/states/CL/"


def facts(client, name):
    page = client.get(ADDRESS).content.decode()
    panel = page.partition("<h2>In figures</h2>")[2].partition("</section>")[0]
    return panel.partition(f"<dt>{name}</dt><dd>")[2].partition("</dd>")[0]


def test_a_state_that_shares_nothing_has_no_figures(client):
    PublishedPracticeFactory(country_id="GT")
    assert "In figures" not in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_practices_their_topics_and_courses_are_counted(client, django_assert_num_queries, count):
    PublishedPracticeFactory(country_id="GT", topics=["drugs"])
    PublishedPracticeFactory.create_batch(count, country_id="CL", topics=["youth"], offers_assistance=True)
    PublishedPracticeFactory(country_id="CL", topics=["youth", "family"], offers_assistance=False)
    university = OrganizationFactory(state_id="CL")
    courses = [CourseFactory(provider=university, state=CourseState.PUBLISHED) for _each in range(count)]
    index_objects("course", [course.pk for course in courses])
    client.get(ADDRESS)
    with django_assert_num_queries(8):
        assert f'<a href="/en/practices/?state=CL">{count + 1}</a>' in facts(client, "Good practices")
    assert f'<a href="/en/practices/?state=CL&amp;assistance=yes">{count}</a>' in facts(
        client, "Offers assistance"
    )
    assert f'<a href="/en/training/courses/?state=CL">{count}</a>' in facts(client, "Courses")
    topics = facts(client, "Most frequent topics")
    assert topics.index("topic=youth") < topics.index("topic=family")
    assert f"</a> {count + 1}</li>" in topics
    assert "drugs" not in topics


def test_figures_link_to_lists_that_hold_as_many(client):
    PublishedPracticeFactory.create_batch(2, country_id="CL", topics=["youth"])
    assert "2 practices" in client.get("/en/practices/?state=CL&topic=youth").content.decode()


def test_what_has_been_taken_off_again_is_no_figure():
    assert read_figures(["practice\t\t2", "practice\ttopic:youth\t0"]) == {"practice": {"": 2}}
