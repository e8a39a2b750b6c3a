"""A mail is written for its reader, says what it is, and what is wrong with it is kept on its delivery."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from network.models import User
from network.notifications.choices import EntryState
from network.notifications.models import MailSettings, Notification, OutboxEntry
from network.notifications.services import notify, record_bounce
from practices.choices import PracticeState
from practices.models import Practice
from tests.factories import UserFactory

from .kinds import BROKEN, PRIVATE, TOLD, news, run_all

pytestmark = pytest.mark.django_db


def delivery(person: User) -> OutboxEntry:
    row = Notification.objects.filter(recipient=person).latest("pk")
    return OutboxEntry.objects.get(args__notification=row.pk)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Stop these mails"),
        ("es", "Red Interamericana"),
        ("fr", "Réseau interaméricain"),
        ("pt", "Rede Interamericana"),
    ],
)
def test_the_mail_is_in_its_readers_language_whatever_the_actors(published_of_guatemala, language, words):
    person = UserFactory(language=language)
    news(person)
    run_all()
    message = mail.outbox[0]
    html = message.alternatives[0].content
    assert f'<html lang="{language}">' in html
    assert words in message.body
    assert f"/{language}/me/inbox/" in message.body
    assert message.subject == f"News of {published_of_guatemala}"


def test_its_headers_say_what_it_is(member, published_of_guatemala):
    first = news(member)
    news(member)
    run_all()
    one, two = (each.message() for each in mail.outbox)
    assert one["Message-ID"] == f"<notification.{first.pk}@localhost>"
    assert one["Message-ID"] != two["Message-ID"]
    assert one["References"] == two["References"] == one["In-Reply-To"], "one thread for one thing"
    assert one["Auto-Submitted"] == "auto-generated"
    assert one["List-Id"] == "<tests.told.localhost>"
    assert one["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<http://localhost:8000/pt/notices/stop/[^/]+/>", one["List-Unsubscribe"])
    assert [part.get_content_type() for part in one.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_a_mail_that_had_to_be_tried_again_has_the_same_message_id(member, published_of_guatemala, settings):
    news(member)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1  # nobody listens
    run_all(1)
    entry = delivery(member)
    assert (entry.state, entry.attempts) == (EntryState.WAITING, 1)
    assert "Connection refused" in entry.error
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutboxEntry.objects.update(next_at=timezone.now())
    run_all()
    assert mail.outbox[0].message()["Message-ID"] == f"<notification.{entry.args['notification']}@localhost>"


def test_from_what_is_not_public_only_a_link_goes_by_mail(member, published_of_guatemala):
    news(member, verb=PRIVATE)
    run_all()
    message = mail.outbox[0]
    whole = message.subject + message.body + message.alternatives[0].content
    assert str(published_of_guatemala) not in whole
    assert "/me/inbox/" in message.body


def spoil(person: User, **columns: object) -> None:
    User.objects.filter(pk=person.pk).update(**columns)


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"email": "a@example.org\nBcc: all@example.org"}, "not a valid one"),
        ({"email": "a@example.org\r\nSubject: x"}, "not a valid one"),
        ({"email": "nobody"}, "not a valid one"),
        ({"is_active": False}, "closed or suspended"),
    ],
)
def test_what_cannot_be_sent_is_skipped_with_its_reason_and_stops_nobody(
    member, staff_manager, published_of_guatemala, columns, reason
):
    notify(TOLD, about=published_of_guatemala, to=[member, staff_manager])
    spoil(member, **columns)
    run_all()
    assert delivery(member).state == EntryState.SKIPPED
    assert reason in delivery(member).error
    assert delivery(staff_manager).state == EntryState.DONE
    assert len(mail.outbox) == 1


def test_an_unknown_language_or_time_zone_keeps_nobody_from_being_told(member, published_of_guatemala):
    news(member)
    spoil(member, language="xx", time_zone="Mars/Olympus\x01"[:50])
    run_all()
    assert delivery(member).state == EntryState.DONE
    assert "'xx' is unknown" in delivery(member).error
    assert "Mars/Olympus" in delivery(member).error
    assert '<html lang="en">' in mail.outbox[0].alternatives[0].content


def test_a_name_with_line_breaks_stays_in_its_header(member, published_of_guatemala):
    news(member)
    spoil(member, full_name="Paula\r\nBcc: all@example.org")
    run_all()
    assert delivery(member).state == EntryState.DONE
    assert mail.outbox[0].message()["Bcc"] is None
    assert len(mail.outbox[0].recipients()) == 1


def test_who_lost_access_between_event_and_mail_gets_none(focal_point_of_guatemala, draft_of_guatemala):
    news(focal_point_of_guatemala, draft_of_guatemala)
    focal_point_of_guatemala.role_grants.update(revoked_at=timezone.now())
    run_all()
    assert "no longer see it" in delivery(focal_point_of_guatemala).error
    assert mail.outbox == []


def test_what_was_withdrawn_from_the_public_is_not_mailed_to_the_public(member, published_of_guatemala):
    news(member)
    Practice.objects.update(state=PracticeState.WITHDRAWN)
    run_all()
    assert delivery(member).state == EntryState.SKIPPED


def test_of_a_deleted_thing_or_recipient_nothing_is_sent(member, staff_manager, draft_of_guatemala):
    news(staff_manager, draft_of_guatemala)
    news(member, draft_of_guatemala)
    entries = [delivery(staff_manager), delivery(member)]
    draft_of_guatemala.delete()
    Notification.objects.filter(recipient=member).delete()
    run_all()
    for entry in entries:
        entry.refresh_from_db()
        assert entry.state == EntryState.SKIPPED
    assert [each.error for each in entries] == [
        "It is gone, or the recipient may no longer see it.",
        "The notification or its recipient was deleted.",
    ]


def test_words_that_fail_are_kept_with_their_error_and_stop_nobody(member, published_of_guatemala):
    news(member, verb=BROKEN)
    broken = delivery(member)
    news(member)
    run_all()
    broken.refresh_from_db()
    assert (broken.state, broken.error) == (
        EntryState.FAILED,
        "The mail could not be written: KeyError: 'title'",
    )
    assert len(mail.outbox) == 1


def test_news_of_a_kind_whose_code_is_missing_waits_for_it(member, published_of_guatemala):
    row = news(member)
    Notification.objects.filter(pk=row.pk).update(verb="tests.of_the_future")
    run_all(1)
    assert delivery(member).state == EntryState.WAITING


def test_an_address_that_bounced_gets_nothing_until_it_changes(member, published_of_guatemala):
    assert record_bounce(address=member.email.upper(), reason="550 no such user")
    assert not record_bounce(address="nobody@example.org", reason="")
    news(member)
    run_all()
    assert "came back" in delivery(member).error
    spoil(member, email="new@example.org")
    news(member)
    run_all()
    assert mail.outbox[0].recipients() == ["new@example.org"] or "new@example.org" in mail.outbox[0].to[0]


def test_required_mails_also_go_in_a_pause(member, staff_manager):
    from network.choices import Role
    from network.services import grant_role

    MailSettings.objects.create(user=member, paused_until=timezone.now() + timedelta(days=9))
    grant_role(user=member, role=Role.REVIEWER, reason="x", by=staff_manager)
    run_all()
    assert len(mail.outbox) == 1
    assert mail.outbox[0].message()["List-Unsubscribe"] is None
