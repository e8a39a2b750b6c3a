"""A second step of signing in: demanded of roles of trust before anything else, offered to others."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from network.config import settings as real_settings
from network.models import User


@pytest.fixture
def _required(settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


def test_outside_the_demonstration_it_is_required() -> None:
    assert real_settings.SECOND_FACTOR_REQUIRED is not real_settings.DEMO
    assert "network.views.second_factor.SecondFactorMiddleware" in real_settings.MIDDLEWARE


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize(
    "address", ["/en/me/", "/en/staff/", "/en/practices/desk/", "/en/", "/pt/me/settings/"]
)
def test_a_role_of_trust_leads_to_the_set_up_first(client: Client, screener: User, address: str) -> None:
    client.force_login(screener)
    answer = client.get(address)
    assert answer.status_code == 302
    assert "/accounts/2fa/" in answer.headers["Location"]


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_activate_totp", "account_logout", "account_reauthenticate"]
)
def test_what_is_needed_to_set_it_up_stays_open(
    client: Client, screener: User, name: str, enter: Any
) -> None:
    enter(client, screener)
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.usefixtures("_required")
def test_with_a_second_step_everything_opens(client: Client, screener: User) -> None:
    client.force_login(screener)
    TOTP.activate(screener, generate_totp_secret())
    assert client.get("/en/me/").status_code == 200
    Authenticator.objects.all().delete()
    assert client.get("/en/me/").status_code == 302


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize("who", ["member", "contributor_of_guatemala", "focal_point_of_guatemala"])
def test_others_are_not_asked(request: pytest.FixtureRequest, client: Client, who: str) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get("/en/me/").status_code == 200


@pytest.mark.usefixtures("_required")
def test_who_may_use_the_administration_is_asked_too(client: Client, member: User) -> None:
    User.objects.filter(pk=member.pk).update(is_staff=True, is_superuser=True)
    client.force_login(member)
    assert "/2fa/" in client.get("/admin/").headers["Location"]
    assert "/accounts/login/" in Client().get("/admin/", follow=True).redirect_chain[-1][0]


def test_the_secret_is_encrypted_at_rest(member: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(member, secret)
    assert secret not in str(Authenticator.objects.get().data)


def test_a_second_step_is_asked_for_when_signing_in(client: Client, member: User) -> None:
    TOTP.activate(member, generate_totp_secret())
    form = {"login": member.email, "password": "a quiet long passphrase"}
    answer = client.post("/en/accounts/login/", form)
    assert answer.headers["Location"] == "/en/accounts/2fa/authenticate/"
    assert client.get("/en/me/").status_code == 302
    assert client.post("/en/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.get("/en/me/").status_code == 302


def test_pictures_from_data_are_allowed_on_the_page_of_the_code_alone(
    client: Client, member: User, enter: Any
) -> None:
    enter(client, member)
    with_code = client.get(reverse("mfa_activate_totp")).headers["Content-Security-Policy"]
    assert "img-src 'self' data:" in with_code
    for name in ("mfa_index", "mfa_add_webauthn", "network:me"):
        assert "data:" not in client.get(reverse(name)).headers["Content-Security-Policy"]
