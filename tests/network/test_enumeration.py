"""Nobody learns from the portal whether an address has an account: not by words, not by time."""

from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ..factories import UserFactory

Letters = Callable[[], list[EmailMessage]]


@pytest.fixture(autouse=True)
def _known(db: None) -> None:
    UserFactory(email="known@example.org", language="fr")


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client: Client) -> None:
    answers = []
    for address in ("known@example.org", "unknown@example.org"):
        answer = client.post("/en/accounts/login/", {"login": address, "password": "wrong password here"})
        answers.append(
            (answer.status_code, answer.content.decode().replace(address, "").replace(_token(answer), ""))
        )
    assert answers[0] == answers[1]


def test_an_unknown_address_costs_a_hash_as_a_known_one_does(client: Client) -> None:
    """Hashing is what takes time at the door: both pay for it."""
    costs = []
    for address in ("known@example.org", "unknown@example.org"):
        with mock.patch.object(
            MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
        ) as encode:
            client.post("/en/accounts/login/", {"login": address, "password": "wrong password here"})
        costs.append(encode.call_count)
    assert costs[0] == costs[1] >= 1


def test_a_new_password_is_asked_for_alike(client: Client, letters: Letters) -> None:
    answers = []
    for address in ("known@example.org", "unknown@example.org"):
        answer = client.post("/en/accounts/password/reset/", {"email": address}, follow=True)
        answers.append((answer.redirect_chain, answer.content))
    assert answers[0] == answers[1]
    known, unknown = letters()
    assert known.to == ["known@example.org"]
    assert "/fr/accounts/password/reset/key/" in known.body
    assert unknown.to == ["unknown@example.org"]
    assert "/reset/key/" not in unknown.body


def test_asking_costs_exactly_the_same_for_both(client: Client) -> None:
    counts = []
    for address in ("first@example.org", "known@example.org", "unknown@example.org"):
        with CaptureQueriesContext(connection) as queries:
            client.post("/en/accounts/password/reset/", {"email": address})
        counts.append(len(queries))
    assert counts[1] == counts[2]


def test_the_link_of_the_letter_sets_a_new_password_once_and_ends_all_sessions(
    client: Client, letters: Letters
) -> None:
    device = Client()
    device.post("/en/accounts/login/", {"login": "known@example.org", "password": "a quiet long passphrase"})
    assert device.get("/en/me/").status_code == 200
    client.post("/en/accounts/password/reset/", {"email": "known@example.org"})
    letter = letters()[-1]
    path = next(word for word in letter.body.split() if "/reset/key/" in word).partition("8000")[2]
    form = client.get(path, follow=True).redirect_chain[-1][0]
    new = "another quiet passphrase"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert device.get("/en/me/").status_code == 302
    assert Client().get(path).status_code == 200
    assert "form" not in _main(Client().get(path, follow=True))


def _token(answer: Any) -> str:
    text = answer.content.decode()
    return text.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0] or "no token"


def _main(answer: Any) -> str:
    return answer.content.decode().partition("<main")[2].partition("password1")[2]
