"""Adaptations for programs: by themselves, and within the records of both practices."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from practices.choices.adaptations import AdaptationState
from practices.models import Adaptation, Practice
from practices.services.adapting.way import link_result, take_step
from tests.factories import (
    AdaptationFactory,
    OrganizationFactory,
    PublishedAdaptationFactory,
    PublishedPracticeFactory,
)

LIST = "/api/v1/adaptations/"
QUERIES_OF_THE_LIST = 3  # what it is known by, keys, and records with their state and body
pytestmark = pytest.mark.django_db


def practice_of(data: dict[str, Any]) -> list[str]:
    """What a practice's record says of its adaptations."""
    return [row["title"]["text"] for row in data["adapted_in"]]


def test_the_list_and_the_record_say_who_adapted_what(
    client: Client, published_of_guatemala: Practice
) -> None:
    body = OrganizationFactory(name="Patronato", state_id="CL")
    it = PublishedAdaptationFactory(origin=published_of_guatemala, organization=body, title_pt="Observatório")
    (row,) = client.get(f"{LIST}?lang=pt").json()["results"]
    assert row["title"]["text"] == "Observatório"
    assert (row["state"]["code"], row["organization"]["name"]) == ("CL", "Patronato")
    assert row["url"] == f"http://testserver/pt/practices/adaptations/{it.pk}/"
    assert row["practice"]["identifier"] == published_of_guatemala.identifier
    assert row["resulting_practice"] is None
    assert client.get(row["practice"]["api_url"]).status_code == 200
    whole = client.get(row["api_url"]).json()
    assert whole["kept"]["text"].startswith("Las mesas")
    assert [topic["code"] for topic in whole["topics"]] == [
        topic.pk for topic in published_of_guatemala.topics.all()
    ]
    assert set(client.get(f"{LIST}?fields=id").json()["results"][0]) == {"id"}


def test_both_practices_say_what_became_of_it(
    client: Client, published_of_guatemala: Practice, focal_point_of_chile: Any
) -> None:
    """And a reader who has the record already gets it anew."""
    address = f"/api/v1/practices/{published_of_guatemala.identifier}/"
    assert client.get(address).json()["adapted_in"] == []
    tag = client.get(address).headers["ETag"]
    with transaction.atomic():  # of its own, as in life: rows are known by theirs
        it = PublishedAdaptationFactory(origin=published_of_guatemala)
        theirs = PublishedPracticeFactory(country_id="CL")
    answer = client.get(address, headers={"If-None-Match": tag})
    assert practice_of(answer.json()) == ["Observatorio comunal"]
    with transaction.atomic():
        link_result(adaptation=it, by=focal_point_of_chile, practice=theirs)
    assert client.get(address, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 200
    data = client.get(f"/api/v1/practices/{theirs.identifier}/").json()
    assert data["based_on"][0]["practice"]["identifier"] == published_of_guatemala.identifier
    assert data["adapted_in"] == []


def test_what_is_not_public_appears_nowhere(
    client: Client, published_of_guatemala: Practice, focal_point_of_chile: Any, staff_manager: Any
) -> None:
    """Not for those either who see it on its page; a withdrawn one says why."""
    for state in AdaptationState:
        if state != AdaptationState.PUBLISHED:
            AdaptationFactory(origin=published_of_guatemala, state=state)
    it = PublishedAdaptationFactory(origin=published_of_guatemala)
    with transaction.atomic():
        take_step(adaptation=it, by=focal_point_of_chile, verb="withdraw", comment="Por error.")
    for person in (None, focal_point_of_chile, staff_manager):
        if person:
            client.force_login(person)
        assert client.get(LIST).json()["results"] == []
        record = client.get(f"/api/v1/practices/{published_of_guatemala.identifier}/").json()
        assert record["adapted_in"] == []
        for each in Adaptation.objects.exclude(state=AdaptationState.WITHDRAWN):
            assert client.get(f"{LIST}{each.pk}/").status_code == 404
    gone = client.get(f"{LIST}{it.pk}/")
    assert gone.status_code == 410
    assert "Por error." in gone.json()["detail"]
    assert client.get(f"{LIST}{10**30}/").status_code == 404


def test_the_list_is_filtered_and_not_sent_twice(client: Client, published_of_guatemala: Practice) -> None:
    with transaction.atomic():
        PublishedAdaptationFactory(origin=published_of_guatemala)
        PublishedAdaptationFactory(origin=published_of_guatemala, country_id="BR", title_es="Vecinos atentos")
    for query, number in (("", 2), ("state=BR", 1), ("q=vecinos", 1), ("state=GT", 0), ("region=nowhere", 2)):
        assert len(client.get(f"{LIST}?{query}").json()["results"]) == number, query
    tag = client.get(LIST).headers["ETag"]
    assert client.get(LIST, headers={"If-None-Match": tag}).status_code == 304
    with transaction.atomic():
        Adaptation.objects.filter(country="BR").update(places_es="Recife")
    assert client.get(LIST, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_the_database_as_often_for_three_as_for_one(
    client: Client, count: int, published_of_guatemala: Practice, django_assert_num_queries: Any
) -> None:
    made = [PublishedAdaptationFactory(origin=published_of_guatemala) for _number in range(count)]
    record = f"/api/v1/practices/{published_of_guatemala.identifier}/"
    for address, queries in ((LIST, QUERIES_OF_THE_LIST), (f"{LIST}{made[0].pk}/", 2)):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)
    client.get(record)
    with django_assert_num_queries(2):  # the practice, and its adaptations
        client.get(record)
