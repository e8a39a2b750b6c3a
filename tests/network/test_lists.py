"""Lists ask the database as often for three as for one; the directory shows what is verified."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from network.choices import Role
from network.models import HandOver, MemberState, Organization, RegistrationRequest, Topic, User
from network.services import Offer, invite, verify_organization

from ..factories import OrganizationFactory, UserFactory


def _people(number: int, by: User) -> None:
    UserFactory(roles=[Role.REVIEWER, (Role.CONTRIBUTOR, "GT")], organization=OrganizationFactory())


def _invitation(number: int, by: User) -> None:
    state = MemberState.objects.active()[number]
    offer = Offer(role=Role.FOCAL_POINT, state=state, reason="x")
    invite(email=f"a{number}@example.org", offer=offer, language="en", by=by)


def _registration(number: int, by: User) -> None:
    RegistrationRequest.objects.create(
        email=f"a{number}@example.org",
        full_name="Ana",
        language="pt",
        organization=OrganizationFactory(),
        motivation="x",
    )


def _hand_over(number: int, by: User) -> None:
    person = UserFactory(roles=[(Role.FOCAL_POINT, MemberState.objects.active()[number].pk)])
    HandOver.objects.create(
        grant=person.grants[0],
        successor_name="Rosa",
        successor_email="rosa@example.org",
        successor_language="es",
        letter="letters/none.pdf",
        started_by=person,
    )


def _organization(number: int, by: User) -> None:
    OrganizationFactory(state_id=MemberState.objects.active()[number].pk)


def _contributor(number: int, by: User) -> None:
    UserFactory(roles=[(Role.CONTRIBUTOR, "GT")])


LISTS: list[tuple[str, Callable[[int, User], None]]] = [
    ("staff_people", _people),
    ("staff_invitations", _invitation),
    ("staff_registrations", _registration),
    ("staff_hand_overs", _hand_over),
    ("staff_organizations", _organization),
    ("organizations", _organization),
    ("contributors", _contributor),
]


@pytest.mark.parametrize(("name", "make"), LISTS)
def test_a_list_asks_as_often_for_three_as_for_one(
    client: Client,
    staff_manager: User,
    focal_point_of_guatemala: User,
    name: str,
    make: Callable[[int, User], None],
    enter: Any,
) -> None:
    who = focal_point_of_guatemala if name == "contributors" else staff_manager
    enter(client, who)
    counts = []
    for number in range(3):
        make(number, staff_manager)
        client.get(reverse(f"network:{name}"))  # what the process remembers is remembered
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(f"network:{name}")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[2] <= 20


def test_one_session_or_three_cost_the_same(member: User) -> None:
    counts = []
    for _number in range(3):
        device = Client()
        device.post("/en/accounts/login/", {"login": member.email, "password": "a quiet long passphrase"})
        device.get("/en/me/settings/sessions/")  # what is new in the fora is counted once a minute
        with CaptureQueriesContext(connection) as queries:
            device.get("/en/me/settings/sessions/")
        counts.append(len(queries))
    assert counts[0] == counts[2]


def test_the_directory_shows_verified_organizations_and_staff_all(
    client: Client, staff_manager: User, member: User
) -> None:
    shown, hidden = OrganizationFactory(name="Shown"), OrganizationFactory(name="Hidden", is_verified=False)
    pages = [reverse("network:organization", args=[each.pk]) for each in (shown, hidden)]
    assert [client.get(page).status_code for page in pages] == [200, 404]
    assert "Hidden" not in client.get("/en/organizations/").content.decode()
    client.force_login(member)
    assert [client.get(page).status_code for page in pages] == [200, 404]
    client.force_login(staff_manager)
    assert [client.get(page).status_code for page in pages] == [200, 200]


def test_the_directory_is_filtered_by_kind_and_words(client: Client, db: None) -> None:
    OrganizationFactory(name="Paz", kind="academia")
    OrganizationFactory(name="Guerra", kind="private_sector")
    listed = client.get("/en/organizations/?kind=academia&q=pa").content.decode()
    assert "Paz" in listed
    assert "Guerra" not in listed
    assert client.get("/en/organizations/?q=%00&kind=x").status_code == 200


def test_staff_verify_change_and_make_organizations_and_nobody_else(
    client: Client, staff_manager: User, focal_point_of_guatemala: User
) -> None:
    organization = OrganizationFactory(is_verified=False)
    verify = reverse("network:staff_organization_verify", args=[organization.pk])
    change = reverse("network:staff_organization", args=[organization.pk])
    form = {"name": "Nuevo", "name_language": "es", "kind": "academia", "state": "", "website": ""}
    client.force_login(focal_point_of_guatemala)
    assert client.post(verify, {"verified": "1"}).status_code == 404
    assert client.post(change, form).status_code == 404
    assert client.post(reverse("network:staff_organization_new"), form).status_code == 404
    client.force_login(staff_manager)
    assert client.post(verify, {"verified": "1"}).status_code == 302
    assert client.post(change, form).status_code == 302
    organization.refresh_from_db()
    assert (organization.name, organization.is_verified) == ("Nuevo", True)
    assert client.post(reverse("network:staff_organization_new"), form).status_code == 422
    assert Organization.objects.filter(name="Nuevo").count() == 1
    with pytest.raises(PermissionDenied):
        verify_organization(organization=organization, is_verified=False, by=focal_point_of_guatemala)


def test_staff_write_a_topics_names_in_four_languages_and_nobody_else(
    client: Client, staff_manager: User, member: User
) -> None:
    topic = Topic.objects.leaves().first()
    assert topic is not None
    page = reverse("network:staff_topic", args=[topic.pk])
    form = {f"name_{code}": f"Name {code}" for code in ("en", "es", "fr", "pt")}
    client.force_login(member)
    assert client.post(page, form).status_code == 404
    client.force_login(staff_manager)
    assert client.post(page, form | {"name_fr": ""}).status_code == 422
    assert client.post(page, form).status_code == 302
    topic.refresh_from_db()
    assert (topic.name_en, topic.name_pt) == ("Name en", "Name pt")
