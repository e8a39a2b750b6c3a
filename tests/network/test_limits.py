"""Nobody writes or searches without end; without the cache nobody is kept out."""

import pytest
from django.core.cache import cache

from network.choices import Role
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(settings):
    settings.WRITES_PER_MINUTE, settings.SEARCHES_PER_MINUTE = 3, 3


@pytest.mark.parametrize(
    "path", ["/en/search/?q=police", "/en/practices/?q=police", "/api/v1/practices/?q=police"]
)
def test_searching_is_counted_per_address_whatever_the_page(client, few, path):
    assert [client.get(path).status_code for _number in range(4)] == [200, 200, 200, 429]
    answer = client.get("/es/search/?q=policia")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    assert "Content-Security-Policy" in answer
    assert client.get(path, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_reading_without_words_is_not_counted(client, few):
    assert {client.get("/en/practices/").status_code for _number in range(6)} == {200}


def test_writing_is_counted_per_person(client, few):
    person, other = UserFactory(roles=[Role.MEMBER]), UserFactory(roles=[Role.MEMBER])
    client.force_login(person)
    answers = [client.post("/en/me/preview/", {"text": "*a*"}).status_code for _number in range(4)]
    assert answers == [200, 200, 200, 429]
    assert client.get("/en/me/").status_code == 200
    client.force_login(other)
    assert client.post("/en/me/preview/", {"text": "*a*"}).status_code == 200


def test_the_api_says_it_as_a_problem(client, few):
    for _number in range(4):
        answer = client.get("/api/v1/practices/?q=police")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 429


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_page_is_there_in_four_languages(client, few, language):
    for _number in range(4):
        answer = client.get(f"/{language}/search/?q=x")
    assert f'<html lang="{language}">' in answer.content.decode()


def test_without_the_cache_nobody_is_kept_out(client, few, monkeypatch):
    def away(*args, **kwargs):
        raise ConnectionError("away")

    monkeypatch.setattr(cache, "count", away)
    assert {client.get("/en/search/?q=police").status_code for _number in range(6)} == {200}


def test_programs_of_the_house_are_not_counted(client, few):
    assert {client.get("/health/live?q=1").status_code for _number in range(6)} == {200}


@pytest.mark.parametrize(
    "path", ["/en/practices/?q=police", "/api/v1/practices/", "/api/v1/practices/?q=police"]
)
def test_who_comes_through_a_socket_without_an_address_reads_too(client, few, path):
    """Together they are counted as one."""
    assert client.get(path, REMOTE_ADDR="").status_code == 200
    if "q=" in path:
        assert [client.get(path, REMOTE_ADDR="").status_code for _number in range(3)] == [200, 200, 429]
