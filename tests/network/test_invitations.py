"""Invitations: expiring, single use, bound to the address, in the recipient's language, stored as a hash."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import Role, StateStatus
from network.models import Invitation, MemberState, User
from network.services import (
    Offer,
    accept_invitation,
    change_state_status,
    invite,
    revoke_invitation,
    revoke_role,
)
from network.services.errors import InvitationError, OtherAddressError
from network.services.links import hash_of, secret

from ..factories import UserFactory
from .conftest import link_in

Letters = Callable[[], list[EmailMessage]]
JOINING = {
    "full_name": "Marcia Campbell",
    "language": "en",
    "time_zone": "America/Jamaica",
    "password": "a long and quiet passphrase",
}


@pytest.fixture
def invitation(staff_manager: User) -> Invitation:
    """To be Jamaica's focal point."""
    return invite(
        email="Marcia@example.org",
        offer=Offer(
            role=Role.FOCAL_POINT,
            state=MemberState.objects.get(pk="JM"),
            reason="Note 12/2026",
            is_principal=True,
        ),
        language="en",
        full_name="Marcia Campbell",
        by=staff_manager,
    )


def token_of(invitation: Invitation) -> str:
    return secret("invitation", invitation.nonce)


def page_of(invitation: Invitation) -> str:
    return reverse("network:invitation", args=[token_of(invitation)])


def test_who_is_invited_makes_an_account_and_holds_the_role(client: Client, invitation: Invitation) -> None:
    assert client.get(page_of(invitation)).status_code == 200
    answer = client.post(page_of(invitation), JOINING)
    assert answer.headers["Location"].endswith("/welcome/")
    person = User.objects.get(email="marcia@example.org")
    assert person.has_role(Role.FOCAL_POINT, state="JM")
    grant = person.grants[0]
    assert grant.is_principal
    assert grant.reason == "Note 12/2026"
    assert grant.attestation_due_on is not None
    assert client.get(reverse("network:me")).status_code == 200
    assert person.time_zone == "America/Jamaica"


def test_the_letter_is_in_the_recipients_language_and_its_link_leads_in(
    client: Client, staff_manager: User, letters: Letters
) -> None:
    invite(
        email="joao@example.org",
        offer=Offer(role=Role.FOCAL_POINT, state=MemberState.objects.get(pk="BR"), reason="x"),
        language="pt",
        by=staff_manager,
    )
    (letter,) = letters()
    assert letter.to == ["joao@example.org"]
    path = link_in(letter, "/invitations/")
    assert path.startswith("/pt/")
    assert 'lang="pt"' in letter.alternatives[0][0]
    assert client.get(path).status_code == 200


def test_the_table_does_not_hold_the_secret(invitation: Invitation) -> None:
    assert invitation.token_hash == hash_of(token_of(invitation))
    assert token_of(invitation) not in str(vars(invitation))


def test_an_invitation_cannot_be_used_twice(client: Client, invitation: Invitation) -> None:
    client.post(page_of(invitation), JOINING)
    client.logout()
    assert client.get(page_of(invitation)).status_code == 404
    assert client.post(page_of(invitation), JOINING | {"full_name": "Somebody Else"}).status_code == 404
    assert User.objects.filter(email="marcia@example.org").count() == 1


def test_an_invitation_that_comes_too_late_is_not_valid(client: Client, invitation: Invitation) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.post(page_of(invitation), JOINING).status_code == 404
    assert not User.objects.filter(email="marcia@example.org").exists()


def test_an_invitation_that_was_withdrawn_is_not_valid(
    client: Client, invitation: Invitation, staff_manager: User, letters: Letters
) -> None:
    revoke_invitation(invitation=invitation, by=staff_manager)
    assert client.post(page_of(invitation), JOINING).status_code == 404
    assert letters() == []  # a letter that tells of nothing is not sent


def test_another_address_cannot_use_it(
    client: Client, invitation: Invitation, member: User, enter: Callable[..., None]
) -> None:
    enter(client, member)
    assert client.post(page_of(invitation), {}).status_code == 403
    with pytest.raises(OtherAddressError):
        accept_invitation(token=token_of(invitation), user=member)
    assert not member.has_role(Role.FOCAL_POINT)


def test_the_address_cannot_be_chosen_by_who_joins(client: Client, invitation: Invitation) -> None:
    client.post(page_of(invitation), JOINING | {"email": "other@example.org"})
    assert not User.objects.filter(email="other@example.org").exists()


def test_who_has_an_account_signs_in_and_accepts(
    client: Client, invitation: Invitation, enter: Callable[..., None]
) -> None:
    known = UserFactory(email="marcia@example.org")
    assert reverse("account_login") in client.get(page_of(invitation)).content.decode()
    assert client.post(page_of(invitation), JOINING).status_code == 200
    assert Invitation.objects.open().exists()
    enter(client, known)
    assert client.post(page_of(invitation)).status_code == 302
    assert User.objects.get(pk=known.pk).has_role(Role.FOCAL_POINT, state="JM")
    assert client.get(reverse("network:me")).status_code == 200


def test_two_devices_with_the_same_link_make_one_account(invitation: Invitation) -> None:
    phone, desk = Client(), Client()
    assert [phone.get(page_of(invitation)).status_code, desk.get(page_of(invitation)).status_code] == [
        200,
        200,
    ]
    assert phone.post(page_of(invitation), JOINING).status_code == 302
    assert desk.post(page_of(invitation), JOINING).status_code == 404


def test_opening_the_link_uses_nothing_up(client: Client, invitation: Invitation) -> None:
    for _ in range(3):
        assert client.get(page_of(invitation)).status_code == 200
        assert client.head(page_of(invitation)).status_code == 200


def test_it_ends_with_the_right_of_who_gave_it(
    invitation: Invitation, staff_manager: User, client: Client
) -> None:
    other = UserFactory(roles=[Role.STAFF_MANAGER])
    revoke_role(grant=staff_manager.grants[0], reason="left", by=other)
    assert client.get(page_of(invitation)).status_code == 404


def test_it_ends_when_the_state_no_longer_takes_part(
    invitation: Invitation, staff_manager: User, client: Client
) -> None:
    change_state_status(
        state=invitation.state,
        status=StateStatus.NOT_PARTICIPATING,
        since_on=None,
        note="",
        source="test",
        by=staff_manager,
    )
    assert client.get(page_of(invitation)).status_code == 404


def test_a_new_invitation_takes_the_place_of_the_earlier_one(
    invitation: Invitation, staff_manager: User
) -> None:
    again = invite(
        email="marcia@example.org",
        offer=Offer(role=Role.FOCAL_POINT, state=invitation.state, reason="again"),
        language="en",
        by=staff_manager,
    )
    assert list(Invitation.objects.open()) == [again]


def test_a_focal_point_invites_contributors_of_the_own_state_only(
    focal_point_of_guatemala: User, guatemala: MemberState, chile: MemberState
) -> None:
    offer = Offer(role=Role.CONTRIBUTOR, state=guatemala, reason="x")
    invite(email="a@example.org", offer=offer, language="es", by=focal_point_of_guatemala)
    for refused in (
        Offer(role=Role.CONTRIBUTOR, state=chile, reason="x"),
        Offer(role=Role.FOCAL_POINT, state=guatemala, reason="x"),
        Offer(role=Role.STAFF_MANAGER, reason="x"),
    ):
        with pytest.raises(PermissionDenied):
            invite(email="b@example.org", offer=refused, language="es", by=focal_point_of_guatemala)


@pytest.mark.parametrize("who", ["contributor_of_guatemala", "screener", "member"])
def test_nobody_else_invites(request: pytest.FixtureRequest, who: str, guatemala: MemberState) -> None:
    offer = Offer(role=Role.CONTRIBUTOR, state=guatemala, reason="x")
    with pytest.raises(PermissionDenied):
        invite(email="a@example.org", offer=offer, language="es", by=request.getfixturevalue(who))


def test_a_focal_point_of_another_state_cannot_withdraw(
    client: Client, focal_point_of_guatemala: User, focal_point_of_chile: User, guatemala: MemberState
) -> None:
    offer = Offer(role=Role.CONTRIBUTOR, state=guatemala, reason="x")
    made = invite(email="a@example.org", offer=offer, language="es", by=focal_point_of_guatemala)
    client.force_login(focal_point_of_chile)
    assert client.post(reverse("network:invitation_withdraw", args=[made.pk])).status_code == 404
    client.force_login(focal_point_of_guatemala)
    assert client.post(reverse("network:invitation_withdraw", args=[made.pk])).status_code == 302
    assert not Invitation.objects.open().exists()


def test_a_role_without_its_scope_is_refused(staff_manager: User) -> None:
    with pytest.raises(ValidationError):
        invite(
            email="a@example.org",
            offer=Offer(role=Role.FOCAL_POINT, reason="x"),
            language="en",
            by=staff_manager,
        )


@pytest.mark.parametrize(
    "change",
    [
        {"full_name": "x" * 300},
        {"full_name": "\u202eevil"},
        {"full_name": "Ana 😀"},
        {"full_name": "visit www.example.com"},
        {"time_zone": "Mars/Olympus"},
        {"password": "short"},
        {"password": "marcia@example.org"},
        {"language": "xx"},
        {"full_name": "Ana\x00"},
    ],
)
def test_bad_input_is_refused_with_422_and_uses_nothing_up(
    client: Client, invitation: Invitation, change: dict[str, str]
) -> None:
    assert client.post(page_of(invitation), JOINING | change).status_code == 422
    assert Invitation.objects.open().exists()
    assert not User.objects.filter(email="marcia@example.org").exists()


@pytest.mark.parametrize("token", ["x", "😀", "a" * 5000, "..%2f.."])
def test_a_made_up_link_is_not_valid(client: Client, db: None, token: str) -> None:
    assert client.get(f"/en/invitations/{token}/").status_code == 404


def test_accepting_twice_by_the_service_is_refused(invitation: Invitation) -> None:
    known = UserFactory(email="marcia@example.org")
    accept_invitation(token=token_of(invitation), user=known)
    with pytest.raises(InvitationError):
        accept_invitation(token=token_of(invitation), user=known)
    assert known.role_grants.count() == 1


def test_the_first_manager_of_a_new_portal_is_invited_from_the_command_line(
    client: Client, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("invite_manager", "Erste@example.org", language="fr")
    path = "/" + capsys.readouterr().out.split("/", 3)[3].strip()
    assert client.post(path, JOINING).status_code == 302
    assert User.objects.get(email="erste@example.org").has_role(Role.STAFF_MANAGER)
