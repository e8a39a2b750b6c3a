"""How often programs may ask by the API: by token, person or address, with words on what is left."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from network.choices import Role, TokenScope
from network.models import User
from network.services.api_tokens import make_token
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db
STATES = "/api/v1/states/gt/"


@pytest.fixture(autouse=True)
def few(settings: Any) -> None:
    """Three of each kind in a minute."""
    settings.WRITES_PER_MINUTE = settings.SEARCHES_PER_MINUTE = settings.API_READS_PER_MINUTE = 3


def _with_token(user: User) -> dict[str, str]:
    secret = make_token(user=user, name="Our site", scope=TokenScope.WRITE, days=30)[1]
    return {"Authorization": f"Bearer {secret}"}


def test_each_token_has_a_limit_of_its_own_and_answers_say_what_is_left(client: Client, member: User) -> None:
    first, second = _with_token(member), _with_token(member)
    answers = [client.get(STATES, headers=first) for _number in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert {answer["RateLimit-Policy"] for answer in answers} == {'"read";q=3;w=60'}
    left = [re.fullmatch(r'"read";r=(\d);t=(\d\d?)', answer["RateLimit"]) for answer in answers]
    assert [each and int(each[1]) for each in left] == [2, 1, 0, 0]
    refused = answers[-1]
    assert 0 < int(refused["Retry-After"]) <= 60
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["status"] == 429
    assert client.get(STATES, headers=second).status_code == 200
    assert client.get(STATES).status_code == 200


def test_visitors_are_counted_by_address_and_what_all_share_says_nothing_of_one(client: Client) -> None:
    answers = [client.get(STATES) for _number in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert [answer.has_header("RateLimit") for answer in answers] == [False, False, False, True]
    assert "public" not in answers[-1].get("Cache-Control", "")
    assert client.get(STATES, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_reading_searching_and_writing_have_limits_of_their_own(client: Client, member: User) -> None:
    thread = PostFactory(thread=ThreadFactory(space=SpaceFactory())).thread
    address, headers = f"/api/v1/threads/{thread.pk}/posts/", _with_token(member)
    words = {"text": "We saw the same.", "language": "en"}

    def write() -> Any:
        return client.post(address, words, content_type="application/json", headers=headers)

    answers = [write() for _number in range(4)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 429]
    assert answers[0]["RateLimit-Policy"] == '"write";q=3;w=60'
    assert thread.posts.count() == 4
    searched = [client.get("/api/v1/practices/?q=police", headers=headers) for _number in range(4)]
    assert [answer.status_code for answer in searched] == [200, 200, 200, 429]
    assert client.get(address, headers=headers).status_code == 200


def test_the_pages_own_calls_are_counted_as_the_person(client: Client) -> None:
    client.force_login(UserFactory(roles=[Role.MEMBER]))
    assert [client.get(STATES).status_code for _number in range(4)] == [200, 200, 200, 429]
    client.force_login(UserFactory(roles=[Role.MEMBER]))
    answer = client.get(STATES)
    assert answer["RateLimit"].startswith('"read";r=2;')


def test_who_tries_tokens_that_are_none_is_stopped(client: Client) -> None:
    guess = {"Authorization": "Bearer iapv_guess"}
    assert [client.get(STATES, headers=guess).status_code for _number in range(4)] == [401, 401, 401, 429]
    assert client.get(STATES).status_code == 200


def test_what_has_not_changed_costs_nothing_of_a_limit(client: Client) -> None:
    first = client.get("/api/v1/practices/")
    unchanged = {"If-None-Match": first["ETag"]}
    assert {client.get("/api/v1/practices/", headers=unchanged).status_code for _number in range(5)} == {304}


def test_those_whose_address_a_proxy_does_not_tell_are_counted_as_one(client: Client) -> None:
    answers = [client.get(STATES, REMOTE_ADDR="").status_code for _number in range(4)]
    assert answers == [200, 200, 200, 429]


def test_without_the_cache_programs_are_answered(client: Client, monkeypatch: Any) -> None:
    def away(*args: Any, **kwargs: Any) -> None:
        raise ConnectionError("away")

    monkeypatch.setattr(cache, "count", away)
    answers = [client.get(STATES) for _number in range(6)]
    assert {answer.status_code for answer in answers} == {200}
