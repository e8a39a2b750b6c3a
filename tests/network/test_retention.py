"""What is kept about people, and for how long."""

from datetime import timedelta

import pytest
from axes.models import AccessLog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from network.choices import AccountMailKind, HandOverState, RequestState, Role
from network.models import AccountMail, HandOver, Invitation, RegistrationRequest, RoleGrant
from network.notifications.models import Notification
from network.notifications.services import notify, purge_notices
from network.services.invitations import Offer, invite
from network.services.retention import tidy
from practices.models import Adaptation, Practice
from practices.services.adapting.retention import end_adaptation_drafts
from practices.services.retention import end_drafts
from tests.factories import AdaptationFactory, DraftPracticeFactory, UserFactory

pytestmark = pytest.mark.django_db


def ago(days):
    return timezone.now() - timedelta(days=days)


@pytest.mark.parametrize(("days", "kept"), [(89, 1), (91, 0)])
def test_letters_about_accounts_go_after_their_time(days, kept):
    AccountMail.objects.create(
        kind=AccountMailKind.PASSWORD_CHANGED, address="a@example.org", made_at=ago(days)
    )
    tidy()
    assert AccountMail.objects.count() == kept


@pytest.mark.parametrize(
    ("state", "days", "kept"),
    [
        (RequestState.DECLINED, 181, 0),
        (RequestState.DECLINED, 179, 1),
        (RequestState.APPROVED, 181, 0),
        (RequestState.KNOWN, 181, 0),
        (RequestState.PENDING, 1000, 1),  # nobody has decided yet: it waits
    ],
)
def test_decided_registrations_go_and_open_ones_wait(state, days, kept):
    decided = None if state in (RequestState.PENDING, RequestState.KNOWN) else ago(days)
    RegistrationRequest.objects.create(
        email="a@example.org", full_name="A", language="en", motivation="…", state=state,
        requested_at=ago(days), decided_at=decided,
    )  # fmt: skip
    tidy()
    assert RegistrationRequest.objects.count() == kept


def test_invitations_that_nobody_accepted_go_and_accepted_ones_stay():
    manager = UserFactory(roles=[Role.STAFF_MANAGER])
    for name in ("one", "two"):
        invite(
            email=f"{name}@example.org", offer=Offer(Role.MEMBER, "test"), language="en", by=manager,
            letter=AccountMailKind.INVITATION,
        )  # fmt: skip
    Invitation.objects.update(expires_at=ago(200))
    Invitation.objects.filter(email="two@example.org").update(used_at=ago(200), used_by=manager)
    tidy()
    assert list(Invitation.objects.values_list("email", flat=True)) == ["two@example.org"]


def test_a_letter_of_designation_goes_and_the_record_with_its_checksum_stays(
    client, enter, django_capture_on_commit_callbacks
):
    focal = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    hand_over = HandOver.objects.create(
        grant=RoleGrant.objects.get(user=focal), successor_name="N", successor_email="n@example.org",
        successor_language="es", letter=ContentFile(b"%PDF-1.4", name="letter.pdf"), letter_sha256="ab",
        started_by=focal, started_at=ago(3 * 365 + 1), state=HandOverState.COMPLETED,
    )  # fmt: skip
    name = hand_over.letter.name
    with django_capture_on_commit_callbacks(execute=True):
        tidy()
    hand_over.refresh_from_db()
    assert not hand_over.letter
    assert hand_over.letter_sha256 == "ab"
    assert not default_storage.exists(name)
    enter(client, focal)
    assert client.get(f"/en/hand-overs/{hand_over.uuid}/letter/").status_code == 404
    assert client.get(f"/en/me/settings/roles/{hand_over.grant_id}/hand-over/").status_code == 200


def test_records_of_signing_in_go(settings):
    AccessLog.objects.create(username="a@example.org")
    AccessLog.objects.update(attempt_time=ago(91))
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "sign_ins": 0}
    tidy()
    assert AccessLog.objects.count() == 1  # 0 keeps for ever
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "sign_ins": 90}
    tidy()
    assert AccessLog.objects.count() == 0


def test_old_notices_go_from_the_inbox():
    focal = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    grant = RoleGrant.objects.get(user=focal)
    for _number in range(2):
        notify("network.role_granted", about=grant, to=[focal])
    Notification.objects.filter(pk=Notification.objects.earliest("pk").pk).update(created_at=ago(731))
    assert purge_notices() == 1
    assert Notification.objects.count() == 1


@pytest.mark.parametrize(
    ("factory", "end", "verb"),
    [
        (DraftPracticeFactory, end_drafts, "practices.draft_ends"),
        (AdaptationFactory, end_adaptation_drafts, "adaptations.draft_ends"),
    ],
)
def test_a_draft_that_nobody_touches_is_announced_and_a_month_later_thrown_away(factory, end, verb):
    draft = factory()
    kept = type(draft).objects.filter(pk=draft.pk)
    kept.update(changed_at=ago(2 * 365))
    assert end() == 0
    warnings = Notification.objects.filter(verb=verb)
    assert list(warnings.values_list("recipient", flat=True)) == [draft.author_id]
    assert end() == 0  # not before a month has gone
    assert warnings.count() == 1
    warnings.update(created_at=ago(31))
    assert end() == 1
    assert not kept.exists()


@pytest.mark.parametrize("state", ["submitted", "returned", "published"])
def test_an_adaptation_that_was_handed_on_is_not_thrown_away(state):
    it = AdaptationFactory(state=state, submitted_at=ago(700), published_at=ago(700))
    Adaptation.objects.update(changed_at=ago(700))
    end_adaptation_drafts()
    assert not Notification.objects.exists()
    assert Adaptation.objects.get() == it


@pytest.mark.parametrize("change", ["touched", "submitted", "young"])
def test_what_is_alive_is_not_thrown_away(change):
    draft = DraftPracticeFactory()
    Practice.objects.filter(pk=draft.pk).update(changed_at=ago(600 if change == "young" else 2 * 365))
    end_drafts()
    Notification.objects.update(created_at=ago(31))
    if change == "touched":
        Practice.objects.filter(pk=draft.pk).update(revision=draft.revision + 1)
    elif change == "submitted":
        Practice.objects.filter(pk=draft.pk).update(submitted_at=ago(700))
    assert end_drafts() == 0
    assert Practice.objects.filter(pk=draft.pk).exists()
