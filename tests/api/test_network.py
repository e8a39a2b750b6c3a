"""States, topics and the description of the API."""

from typing import Any

import pytest
from django.test import Client
from drf_spectacular.validation import validate_schema

pytestmark = pytest.mark.django_db


def test_the_member_states_are_listed_with_their_four_names_and_status(client: Client) -> None:
    """35, those that do not take part included and marked."""
    states = client.get("/api/v1/states/?lang=pt").json()
    assert len(states) == 35
    assert {state["iso2"]: state["name"] for state in states}["BR"] == "Brasil"
    assert client.get("/api/v1/states/ni/").json()["status"]["code"] != "active"
    assert client.get("/api/v1/states/zz/").status_code == 404


def test_the_topics_are_listed_in_two_levels(client: Client) -> None:
    """Groups have no parent."""
    topics = client.get("/api/v1/topics/?fields=slug,parent").json()
    slugs = {topic["slug"] for topic in topics}
    assert all(topic["parent"] is None or topic["parent"] in slugs for topic in topics)
    assert client.get("/api/v1/topics/youth/").json()["parent"] == "population-groups"


@pytest.mark.parametrize("address", ["/api/v1/states/", "/api/v1/topics/"])
def test_lists_of_reference_data_ask_once(
    client: Client, address: str, django_assert_num_queries: Any
) -> None:
    """One question for the whole list."""
    with django_assert_num_queries(1):
        client.get(address)


def test_the_description_is_valid_openapi_3_1(client: Client) -> None:
    """And names every operation."""
    schema = client.get("/api/v1/schema/?format=json").json()
    assert schema["openapi"] == "3.1.0"
    validate_schema(schema)
    operations = {
        operation["operationId"] for path in schema["paths"].values() for operation in path.values()
    }
    assert operations == {
        "adaptations_list",
        "adaptations_retrieve",
        "fund_contributions_list",
        "fund_entries_list",
        "fund_entries_retrieve",
        "fund_projects_list",
        "fund_projects_retrieve",
        "fund_summary_retrieve",
        "posts_create",
        "posts_list",
        "posts_retrieve",
        "practices_list",
        "practices_retrieve",
        "spaces_list",
        "spaces_retrieve",
        "states_list",
        "states_retrieve",
        "threads_create",
        "threads_list",
        "threads_retrieve",
        "topics_list",
        "topics_retrieve",
        "training_applications_list",
        "training_applications_retrieve",
        "training_applications_step",
        "training_cooperations_list",
        "training_cooperations_retrieve",
        "training_courses_list",
        "training_courses_retrieve",
        "training_gaps_list",
        "training_offers_list",
        "training_offers_retrieve",
        "training_own_assistance_list",
        "training_own_assistance_partial_update",
        "training_own_assistance_retrieve",
        "training_own_assistance_step",
        "training_own_courses_create",
        "training_own_courses_list",
        "training_own_courses_partial_update",
        "training_own_courses_retrieve",
        "training_own_courses_step",
        "training_own_offers_create",
        "training_own_requests_create",
        "training_own_sessions_create",
        "training_own_sessions_partial_update",
        "training_own_sessions_retrieve",
        "training_own_sessions_step",
        "training_requests_list",
        "training_requests_retrieve",
        "training_session_applications_create",
        "training_session_applications_list",
        "training_sessions_list",
    }


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_people_read_the_description_without_foreign_scripts(client: Client, language: str) -> None:
    """A plain page of the portal, in the four languages, with nothing from elsewhere."""
    answer = client.get("/api/v1/docs/", headers={"Accept-Language": language})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in text
    assert "/api/v1/practices/{identifier}/" in text
    assert 'src="http' not in text


def test_an_address_that_there_is_not_is_a_problem_in_json(client: Client) -> None:
    """Programs never get a page for people."""
    answer = client.get("/api/v1/nothing/here/")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
