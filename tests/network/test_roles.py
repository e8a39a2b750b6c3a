"""Roles: granted by staff with a reason, told, logged, ended; confirmed every year; never by oneself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import Role, StateStatus
from network.models import MemberState, RoleGrant, User
from network.services import (
    change_state_status,
    confirm_attestation,
    grant_role,
    revoke_role,
    what_status_change_does,
)

from ..factories import UserFactory

Letters = Callable[[], list[EmailMessage]]


def test_staff_grant_a_role_with_a_reason_and_the_person_is_told(
    client: Client, staff_manager: User, member: User, letters: Letters, enter: Any
) -> None:
    enter(client, staff_manager)
    device = Client()
    device.post("/en/accounts/login/", {"login": member.email, "password": "a quiet long passphrase"})
    assert device.get("/en/me/").status_code == 200
    page = reverse("network:staff_person", args=[member.pk])
    offer = {"role": "reviewer", "reason": "Decision 7/2026", "ends_on_day": "1", "ends_on_month": "6"}
    year = timezone.localdate().year + 1
    assert client.post(page, offer | {"ends_on_year": str(year)}).status_code == 302
    grant = RoleGrant.objects.get(user=member, role=Role.REVIEWER)
    assert grant.ends_at is not None
    assert grant.ends_at.date().isoformat() == f"{year}-06-01"
    assert grant.granted_by == staff_manager
    assert "Decision 7/2026" in letters()[-1].body
    assert member.email in letters()[-1].to[0]
    assert device.get("/en/me/").status_code == 302  # signed out: the role begins with a new session


def test_every_change_of_a_grant_is_kept(member: User, staff_manager: User) -> None:
    grant = grant_role(user=member, role=Role.SCREENER, reason="x", by=staff_manager)
    revoke_role(grant=grant, reason="y", by=staff_manager)
    kept = list(grant.events.order_by("pgh_id").values_list("pgh_label", "revoked_reason"))
    assert kept == [("insert", ""), ("update", "y")]


def test_nobody_grants_to_oneself(staff_manager: User, client: Client, enter: Any) -> None:
    with pytest.raises(PermissionDenied):
        grant_role(user=staff_manager, role=Role.FUND_APPROVER, reason="x", by=staff_manager)
    enter(client, staff_manager)
    page = reverse("network:staff_person", args=[staff_manager.pk])
    assert client.post(page, {"role": "fund_approver", "reason": "x"}).status_code == 404
    assert not staff_manager.has_role(Role.FUND_APPROVER)


@pytest.mark.parametrize("who", ["focal_point_of_guatemala", "screener", "member"])
def test_an_outsider_neither_grants_nor_ends(
    request: pytest.FixtureRequest, client: Client, who: str, staff_manager: User, enter: Any
) -> None:
    by = request.getfixturevalue(who)
    target = UserFactory(roles=[Role.REVIEWER])
    enter(client, by)
    page = reverse("network:staff_person", args=[target.pk])
    assert client.post(page, {"role": "screener", "reason": "x"}).status_code == 404
    ending = reverse("network:staff_role_end", args=[target.grants[0].pk])
    assert client.post(ending, {"reason": "x"}).status_code == 404
    with pytest.raises(PermissionDenied):
        revoke_role(grant=target.grants[0], reason="x", by=by)
    assert User.objects.get(pk=target.pk).has_role(Role.REVIEWER)


def test_granting_asks_who_it_really_is(client: Client, staff_manager: User, member: User) -> None:
    client.force_login(staff_manager)
    page = reverse("network:staff_person", args=[member.pk])
    answer = client.post(page, {"role": "screener", "reason": "x"})
    assert "reauthenticate" in answer.headers["Location"]
    assert not RoleGrant.objects.filter(user=member, role="screener").exists()


@pytest.mark.parametrize(
    "offer",
    [
        {"role": "focal_point", "reason": "x"},
        {"role": "focal_point", "reason": "x", "state": "VE"},
        {"role": "reviser", "reason": "x"},
        {"role": "provider_editor", "reason": "x"},
        {"role": "screener"},
        {"role": "king", "reason": "x"},
        {"role": "screener", "reason": "x", "ends_on": "2020-01-01"},
        {"role": "screener", "reason": "x", "ends_on": "2030"},
        {"role": "screener", "reason": "x" * 600},
    ],
)
def test_a_role_that_does_not_fit_is_refused(
    client: Client, staff_manager: User, member: User, enter: Any, offer: dict[str, str]
) -> None:
    MemberState.objects.filter(pk="VE").update(status=StateStatus.CONTESTED)
    enter(client, staff_manager)
    page = reverse("network:staff_person", args=[member.pk])
    assert client.post(page, offer).status_code == 422
    assert member.role_grants.count() == 1


def test_an_expired_role_stops_at_the_next_request(client: Client, staff_manager: User, enter: Any) -> None:
    enter(client, staff_manager)
    assert client.get(reverse("network:staff")).status_code == 200
    now = timezone.now()
    RoleGrant.objects.filter(user=staff_manager).update(
        starts_at=now - timedelta(days=2), ends_at=now - timedelta(seconds=1)
    )
    assert client.get(reverse("network:staff")).status_code == 404


def test_of_two_principals_the_earlier_becomes_an_alternate(staff_manager: User) -> None:
    state = MemberState.objects.get(pk="JM")
    first, second = UserFactory(), UserFactory()
    for person in (first, second):
        grant_role(
            user=person, role=Role.FOCAL_POINT, state=state, is_principal=True, reason="x", by=staff_manager
        )
    assert [person.role_grants.get().is_principal for person in (first, second)] == [False, True]


def test_a_focal_point_confirms_once_a_year(client: Client, focal_point_of_guatemala: User) -> None:
    client.force_login(focal_point_of_guatemala)
    grant = focal_point_of_guatemala.grants[0]
    today = timezone.localdate()
    RoleGrant.objects.filter(pk=grant.pk).update(attestation_due_on=today + timedelta(days=20))
    assert "/settings/roles/" in client.get("/en/me/").content.decode()
    assert client.post(reverse("network:settings_attest", args=[grant.pk])).status_code == 302
    grant.refresh_from_db()
    assert grant.attestation_due_on == today + timedelta(days=365)
    assert grant.attested_at is not None


def test_overdue_a_role_is_in_force_for_thirty_days_more_and_then_not(
    client: Client, focal_point_of_guatemala: User, staff_manager: User, enter: Any
) -> None:
    client.force_login(focal_point_of_guatemala)
    grants = RoleGrant.objects.filter(user=focal_point_of_guatemala)
    today = timezone.localdate()
    grants.update(attestation_due_on=today - timedelta(days=30))
    assert client.get(reverse("network:contributors")).status_code == 200
    grants.update(attestation_due_on=today - timedelta(days=31))
    assert client.get(reverse("network:contributors")).status_code == 404
    assert client.post(reverse("network:settings_attest", args=[grants[0].pk])).status_code == 404
    assert client.get(reverse("network:settings_roles")).status_code == 200
    enter(client, staff_manager)
    assert client.post(reverse("network:staff_role_confirm", args=[grants[0].pk])).status_code == 302
    assert User.objects.get(pk=focal_point_of_guatemala.pk).has_role(Role.FOCAL_POINT, state="GT")


def test_nobody_confirms_for_another(
    client: Client, focal_point_of_guatemala: User, focal_point_of_chile: User
) -> None:
    grant = focal_point_of_guatemala.grants[0]
    with pytest.raises(PermissionDenied):
        confirm_attestation(grant=grant, by=focal_point_of_chile)
    client.force_login(focal_point_of_chile)
    assert client.post(reverse("network:settings_attest", args=[grant.pk])).status_code == 404
    assert client.post(reverse("network:staff_role_confirm", args=[grant.pk])).status_code == 404


def test_staff_read_what_a_change_of_status_will_do_before_it_is_done(
    client: Client,
    staff_manager: User,
    focal_point_of_guatemala: User,
    contributor_of_guatemala: User,
    guatemala: MemberState,
    published_of_guatemala: Any,
    letters: Letters,
    enter: Any,
) -> None:
    enter(client, staff_manager)
    page = reverse("network:staff_state", args=["GT"])
    form = {"status": "withdrawn", "source": "Note of 1 March", "note": ""}
    effect = what_status_change_does(state=guatemala, status=StateStatus.WITHDRAWN)
    assert (effect.stops, effect.grants, len(effect.people)) == (True, 2, 2)
    first = client.post(page, form)
    assert first.status_code == 200
    assert "Diego Xicará" in first.content.decode()
    guatemala.refresh_from_db()
    assert guatemala.is_active
    assert client.post(page, form | {"confirmed": "1"}).status_code == 302
    guatemala.refresh_from_db()
    assert not guatemala.is_active
    assert not User.objects.get(pk=focal_point_of_guatemala.pk).grants
    told = " ".join(letter.to[0] for letter in letters())
    assert focal_point_of_guatemala.email in told
    assert contributor_of_guatemala.email in told
    assert client.get(published_of_guatemala.get_absolute_url()).status_code == 200
    client.post(page, form | {"status": "active", "confirmed": "1"})
    assert not User.objects.get(pk=focal_point_of_guatemala.pk).grants


def test_nobody_else_changes_a_status(
    client: Client, focal_point_of_guatemala: User, guatemala: MemberState
) -> None:
    client.force_login(focal_point_of_guatemala)
    form = {"status": "withdrawn", "source": "x", "confirmed": "1"}
    assert client.post(reverse("network:staff_state", args=["GT"]), form).status_code == 404
    with pytest.raises(PermissionDenied):
        change_state_status(
            state=guatemala,
            status=StateStatus.WITHDRAWN,
            since_on=None,
            note="",
            source="",
            by=focal_point_of_guatemala,
        )
