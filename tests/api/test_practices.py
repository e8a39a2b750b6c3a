"""Practices for programs: what visitors may read, in their language, as little as they want."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from network.api import PAGE_SIZE
from network.models import User
from network.search import labels
from practices.choices import Depth, PracticeState
from practices.models import Practice
from practices.services.way import withdraw_practice
from tests.factories import (
    BuildingBlockFactory,
    DraftPracticeFactory,
    EvaluationFactory,
    LinkFactory,
    OutcomeFactory,
    PublishedPracticeFactory,
)

LIST = "/api/v1/practices/"
QUERIES_OF_THE_LIST = 3
QUERIES_OF_A_RECORD = 5  # one per kind of part that there is
pytestmark = pytest.mark.django_db


def test_the_list_holds_what_is_published_newest_first(client: Client) -> None:
    """With addresses for people and for programs."""
    first, second = PublishedPracticeFactory(), PublishedPracticeFactory()
    answer = client.get(LIST)
    assert answer.headers["Content-Type"] == "application/json"
    results = answer.json()["results"]
    assert [row["identifier"] for row in results] == [second.identifier, first.identifier]
    assert results[0]["url"] == f"http://testserver/en/practices/{second.identifier}/"
    assert client.get(results[0]["api_url"]).json()["identifier"] == second.identifier
    assert results[0]["state"] == {"code": "GT", "name": "Guatemala"}
    assert results[0]["rating"] is None


def test_what_is_not_public_never_appears(
    client: Client, focal_point_of_guatemala: Any, staff_manager: Any
) -> None:
    """Not even for those who may see it on their pages: the list is that of the public."""
    for state in PracticeState.values:
        if state not in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN):
            DraftPracticeFactory(state=state)
    for person in (None, focal_point_of_guatemala, staff_manager):
        if person:
            client.force_login(person)
        assert client.get(LIST).json()["results"] == []


def test_a_practice_leaves_the_list_and_is_gone_when_it_is_withdrawn(
    client: Client, published_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """410 as a problem, with the reason."""
    withdraw_practice(practice=published_of_guatemala, by=focal_point_of_guatemala, comment="It ended.")
    assert client.get(LIST).json()["results"] == []
    answer = client.get(f"{LIST}{published_of_guatemala.identifier}/")
    assert answer.status_code == 410
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "It ended." in answer.json()["detail"]
    assert "Observatorio" not in answer.content.decode()


def test_a_record_holds_everything_that_the_page_shows(client: Client) -> None:
    """Texts with their language, codes with their names, parts."""
    practice = PublishedPracticeFactory(depth=Depth.FULL, title_fr="Observatoire", topics=["youth"])
    data = client.get(f"{LIST}{practice.identifier}/?lang=fr").json()
    assert data["title"] == {
        "text": "Observatoire",
        "language": "fr",
        "is_original": False,
        "origin": "human",
        "engine": "",
        "is_stale": False,
    }
    assert data["summary"]["language"] == "es"
    assert data["summary"]["is_original"] is True
    assert data["prevention_level"]["code"] == "secondary"
    assert data["licence"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["outcomes"][0]["baseline"] == "48.2"
    assert data["outcomes"][0]["finding"] is None
    assert data["building_blocks"][0]["name"]["text"] == "Mesa de análisis"
    assert data["evaluations"][0]["is_independent"] is True
    assert data["started_on"] == "2019-03"


@pytest.mark.parametrize(
    ("header", "language"), [("pt-BR,pt;q=0.9", "pt"), ("de, fr;q=0.5", "fr"), ("de", "en"), ("", "en")]
)
def test_the_answer_is_in_the_language_that_is_accepted_and_says_so(
    client: Client, header: str, language: str
) -> None:
    """Portuguese of Brazil and Portugal are met by ours; others get English."""
    practice = PublishedPracticeFactory()
    answer = client.get(LIST, headers={"Accept-Language": header})
    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" in answer.headers["Vary"]
    assert (
        answer.json()["results"][0]["url"] == f"http://testserver/{language}/practices/{practice.identifier}/"
    )


def test_the_parameter_goes_before_the_header(client: Client) -> None:
    """And a language that we do not have is a problem, not English."""
    assert (
        client.get(f"{LIST}?lang=es", headers={"Accept-Language": "fr"}).headers["Content-Language"] == "es"
    )
    answer = client.get(f"{LIST}?lang=de")
    assert answer.status_code == 400
    assert "lang" in answer.json()["errors"]


def test_only_the_fields_that_are_asked_for_come(client: Client) -> None:
    """In the list and in the record; an unknown one is a problem."""
    practice = PublishedPracticeFactory()
    assert set(client.get(f"{LIST}?fields=identifier, title").json()["results"][0]) == {"identifier", "title"}
    assert set(client.get(f"{LIST}{practice.identifier}/?fields=outcomes").json()) == {"outcomes"}
    answer = client.get(f"{LIST}?fields=author")
    assert answer.status_code == 400
    assert "author" in answer.json()["errors"]["fields"]


def test_an_unchanged_answer_is_not_sent_again(client: Client) -> None:
    """304 with If-None-Match; after a change the new one, and never another language's."""
    with transaction.atomic():  # of its own, as in life: rows are known by theirs
        practice = PublishedPracticeFactory()
    address = f"{LIST}{practice.identifier}/"
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""
    assert client.get(f"{address}?lang=es", headers={"If-None-Match": tag}).status_code == 200
    Practice.objects.filter(pk=practice.pk).update(summary_es="Otro resumen.")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


CHANGES: dict[str, Callable[[Practice], Any]] = {
    "its text": lambda practice: Practice.objects.filter(pk=practice.pk).update(summary_es="Otro."),
    "a translation": lambda practice: Practice.objects.filter(pk=practice.pk).update(title_fr="Autre"),
    "a piece": lambda practice: practice.outcomes.update(indicator_es="Otro"),
    "a piece less": lambda practice: practice.evaluations.all().delete(),
    "a topic": lambda practice: practice.topics.set(["children"]),
    "the name of a topic": lambda practice: _rename(practice.topics.get()),
    "the name of its office": lambda practice: _rename(practice.organization),
}


def _rename(record: Any) -> None:
    record.name = "Otro nombre"
    if hasattr(record, "name_en"):
        record.name_en = "Another name"
    record.save()


OF_THE_RECORD_ALONE = {"a piece", "a piece less"}


@pytest.mark.parametrize(
    ("what", "listed"),
    [
        (what, listed)
        for what in CHANGES
        for listed in (False, True)
        if not (listed and what in OF_THE_RECORD_ALONE)
    ],
)
def test_whatever_changes_is_sent_again(client: Client, what: str, listed: bool) -> None:
    with transaction.atomic():  # transactions of their own, as in life: rows are known by theirs
        practice = PublishedPracticeFactory(depth="full")
    address = LIST if listed else f"{LIST}{practice.identifier}/"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    with transaction.atomic():
        CHANGES[what](practice)
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.headers["ETag"] != tag
    labels.forget()  # what this transaction called a topic


def test_what_is_unchanged_costs_one_query(client: Client, django_assert_num_queries: Any) -> None:
    address = f"{LIST}{PublishedPracticeFactory(depth='full').identifier}/"
    tag = client.get(address).headers["ETag"]
    with django_assert_num_queries(1):
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_list_that_is_unchanged_costs_one_query(client: Client, django_assert_num_queries: Any) -> None:
    PublishedPracticeFactory.create_batch(3)
    tag = client.get(LIST).headers["ETag"]
    with django_assert_num_queries(1):
        assert client.get(LIST, headers={"If-None-Match": tag}).status_code == 304


def test_one_practice_more_or_less_is_another_list(
    client: Client, published_of_guatemala: Practice, focal_point_of_guatemala: User
) -> None:
    tags = [client.get(LIST).headers["ETag"]]
    with transaction.atomic():
        PublishedPracticeFactory()
    tags.append(client.get(LIST, headers={"If-None-Match": tags[0]}).headers["ETag"])
    with transaction.atomic():
        withdraw_practice(practice=published_of_guatemala, by=focal_point_of_guatemala, comment="It ended.")
    tags.append(client.get(LIST, headers={"If-None-Match": tags[1]}).headers["ETag"])
    assert len(set(tags)) == 3


def test_only_the_newest_as_visitors_ask_for_them_are_known_by_their_rows(
    client: Client, member: User
) -> None:
    """Other lists are put together each time; they are told apart by what they say."""
    PublishedPracticeFactory()
    tag = client.get(LIST).headers["ETag"]
    for query in ("?lang=es", "?fields=title", "?state=CL", "?q=prevención"):
        assert client.get(f"{LIST}{query}", headers={"If-None-Match": tag}).status_code == 200
    client.force_login(member)
    assert client.get(LIST, headers={"If-None-Match": tag}).status_code == 200


def test_what_was_withdrawn_is_not_called_unchanged(client: Client) -> None:
    practice = PublishedPracticeFactory()
    address = f"{LIST}{practice.identifier}/"
    tag = client.get(address).headers["ETag"]
    Practice.objects.filter(pk=practice.pk).update(state="withdrawn")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 410


def test_the_list_is_filtered_as_the_page_is(client: Client) -> None:
    """By state, by topic, by words without accents."""
    PublishedPracticeFactory(title_es="Prevención en la panadería", topics=["children"])
    PublishedPracticeFactory(country_id="CL", topics=["policy"])
    for query, number in (
        ("state=CL", 1),
        ("topic=children", 1),
        ("q=panaderia", 1),
        ("state=GT&state=CL", 2),
    ):
        assert len(client.get(f"{LIST}?{query}").json()["results"]) == number, query


def test_following_next_reads_every_practice_once(client: Client) -> None:
    """A cursor, so that what is published meanwhile shifts nothing."""
    practices = PublishedPracticeFactory.create_batch(PAGE_SIZE + 2)
    seen: list[str] = []
    address: str | None = f"{LIST}?fields=identifier"
    while address:
        data = client.get(address).json()
        seen += [row["identifier"] for row in data["results"]]
        address = data["next"]
        if len(seen) == PAGE_SIZE:
            PublishedPracticeFactory()
    assert sorted(seen) == sorted(practice.identifier for practice in practices)


@pytest.mark.parametrize("count", [1, 3])
def test_the_api_asks_the_database_as_often_for_three_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    """List and record."""
    practices = PublishedPracticeFactory.create_batch(count, topics=["youth", "family", "policy"][:count])
    for factory in (BuildingBlockFactory, OutcomeFactory, EvaluationFactory, LinkFactory):
        factory.create_batch(count, practice=practices[0])
    for address in (LIST, f"{LIST}{practices[0].identifier}/"):
        client.get(address)  # a process keeps the names of states, topics and kinds of crime
    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        client.get(LIST)
    with django_assert_num_queries(QUERIES_OF_A_RECORD):
        client.get(f"{LIST}{practices[0].identifier}/")


@pytest.mark.parametrize(("language", "title"), [("en", "Not found"), ("es", ""), ("fr", ""), ("pt", "")])
def test_problems_are_told_in_the_readers_language(client: Client, language: str, title: str) -> None:
    """RFC 9457: type, title, status, detail, instance."""
    answer = client.get(f"{LIST}GP-1999-0001/?lang={language}")
    problem = answer.json()
    assert answer.status_code == problem["status"] == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["instance"] == f"{LIST}GP-1999-0001/"
    assert problem["detail"]
    assert (problem["title"] == "Not found") == (language == "en")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written_through_this_door(client: Client, staff_manager: Any, method: str) -> None:
    """405 for visitors; nothing changes for anyone."""
    practice = PublishedPracticeFactory()
    address = f"{LIST}{practice.identifier}/"
    assert getattr(client, method)(address).status_code == 405
    client.force_login(staff_manager)
    assert getattr(client, method)(address).status_code == 405
    assert Practice.objects.get(pk=practice.pk).revision == practice.revision
