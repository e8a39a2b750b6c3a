"""Every page of people in four languages, for who may see it; nothing for who may not."""

import pytest
from django.test import Client
from django.urls import reverse

from network.choices import HandOverState, Role
from network.models import HandOver, RegistrationRequest, Topic, User
from network.services import Offer, invite

LANGUAGES = ["en", "es", "fr", "pt"]
OPEN = ["register", "registered", "organizations", "address_confirmed"]
OWN = ["settings", "settings_sessions", "settings_roles", "settings_address", "welcome"]
STAFF = [
    "staff",
    "staff_people",
    "staff_invitations",
    "staff_registrations",
    "staff_hand_overs",
    "staff_organizations",
    "staff_organization_new",
    "staff_states",
    "staff_topics",
]
BROUGHT = [
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "account_reauthenticate",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OPEN)
def test_a_visitor_reads_the_open_pages_in_four_languages(
    client: Client, db: None, name: str, language: str
) -> None:
    assert client.get(_in(language, f"network:{name}")).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWN)
def test_a_person_reads_the_own_pages_in_four_languages(
    client: Client, focal_point_of_guatemala: User, enter, name: str, language: str
) -> None:
    enter(client, focal_point_of_guatemala)
    assert client.get(_in(language, f"network:{name}")).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BROUGHT)
def test_the_pages_of_the_second_step_are_in_the_portals_frame_in_four_languages(
    client: Client, focal_point_of_guatemala: User, enter, name: str, language: str
) -> None:
    enter(client, focal_point_of_guatemala)
    answer = client.get(_in(language, name))
    assert answer.status_code == 200
    assert 'id="main"' in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STAFF)
def test_a_staff_manager_reads_the_staff_pages_in_four_languages(
    client: Client, staff_manager: User, enter, name: str, language: str
) -> None:
    enter(client, staff_manager)
    assert client.get(_in(language, f"network:{name}")).status_code == 200


@pytest.mark.parametrize("name", STAFF)
def test_the_staff_pages_do_not_exist_for_others(client: Client, screener: User, enter, name: str) -> None:
    enter(client, screener)
    assert client.get(reverse(f"network:{name}")).status_code == 404
    client.logout()
    assert client.get(reverse(f"network:{name}")).status_code == 302


@pytest.mark.parametrize("name", OWN)
def test_a_visitor_is_asked_to_sign_in_for_the_own_pages(client: Client, db: None, name: str) -> None:
    assert client.get(reverse(f"network:{name}")).status_code == 302


def test_records_have_pages_for_staff_and_none_for_others(
    client: Client,
    staff_manager: User,
    focal_point_of_guatemala: User,
    member: User,
    enter,
    office_of_guatemala,
) -> None:
    asked = RegistrationRequest.objects.create(
        email="a@example.org", full_name="Ana", language="pt", motivation="x"
    )
    hand_over = HandOver.objects.create(
        grant=focal_point_of_guatemala.grants[0],
        successor_name="Rosa",
        successor_email="rosa@example.org",
        successor_language="es",
        letter="letters/none.pdf",
        started_by=focal_point_of_guatemala,
        state=HandOverState.PENDING,
    )
    grant = focal_point_of_guatemala.grants[0]
    pages = [
        reverse("network:staff_person", args=[member.pk]),
        reverse("network:staff_person", args=[staff_manager.pk]),
        reverse("network:staff_person", args=[focal_point_of_guatemala.pk]),
        reverse("network:staff_registration", args=[asked.pk]),
        reverse("network:staff_hand_over", args=[hand_over.uuid]),
        reverse("network:staff_organization", args=[office_of_guatemala.pk]),
        reverse("network:staff_state", args=["GT"]),
        reverse("network:staff_topic", args=[Topic.objects.first().pk]),
        reverse("network:staff_role_end", args=[grant.pk]),
        reverse("network:staff_hand_overs"),
        reverse("network:staff_registrations"),
    ]
    enter(client, staff_manager)
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
    enter(client, focal_point_of_guatemala)
    assert {client.get(page).status_code for page in pages} == {404}


def test_the_focal_points_pages_exist_for_focal_points_only(
    client: Client,
    focal_point_of_guatemala: User,
    contributor_of_guatemala: User,
    focal_point_of_chile: User,
    enter,
) -> None:
    grant = focal_point_of_guatemala.grants[0]
    invite(
        email="new@example.org",
        offer=Offer(role=Role.CONTRIBUTOR, state=grant.state, reason="x"),
        language="es",
        by=focal_point_of_guatemala,
    )
    pages = [reverse("network:contributors"), reverse("network:hand_over", args=[grant.pk])]
    enter(client, focal_point_of_guatemala)
    assert [client.get(page).status_code for page in pages] == [200, 200]
    assert "new@example.org" in client.get(pages[0]).content.decode()
    enter(client, contributor_of_guatemala)
    assert [client.get(page).status_code for page in pages] == [404, 404]
    enter(client, focal_point_of_chile)
    assert [client.get(page).status_code for page in pages] == [200, 404]
    assert "new@example.org" not in client.get(pages[0]).content.decode()


def _in(language: str, name: str) -> str:
    return reverse(name).replace("/en/", f"/{language}/", 1)
