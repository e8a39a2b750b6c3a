"""Taking one's data along, and leaving: the account becomes a number, what was done for others stays."""

from uuid import uuid4

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from network.choices import AccountMailKind, Role
from network.models import AccountMail, RoleGrant, User
from network.notifications.models import MailSettings, Notification
from network.notifications.services import notify
from network.services import erase_account, export_personal_data
from practices.models import FieldComment, Practice
from tests.factories import DraftPracticeFactory, OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaver():
    person = UserFactory(
        email="rosa.leaver@example.org", full_name="Rosa Leaver", roles=[(Role.CONTRIBUTOR, "GT")],
        organization=OrganizationFactory(),
    )  # fmt: skip
    person.photo.save(f"{uuid4().hex}.jpg", ContentFile(b"\xff\xd8\xff"))  # one folder for all workers
    MailSettings.objects.create(user=person, digest_hour=9)
    notify("network.role_granted", about=RoleGrant.objects.get(user=person), to=[person])
    AccountMail.objects.create(kind=AccountMailKind.PASSWORD_CHANGED, address=person.email, user=person)
    return person


def test_practices_notices_and_letters_are_part_of_all_ones_data(leaver):
    draft = DraftPracticeFactory(author=leaver)
    FieldComment.objects.create(practice=draft, section="identity", field="title", text="Why?", by=leaver)
    data = export_personal_data(user=leaver)
    assert data["practices"]["begun"][0]["title"] == draft.title_es
    assert data["practices"]["comments"][0]["text"] == "Why?"
    assert data["inbox"][0]["verb"] == "network.role_granted"
    assert data["mail_settings"]["digest_hour"] == 9
    assert data["letters"][0]["address"] == leaver.email
    assert "Leaver" not in str(export_personal_data(user=UserFactory()))


def test_what_is_left_of_an_account_says_nothing_of_the_person(leaver, django_capture_on_commit_callbacks):
    draft, photo = DraftPracticeFactory(author=leaver), leaver.photo.name
    with django_capture_on_commit_callbacks(execute=True):
        erase_account(user=leaver)
    person = User.objects.get(pk=leaver.pk)
    assert (person.full_name, person.email) == (f"N. N. {leaver.pk}", f"erased-{leaver.pk}@erased.invalid")
    assert not person.is_active
    assert not person.has_usable_password()
    assert not default_storage.exists(photo)
    assert not person.memberships.exists()
    assert not Notification.objects.filter(recipient=person).exists()
    assert not MailSettings.objects.exists()
    assert not AccountMail.objects.exists()
    assert Practice.objects.get(pk=draft.pk).author == person
    assert RoleGrant.objects.get(user=person).revoked_reason == "The account was erased."
    assert "Leaver" not in str(export_personal_data(user=person)).replace(draft.title_es, "")


def test_a_focal_point_hands_over_first_and_the_last_manager_stays():
    focal, manager = UserFactory(roles=[(Role.FOCAL_POINT, "GT")]), UserFactory(roles=[Role.STAFF_MANAGER])
    for person in (focal, manager):
        with pytest.raises(ValidationError):
            erase_account(user=person)
    UserFactory(roles=[Role.STAFF_MANAGER])
    assert not erase_account(user=manager).is_active


def test_leaving_asks_whether_it_is_meant_and_signs_out(client, enter, leaver):
    enter(client, leaver)
    assert "cannot be undone" in client.get("/en/me/settings/erase/").content.decode()
    assert client.post("/en/me/settings/erase/").status_code == 422
    leaver.refresh_from_db()
    assert leaver.is_active
    answer = client.post("/en/me/settings/erase/", {"meant": "on"})
    assert answer.status_code == 302
    assert SESSION_KEY not in client.session
    leaver.refresh_from_db()
    assert not leaver.is_active


def test_a_focal_point_is_told_why_not(client, enter):
    focal = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    enter(client, focal)
    answer = client.post("/en/me/settings/erase/", {"meant": "on"})
    assert answer.status_code == 422
    assert "Hand over to a successor first" in answer.content.decode()
