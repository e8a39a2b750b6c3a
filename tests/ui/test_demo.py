"""Signing in with one click exists in the demonstration only."""

import pytest

from network.services.demonstration import load_demonstration_accounts
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/es/demonstration/sign-in/"


@pytest.fixture
def demonstration(settings) -> None:
    settings.DEMO = True
    load_demonstration_accounts()


def test_the_sign_in_page_lists_the_accounts_by_role(demonstration, client):
    html = client.get("/es/accounts/login/?next=/es/states/").content.decode()
    assert html.count(f'action="{ADDRESS}"') >= 9
    assert "Guatemala" in html
    assert 'name="next" value="/es/states/"' in html


def test_one_click_signs_in_and_goes_on(demonstration, client):
    answer = client.post(ADDRESS, {"email": "focal.gt@demo.example", "next": "/es/states/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/es/states/")
    assert client.get("/es/me/").status_code == 200


def test_nobody_is_led_out_of_the_portal(demonstration, client):
    answer = client.post(ADDRESS, {"email": "focal.gt@demo.example", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/es/me/"


def test_an_ordinary_account_cannot_be_entered_by_click(demonstration, client):
    person = UserFactory()
    assert client.post(ADDRESS, {"email": person.email}).status_code == 404


def test_outside_the_demonstration_there_is_no_such_door(settings, client):
    settings.DEMO = False
    person = UserFactory(is_demonstration=True)
    assert client.post(ADDRESS, {"email": person.email}).status_code == 404
    assert client.get(ADDRESS).status_code == 405
    assert "demonstration-accounts" not in client.get("/es/accounts/login/").content.decode()


def test_every_page_of_the_demonstration_says_so(demonstration, client):
    assert '<aside class="demo"' in client.get("/es/states/").content.decode()
