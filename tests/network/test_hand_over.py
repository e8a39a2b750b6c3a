"""From a focal point to the successor: a plain PDF, checked by staff, and the successor accepts."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from network.choices import HandOverState, Role
from network.models import HandOver, User
from network.services import confirm_hand_over, decline_hand_over
from network.services.errors import NotOpenError
from practices.models import Practice

from .conftest import link_in

Letters = Callable[[], list[EmailMessage]]
SUCCESSOR = {"full_name": "Rosa Ixchel", "email": "rosa@example.org", "language": "es"}


def pdf(**more: Any) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        if more.pop("script", False):
            document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        if more.pop("attached", False):
            document.attachments["a.exe"] = b"MZ"
        document.save(target, **more)
    return target.getvalue()


def letter(data: bytes | None = None, name: str = "letter.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or pdf(), content_type="application/pdf")


@pytest.fixture
def begun(client: Client, focal_point_of_guatemala: User) -> HandOver:
    """Guatemala's focal point has named a successor."""
    client.force_login(focal_point_of_guatemala)
    page = reverse("network:hand_over", args=[focal_point_of_guatemala.grants[0].pk])
    assert client.post(page, SUCCESSOR | {"letter": letter()}).status_code == 302
    client.logout()
    return HandOver.objects.get()


def test_a_year_later_the_successor_takes_over_and_drafts_pass_on(
    client: Client,
    begun: HandOver,
    focal_point_of_guatemala: User,
    staff_manager: User,
    draft_of_guatemala: Practice,
    letters: Letters,
    enter: Any,
) -> None:
    author = draft_of_guatemala.author
    enter(client, staff_manager)
    assert (
        client.post(
            reverse("network:staff_hand_over", args=[begun.uuid]), {"decision": "approve"}
        ).status_code
        == 302
    )
    client.logout()
    invitation = next(each for each in letters() if each.to == ["rosa@example.org"])
    joining = {
        "full_name": "Rosa Ixchel",
        "language": "es",
        "time_zone": "America/Guatemala",
        "password": "una frase larga y tranquila",
    }
    assert client.post(link_in(invitation, "/invitations/"), joining).status_code == 302
    successor = User.objects.get(email="rosa@example.org")
    assert successor.has_role(Role.FOCAL_POINT, state="GT")
    assert not User.objects.get(pk=focal_point_of_guatemala.pk).grants
    begun.refresh_from_db()
    assert begun.state == HandOverState.COMPLETED
    assert client.get(draft_of_guatemala.get_absolute_url(), follow=True).status_code == 200
    draft_of_guatemala.refresh_from_db()
    assert draft_of_guatemala.author == author
    assert Practice.objects.editable_by(successor).filter(pk=draft_of_guatemala.pk).exists()
    before = User.objects.get(pk=focal_point_of_guatemala.pk)
    assert not Practice.objects.visible_to(before).filter(pk=draft_of_guatemala.pk).exists()


def test_until_the_successor_accepts_nothing_changes(begun: HandOver, staff_manager: User) -> None:
    confirm_hand_over(hand_over=begun, by=staff_manager)
    assert User.objects.get(pk=begun.grant.user_id).has_role(Role.FOCAL_POINT, state="GT")


def test_the_letter_is_read_by_the_focal_point_and_staff_only(
    client: Client,
    begun: HandOver,
    focal_point_of_chile: User,
    contributor_of_guatemala: User,
    staff_manager: User,
) -> None:
    address = reverse("network:hand_over_letter", args=[begun.uuid])
    assert client.get(address).status_code == 302
    for person, answer in (
        (focal_point_of_chile, 404),
        (contributor_of_guatemala, 404),
        (begun.grant.user, 200),
        (staff_manager, 200),
    ):
        client.force_login(person)
        assert client.get(address).status_code == answer
    assert "attachment" in client.get(address).headers["Content-Disposition"]


@pytest.mark.parametrize("who", ["focal_point_of_chile", "contributor_of_guatemala", "member"])
def test_nobody_hands_over_the_place_of_another(
    request: pytest.FixtureRequest, client: Client, focal_point_of_guatemala: User, who: str
) -> None:
    client.force_login(request.getfixturevalue(who))
    page = reverse("network:hand_over", args=[focal_point_of_guatemala.grants[0].pk])
    assert client.post(page, SUCCESSOR | {"letter": letter()}).status_code == 404
    assert not HandOver.objects.exists()


def test_nobody_but_staff_decides(
    client: Client, begun: HandOver, focal_point_of_chile: User, enter: Any
) -> None:
    for person in (focal_point_of_chile, begun.grant.user):
        enter(client, person)
        page = reverse("network:staff_hand_over", args=[begun.uuid])
        assert client.post(page, {"decision": "approve"}).status_code == 404
        with pytest.raises(PermissionDenied):
            confirm_hand_over(hand_over=begun, by=person)


def test_a_hand_over_that_is_declined_is_told_why_and_can_be_begun_again(
    client: Client, begun: HandOver, staff_manager: User, letters: Letters
) -> None:
    decline_hand_over(hand_over=begun, reason="Falta la firma", by=staff_manager)
    assert "Falta la firma" in " ".join(letters()[-1].body.split())
    with pytest.raises(NotOpenError):
        confirm_hand_over(hand_over=begun, by=staff_manager)
    client.force_login(begun.grant.user)
    page = reverse("network:hand_over", args=[begun.grant_id])
    assert client.post(page, SUCCESSOR | {"letter": letter()}).status_code == 302


@pytest.mark.parametrize(
    "data",
    [
        b"MZ" + b"\0" * 100,
        b"%PDF-1.7 and then nothing",
        b"PK\x03\x04" + b"\0" * 100,
        pdf(encryption=pikepdf.Encryption(owner="a", user="b")),
        pdf(script=True),
        pdf(attached=True),
        b"%PDF-" + b"\0" * (10 * 1024 * 1024 + 1),
    ],
    ids=["program", "broken", "archive", "locked", "script", "attachment", "over 10 MB"],
)
def test_a_letter_that_is_no_plain_pdf_is_refused(
    client: Client, focal_point_of_guatemala: User, data: bytes
) -> None:
    client.force_login(focal_point_of_guatemala)
    page = reverse("network:hand_over", args=[focal_point_of_guatemala.grants[0].pk])
    assert client.post(page, SUCCESSOR | {"letter": letter(data)}).status_code == 422
    assert not HandOver.objects.exists()


@pytest.mark.parametrize(
    "change", [{"email": "own"}, {"email": "x"}, {"full_name": "\u202eRosa"}, {"language": "de"}]
)
def test_a_successor_that_cannot_be_is_refused(
    client: Client, focal_point_of_guatemala: User, change: dict[str, str]
) -> None:
    change = {
        key: focal_point_of_guatemala.email if value == "own" else value for key, value in change.items()
    }
    client.force_login(focal_point_of_guatemala)
    page = reverse("network:hand_over", args=[focal_point_of_guatemala.grants[0].pk])
    assert client.post(page, SUCCESSOR | {"letter": letter()} | change).status_code == 422


def test_one_hand_over_at_a_time(client: Client, begun: HandOver) -> None:
    client.force_login(begun.grant.user)
    page = reverse("network:hand_over", args=[begun.grant_id])
    assert client.post(page, SUCCESSOR | {"letter": letter()}).status_code == 422
    assert HandOver.objects.count() == 1
