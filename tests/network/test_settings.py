"""What a person changes about oneself: profile and photo, address, sessions; and the export of one's data."""

import io
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from network.models import EmailChange, User

from ..factories import UserFactory
from ..factories.people import PASSWORD
from .conftest import link_in

Letters = Callable[[], list[EmailMessage]]
PROFILE = {"full_name": "Paula Ferreira", "language": "pt", "time_zone": "America/Sao_Paulo"}


def picture(width: int = 900, height: int = 600, kind: str = "PNG", **more: Any) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(target, kind, **more)
    return target.getvalue()


def upload(data: bytes, name: str = "me.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/png")


def test_the_profile_is_saved_and_the_page_speaks_the_chosen_language(client: Client, member: User) -> None:
    client.force_login(member)
    answer = client.post("/en/me/settings/", PROFILE | {"language": "fr", "full_name": "Paula  F."})
    assert answer.headers["Location"] == "/fr/me/settings/"
    member.refresh_from_db()
    assert (member.full_name, member.language, member.time_zone) == ("Paula F.", "fr", "America/Sao_Paulo")


@pytest.mark.parametrize(
    "change",
    [
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "../../etc/passwd"},
        {"time_zone": ""},
        {"full_name": "a" * 300},
        {"full_name": "Paula\u202egnp.exe"},
        {"full_name": "Paula 🎉"},
        {"full_name": "\u200b\u200b"},
        {"language": "de"},
    ],
)
def test_what_cannot_be_is_refused(client: Client, member: User, change: dict[str, str]) -> None:
    client.force_login(member)
    assert client.post("/en/me/settings/", PROFILE | change).status_code == 422
    member.refresh_from_db()
    assert member.time_zone == "UTC"


def test_a_photo_is_made_anew_small_square_and_without_what_the_camera_added(
    client: Client, member: User
) -> None:
    client.force_login(member)
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    data = picture(kind="JPEG", exif=exif) + b"<script>alert(1)</script>"
    assert client.post("/en/me/settings/", PROFILE | {"photo": upload(data, "me.jpg")}).status_code == 302
    member.refresh_from_db()
    stored = member.photo.open("rb").read()
    assert Image.open(io.BytesIO(stored)).size == (512, 512)
    assert b"SecretCamera" not in stored
    assert b"script" not in stored
    address = reverse("network:photo", args=[member.photo_key])
    assert client.get(address).headers["Content-Type"] == "image/jpeg"
    assert Client().get(address).status_code == 302


def test_a_new_photo_replaces_the_old_file(
    client: Client, member: User, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(member)
    client.post("/en/me/settings/", PROFILE | {"photo": upload(picture())})
    member.refresh_from_db()
    first = member.photo.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/me/settings/", PROFILE | {"remove_photo": "on"})
    member.refresh_from_db()
    assert not member.photo
    assert not default_storage.exists(first)


@pytest.mark.parametrize(
    "data",
    [
        lambda: b"\xff" * (10 * 1024 * 1024),
        lambda: b"GIF89a" + b"\0" * 100,
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        lambda: b"%PDF-1.7",
        lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        lambda: picture()[:200],
        lambda: picture(9000, 9000),
    ],
    ids=["10 MB", "gif", "svg", "pdf", "broken", "cut off", "81 megapixels"],
)
def test_what_is_no_small_picture_is_refused(client: Client, member: User, data: Callable[[], bytes]) -> None:
    client.force_login(member)
    assert client.post("/en/me/settings/", PROFILE | {"photo": upload(data())}).status_code == 422
    member.refresh_from_db()
    assert not member.photo


def test_an_address_changes_when_both_have_confirmed(
    client: Client, member: User, letters: Letters, enter: Any
) -> None:
    enter(client, member)
    old = member.email
    assert client.post("/en/me/settings/address/", {"email": "New@example.org"}).status_code == 302
    to_old, to_new = letters()[-2:]
    assert [to_old.to, to_new.to] == [[old], ["new@example.org"]]
    assert link_in(to_new, "/addresses/").startswith("/pt/")
    other_device = Client()
    assert other_device.get(link_in(to_new, "/addresses/")).status_code == 200
    assert other_device.post(link_in(to_new, "/addresses/")).status_code == 302
    member.refresh_from_db()
    assert member.email == old
    assert other_device.post(link_in(to_old, "/addresses/")).status_code == 302
    member.refresh_from_db()
    assert member.email == "new@example.org"
    assert letters()[-1].to == [old]
    assert other_device.get(link_in(to_old, "/addresses/")).status_code == 404


def test_a_change_to_an_address_with_an_account_is_answered_alike_and_never_made(
    client: Client, member: User, letters: Letters, enter: Any
) -> None:
    UserFactory(email="taken@example.org")
    enter(client, member)
    free = client.post("/en/me/settings/address/", {"email": "free@example.org"})
    taken = client.post("/en/me/settings/address/", {"email": "taken@example.org"})
    assert (free.status_code, free.headers["Location"]) == (taken.status_code, taken.headers["Location"])
    assert "/addresses/" not in letters()[-1].body
    change = EmailChange.objects.get(closed_at__isnull=True)
    EmailChange.objects.filter(pk=change.pk).update(new_confirmed_at=timezone.now())
    client.post(link_in(letters()[-2], "/addresses/"))
    member.refresh_from_db()
    assert member.email != "taken@example.org"


def test_a_link_of_an_address_that_comes_too_late_is_not_valid(
    client: Client, member: User, letters: Letters, enter: Any
) -> None:
    enter(client, member)
    client.post("/en/me/settings/address/", {"email": "new@example.org"})
    path = link_in(letters()[-1], "/addresses/")
    EmailChange.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert client.get(path).status_code == 404
    client.post(path)
    assert EmailChange.objects.get().new_confirmed_at is None


def test_changing_the_address_asks_for_the_password_again(client: Client, member: User) -> None:
    client.force_login(member)
    answer = client.get("/en/me/settings/address/")
    assert answer.status_code == 302
    assert "reauthenticate" in answer.headers["Location"]


def test_sessions_are_listed_and_one_or_all_others_can_be_ended(member: User) -> None:
    phone, desk, third = (_signed_in(member, agent) for agent in ("Phone/1", "Desk/2", "Third/3"))
    page = desk.get("/en/me/settings/sessions/").content.decode()
    assert all(name in page for name in ("Phone/1", "Desk/2", "Third/3"))
    number = page.partition('name="session" value="')[2].partition('"')[0]
    assert desk.post("/en/me/settings/sessions/end/", {"session": number}).status_code == 302
    alive = [device.get("/en/me/").status_code for device in (phone, desk, third)]
    assert sorted(alive) == [200, 200, 302]
    desk.post("/en/me/settings/sessions/end/")
    assert [device.get("/en/me/").status_code for device in (phone, desk, third)] == [302, 200, 302]


def test_nobody_ends_the_session_of_another(member: User, screener: User) -> None:
    mine, other = _signed_in(member, "A"), _signed_in(screener, "B")
    from allauth.usersessions.models import UserSession

    theirs = UserSession.objects.get(user=screener)
    assert mine.post("/en/me/settings/sessions/end/", {"session": theirs.pk}).status_code == 404
    assert other.get("/en/me/").status_code == 200


@pytest.mark.parametrize("text", ["9" * 30, "-1", "1 OR 1=1", "²"])
def test_a_made_up_session_ends_nothing_of_others(member: User, screener: User, text: str) -> None:
    mine, other = _signed_in(member, "A"), _signed_in(screener, "B")
    mine.post("/en/me/settings/sessions/end/", {"session": text})
    assert other.get("/en/me/").status_code == 200


def test_a_new_password_ends_the_other_sessions(member: User) -> None:
    phone, desk = _signed_in(member, "A"), _signed_in(member, "B")
    form = {
        "oldpassword": PASSWORD,
        "password1": "another quiet passphrase",
        "password2": "another quiet passphrase",
    }
    assert desk.post("/en/accounts/password/change/", form).status_code == 302
    assert phone.get("/en/me/").status_code == 302


def test_a_form_without_its_token_changes_nothing(member: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member)
    assert strict.post("/en/me/settings/", PROFILE).status_code == 403
    assert strict.post("/en/register/", {}).status_code == 403
    member.refresh_from_db()
    assert member.time_zone == "UTC"


def test_a_person_takes_all_own_data_along_and_nobody_elses(
    client: Client, focal_point_of_guatemala: User, member: User, enter: Any
) -> None:
    enter(client, focal_point_of_guatemala)
    answer = client.get("/en/me/settings/data/")
    data = answer.json()
    assert data["profile"]["email"] == focal_point_of_guatemala.email
    assert data["roles"][0]["role"] == "focal_point"
    assert member.email not in answer.content.decode()
    assert "password" not in answer.content.decode()
    assert "attachment" in answer.headers["Content-Disposition"]
    assert Client().get("/en/me/settings/data/").status_code == 302


def _signed_in(user: User, agent: str) -> Client:
    device = Client(headers={"user-agent": agent})
    device.post("/en/accounts/login/", {"login": user.email, "password": PASSWORD})
    session = device.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session.save()
    return device
