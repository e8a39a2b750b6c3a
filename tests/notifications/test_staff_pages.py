"""Staff see what waits and fails, send again, announce by two people; machines read figures."""

import base64
import importlib
import json
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import clear_url_caches
from django.utils import timezone

from network.choices import Role
from network.notifications.choices import AnnouncementState, EntryState
from network.notifications.models import Announcement, Canary, MailSettings, Notification, OutboxEntry
from network.notifications.services import look_at_work, watch
from network.notifications.services.announcing import audience
from tests.factories import UserFactory

from .kinds import BROKEN, news, run_all

pytestmark = pytest.mark.django_db
TEXTS = {
    f"{name}_{code}": f"{name} in {code}" for code in ("en", "es", "fr", "pt") for name in ("title", "text")
}


@pytest.fixture
def second_manager(db):
    """The second pair of eyes."""
    return UserFactory(full_name="Second Manager", roles=[Role.STAFF_MANAGER])


def test_staff_see_failed_work_with_its_error_and_send_it_again(
    client, staff_manager, member, published_of_guatemala
):
    news(member, published_of_guatemala, BROKEN)
    run_all()
    failed = OutboxEntry.objects.get(state=EntryState.FAILED)
    client.force_login(staff_manager)
    html = client.get("/en/staff/outbox/").content.decode()
    assert "KeyError" in html
    assert BROKEN in html
    client.post(f"/en/staff/outbox/{failed.pk}/again/")
    failed.refresh_from_db()
    assert (failed.state, failed.attempts) == (EntryState.WAITING, 0)


@pytest.mark.parametrize("path", ["outbox/", "announcements/", "announcements/new/"])
def test_the_staff_pages_do_not_exist_for_others(client, member, path):
    assert client.get(f"/en/staff/{path}").status_code == 302
    client.force_login(member)
    assert client.get(f"/en/staff/{path}").status_code == 404


def test_an_outsider_sends_nothing_again(client, member, published_of_guatemala):
    news(member, published_of_guatemala, BROKEN)
    run_all()
    client.force_login(member)
    failed = OutboxEntry.objects.get(state=EntryState.FAILED)
    assert client.post(f"/en/staff/outbox/{failed.pk}/again/").status_code == 404
    failed.refresh_from_db()
    assert failed.state == EntryState.FAILED


def write(client, **changes) -> Announcement:
    answer = client.post("/en/staff/announcements/new/", {**TEXTS, "roles": ["focal_point"], **changes})
    assert answer.status_code == 302, answer.content.decode()
    return Announcement.objects.latest("pk")


def test_an_announcement_goes_out_by_a_second_person_in_each_readers_language(
    client, staff_manager, second_manager, focal_point_of_guatemala, focal_point_of_chile, member
):
    client.force_login(staff_manager)
    found = write(client)
    page = f"/en/staff/announcements/{found.pk}/"
    assert "2 recipients" in client.get(page).content.decode()
    assert client.post(page + "propose/").status_code == 302
    assert client.post(page + "approve/").status_code == 403, "not by whoever wrote it"
    client.force_login(second_manager)
    assert client.post(page + "approve/").status_code == 302
    assert client.post(page + "approve/").status_code == 403, "not twice"
    run_all()
    told = [each for each in mail.outbox if "title in es" in each.subject]
    assert len(told) == 2
    assert all("text in es" in each.body for each in told)
    client.force_login(focal_point_of_chile)
    assert "text in es" in client.get(f"/es/announcements/{found.pk}/").content.decode()
    client.force_login(member)
    assert client.get(f"/es/announcements/{found.pk}/").status_code == 404


def test_an_announcement_may_be_for_some_states_only(
    client, staff_manager, focal_point_of_guatemala, focal_point_of_chile
):
    client.force_login(staff_manager)
    found = write(client, states=["CL"])
    assert list(audience(found)) == [focal_point_of_chile]


def test_what_is_not_written_in_four_languages_is_not_proposed(client, staff_manager):
    client.force_login(staff_manager)
    found = write(client, text_fr="")
    answer = client.post(f"/en/staff/announcements/{found.pk}/propose/")
    assert answer.status_code == 422
    assert "Français" in answer.content.decode()
    found.refresh_from_db()
    assert found.state == AnnouncementState.DRAFT


def test_who_changes_a_proposed_announcement_becomes_its_author(client, staff_manager, second_manager):
    client.force_login(staff_manager)
    found = write(client)
    client.post(f"/en/staff/announcements/{found.pk}/propose/")
    client.force_login(second_manager)
    client.post(
        f"/en/staff/announcements/{found.pk}/edit/", {**TEXTS, "title_en": "Other", "roles": ["member"]}
    )
    found.refresh_from_db()
    assert (found.state, found.author) == (AnnouncementState.DRAFT, second_manager)
    client.post(f"/en/staff/announcements/{found.pk}/propose/")
    assert client.post(f"/en/staff/announcements/{found.pk}/approve/").status_code == 403


def test_an_empty_announcement_is_refused_with_words(client, staff_manager):
    client.force_login(staff_manager)
    answer = client.post("/en/staff/announcements/new/", {})
    assert answer.status_code == 422
    assert "Error:" in answer.content.decode()


def stop_the_worker() -> None:
    """As the tables look two minutes after the last canary came round."""
    late = timezone.now() - timedelta(seconds=119)
    for queue in ("mail", "default", "translate", "bulk"):
        Canary.objects.update_or_create(
            queue=queue, defaults={"sent_at": timezone.now(), "returned_at": late}
        )


def test_two_minutes_after_the_worker_died_health_fails_pages_stay_up_and_staff_see_why(
    client, staff_manager
):
    stop_the_worker()
    answer = client.get("/health/work")
    assert answer.status_code == 503
    assert answer.json()["canary mail"]["well"] is False
    assert client.get("/en/").status_code == 200
    client.force_login(staff_manager)
    assert "stand still" in client.get("/en/me/").content.decode()
    assert "not well" in client.get("/en/staff/outbox/").content.decode()


def test_staff_find_the_alarm_in_their_inbox_once_an_hour(staff_manager, member):
    stop_the_worker()
    for _time in range(3):
        assert watch()
    assert list(Notification.objects.values_list("recipient", "verb")) == [
        (staff_manager.pk, "notifications.alarm")
    ]


def test_work_that_waits_for_more_than_five_minutes_is_not_well(member, published_of_guatemala):
    news(member)
    OutboxEntry.objects.update(next_at=timezone.now() - timedelta(minutes=6))
    assert not {each.name: each.well for each in look_at_work()}["waiting"]


def test_the_figures_for_prometheus_are_for_this_machine_or_whoever_knows_the_token(
    client, member, published_of_guatemala, settings
):
    news(member)
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert 'portal_outbox_waiting{kind="tests.told",queue="mail"} 1.0' in answer.content.decode()
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404
    settings.METRICS_TOKEN = "a quiet token"
    assert client.get("/metrics").status_code == 404
    headers = {"Authorization": "Bearer a quiet token"}
    assert client.get("/metrics", headers=headers, REMOTE_ADDR="203.0.113.9").status_code == 200


@pytest.fixture
def webhooks(settings):
    """Addresses for providers of mail, which exist only with a secret."""
    from network.config import urls

    settings.MAIL_WEBHOOK_SECRET = "provider:secret"
    settings.ANYMAIL = {"WEBHOOK_SECRET": "provider:secret"}
    importlib.reload(urls)
    clear_url_caches()
    yield
    settings.MAIL_WEBHOOK_SECRET = ""
    importlib.reload(urls)
    clear_url_caches()


BOUNCE = {
    "RecordType": "Bounce",
    "Type": "HardBounce",
    "TypeCode": 1,
    "ID": 42,
    "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
    "Description": "The server was unable to deliver your message.",
    "BouncedAt": "2026-11-05T16:33:54.9070259Z",
    "Details": "smtp;550 5.1.1 no such user",
}


def report(client: Client, address: str, secret: str) -> int:
    basic = base64.b64encode(secret.encode()).decode()
    return client.post(
        "/hooks/mail/postmark/tracking/",
        json.dumps({**BOUNCE, "Email": address}),
        content_type="application/json",
        headers={"Authorization": f"Basic {basic}"},
    ).status_code


def test_what_a_provider_reports_as_bounced_is_not_written_to_again(webhooks, client, member):
    assert report(client, member.email, "provider:wrong") == 400
    assert not MailSettings.objects.exists()
    assert report(client, member.email, "provider:secret") == 200
    assert MailSettings.objects.get(user=member).has_bounced(member.email)


def test_without_a_secret_no_provider_is_listened_to(client, db):
    assert client.post("/hooks/mail/postmark/tracking/").status_code == 404
