"""Registering: open to all, decided by staff, and silent about who has an account."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from network.choices import RequestState, Role
from network.models import Membership, Organization, RegistrationRequest, User
from network.services import approve_registration, decline_registration
from network.services.errors import NotOpenError

from ..factories import UserFactory
from .conftest import link_in

Letters = Callable[[], list[EmailMessage]]
REQUEST = {
    "full_name": "Conceição Araújo",
    "email": "Conceicao@example.org",
    "language": "pt",
    "organization_name": "Instituto da Paz",
    "organization_kind": "civil_society",
    "organization_state": "BR",
    "organization_website": "https://paz.example.org",
    "motivation": "Prevenção nas escolas.",
}


@pytest.fixture
def asked(client: Client, db: None) -> RegistrationRequest:
    """A request of an NGO's member, in Portuguese."""
    assert client.post("/pt/register/", REQUEST).status_code == 302
    return RegistrationRequest.objects.get()


def test_a_member_of_an_ngo_registers_in_portuguese_and_is_approved(
    client: Client, asked: RegistrationRequest, staff_manager: User, letters: Letters, enter: Any
) -> None:
    assert asked.state == RequestState.PENDING
    assert letters()[-1].subject == _in("pt", "Your registration has been received")
    enter(client, staff_manager)
    page = reverse("network:staff_registration", args=[asked.pk])
    assert client.post(page, {"decision": "approve", "verify": "on"}).status_code == 302
    client.logout()
    path = link_in(letters()[-1], "/invitations/")
    assert path.startswith("/pt/")
    joining = {
        "full_name": asked.full_name,
        "language": "pt",
        "time_zone": "America/Sao_Paulo",
        "password": "uma frase longa e tranquila",
    }
    assert client.post(path, joining).status_code == 302
    person = User.objects.get(email="conceicao@example.org")
    assert person.language == "pt"
    assert person.has_role(Role.MEMBER)
    organization = Organization.objects.get(name="Instituto da Paz")
    assert organization.is_verified
    assert Membership.objects.filter(user=person, organization=organization).exists()


def test_a_request_for_a_known_address_is_answered_as_any_other(
    client: Client, db: None, letters: Letters
) -> None:
    UserFactory(email="known@example.org", language="es")
    unknown = client.post("/en/register/", REQUEST | {"email": "unknown@example.org"}, follow=True)
    known = client.post("/en/register/", REQUEST | {"email": "KNOWN@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    assert RegistrationRequest.objects.get(email="known@example.org").state == RequestState.KNOWN
    assert [letter.to[0] for letter in letters()] == ["unknown@example.org", "known@example.org"]


def test_a_request_costs_the_same_whether_the_address_is_known_or_not(client: Client, db: None) -> None:
    UserFactory(email="known@example.org")
    counts = []
    for address in ("first@example.org", "known@example.org", "second@example.org"):
        with CaptureQueriesContext(connection) as queries:
            client.post("/en/register/", REQUEST | {"email": address})
        counts.append(len(queries))
    assert len(set(counts[1:])) == 1


def test_a_second_request_while_one_waits_changes_nothing(client: Client, asked: RegistrationRequest) -> None:
    assert client.post("/pt/register/", REQUEST | {"full_name": "Outra Pessoa"}).status_code == 302
    assert RegistrationRequest.objects.get().full_name == asked.full_name


def test_a_request_that_is_declined_is_told_why(
    asked: RegistrationRequest, staff_manager: User, letters: Letters
) -> None:
    decline_registration(request=asked, by=staff_manager, reason="Organização não encontrada")
    letter = letters()[-1]
    assert "Organização não encontrada" in letter.body
    assert not User.objects.filter(email=asked.email).exists()
    with pytest.raises(NotOpenError):
        approve_registration(request=asked, by=staff_manager)


def test_a_decline_without_reason_is_refused(
    client: Client, asked: RegistrationRequest, staff_manager: User, enter: Any
) -> None:
    enter(client, staff_manager)
    page = reverse("network:staff_registration", args=[asked.pk])
    assert client.post(page, {"decision": "decline"}).status_code == 422
    asked.refresh_from_db()
    assert asked.state == RequestState.PENDING


def test_of_two_who_decide_the_second_is_told(
    client: Client, asked: RegistrationRequest, staff_manager: User, enter: Any
) -> None:
    approve_registration(request=asked, by=staff_manager)
    enter(client, staff_manager)
    page = reverse("network:staff_registration", args=[asked.pk])
    client.post(page, {"decision": "decline", "reason": "late"})
    asked.refresh_from_db()
    assert asked.state == RequestState.APPROVED


@pytest.mark.parametrize("who", ["focal_point_of_guatemala", "screener", "member"])
def test_nobody_else_decides(request: pytest.FixtureRequest, asked: RegistrationRequest, who: str) -> None:
    by = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        approve_registration(request=asked, by=by)
    with pytest.raises(PermissionDenied):
        decline_registration(request=asked, by=by, reason="x")
    asked.refresh_from_db()
    assert asked.state == RequestState.PENDING


@pytest.mark.parametrize(
    "change",
    [
        {"full_name": "\u202etxt.exe"},
        {"full_name": "a" * 300},
        {"full_name": "🙂🙂"},
        {"full_name": "A" + "\u0301" * 40},
        {"full_name": "<script>alert(1)</script>"},
        {"full_name": "Ana evil.example"},
        {"email": "no address"},
        {"email": "a@b.c\nBcc: x@example.org"},
        {"language": "de"},
        {"organization_name": ""},
        {"organization_kind": "government"},
        {"organization_website": "javascript:alert(1)"},
        {"motivation": ""},
        {"motivation": "x" * 3000},
        {"organization_state": "CU"},
        {"organization": "999999"},
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(
    client: Client, db: None, change: dict[str, str]
) -> None:
    answer = client.post("/en/register/", REQUEST | change)
    assert answer.status_code == 422
    assert "Instituto da Paz" in answer.content.decode() or "organization_name" in change
    assert not RegistrationRequest.objects.exists()


@pytest.mark.parametrize(
    "name", ["Ñandú Ōta-O’Brien", "李 小龍", "Mª José d'Ávila", "محمد علي", "J. R. Müller (Jr.)"]
)
def test_names_of_the_world_are_welcome(client: Client, db: None, name: str) -> None:
    assert client.post("/en/register/", REQUEST | {"full_name": name}).status_code == 302


def test_after_many_requests_from_one_place_the_door_closes_for_a_while(client: Client, db: None) -> None:
    answers = [
        client.post("/en/register/", REQUEST | {"email": f"a{number}@example.org"}).status_code
        for number in range(21)
    ]
    assert answers[-1] == 429


def _in(language: str, text: str) -> str:
    with translation.override(language):
        return translation.gettext(text)
