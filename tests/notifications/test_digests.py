"""Summaries take what was not delivered, in the reader's morning, each item once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from network.notifications.choices import Channel, EntryState, Frequency
from network.notifications.models import Digest, MailSettings, Notification, OutboxEntry
from network.notifications.services import plan_digests, set_frequency
from network.notifications.services.digesting import last_due
from tests.factories import UserFactory

from .kinds import BROKEN, TOLD, news, run_all

pytestmark = pytest.mark.django_db
ZONES = [
    "America/Santiago",
    "America/Guatemala",
    "America/Asuncion",
    "America/New_York",
    "UTC",
    "Asia/Kathmandu",
]


def reader(frequency: Frequency = Frequency.DAILY, **columns):
    person = UserFactory(time_zone="America/Santiago", **columns)
    set_frequency(user=person, frequency=frequency, verb=TOLD)
    return person


def at(text: str, zone: str = "America/Santiago") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def told_at(person, moment: datetime, about=None) -> Notification:
    row = news(person, about)
    Notification.objects.filter(pk=row.pk).update(created_at=moment)
    return row


def test_the_summary_comes_in_the_local_morning_and_not_before(published_of_guatemala):
    person = reader()
    told_at(person, at("2026-03-10 15:00"))
    assert plan_digests(now=at("2026-03-11 06:59")) == 0
    assert plan_digests(now=at("2026-03-11 07:00")) == 1
    assert plan_digests(now=at("2026-03-11 07:05")) == 0
    run_all()
    assert len(mail.outbox) == 1


def test_across_daylight_saving_it_still_comes_at_seven(published_of_guatemala):
    person = reader()  # Chile's clocks go back on 5 April 2026
    for day in (4, 5, 6):
        told_at(person, at(f"2026-04-{day:02d} 01:00") - timedelta(hours=10))
        assert plan_digests(now=at(f"2026-04-{day:02d} 06:59")) == 0
        assert plan_digests(now=at(f"2026-04-{day:02d} 07:00")) == 1
    assert at("2026-04-06 07:00") - at("2026-04-04 07:00") == timedelta(hours=49)


def test_each_item_comes_once_also_when_planners_and_workers_run_twice(published_of_guatemala):
    person = reader()
    rows = [told_at(person, at("2026-03-10 15:00")) for _number in range(4)]
    for _time in range(3):
        plan_digests(now=at("2026-03-11 07:00"))
    run_all()
    OutboxEntry.objects.filter(task="notifications.digest").update(
        state=EntryState.WAITING, next_at=timezone.now()
    )
    run_all()
    assert len(mail.outbox) == 1
    body = mail.outbox[0].body
    assert [body.count(f"/me/inbox/{row.pk}/") for row in rows] == [1] * 4
    assert Notification.objects.filter(mailed_at=None).count() == 0


def test_a_summary_that_has_to_be_tried_again_says_the_same_under_the_same_id(
    published_of_guatemala, settings
):
    person = reader()
    told_at(person, at("2026-03-10 15:00"))
    plan_digests(now=at("2026-03-11 07:00"))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    run_all(1)
    late = told_at(person, at("2026-03-11 07:30"))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutboxEntry.objects.update(next_at=timezone.now())
    run_all()
    message = mail.outbox[0]
    assert f"/me/inbox/{late.pk}/" not in message.body
    assert message.message()["Message-ID"] == f"<digest.daily.{person.pk}.2026-03-11@localhost>"
    assert plan_digests(now=at("2026-03-12 07:00")) == 1


def test_after_a_standstill_of_days_all_of_it_comes(published_of_guatemala):
    person = reader()
    for day in range(1, 9):
        told_at(person, at(f"2026-03-{day:02d} 12:00"))
    assert plan_digests(now=at("2026-03-20 09:00")) == 1
    assert Digest.objects.get().notifications.count() == 8


def test_the_weekly_summary_comes_on_its_day_and_is_made_up_for_after_a_standstill(published_of_guatemala):
    person = reader(Frequency.WEEKLY)
    MailSettings.objects.create(user=person, digest_hour=8, digest_weekday=2)  # Wednesdays
    told_at(person, at("2026-03-06 12:00"))  # a Friday
    assert plan_digests(now=at("2026-03-09 08:30")) == 0
    assert plan_digests(now=at("2026-03-11 07:59")) == 0
    assert plan_digests(now=at("2026-03-12 10:00")) == 1, "Wednesday, made up for on Thursday"
    assert plan_digests(now=at("2026-03-13 10:00")) == 0
    run_all()
    assert mail.outbox[0].message()["List-Id"] == "<summary.weekly.localhost>"


def test_what_may_no_longer_be_seen_or_cannot_be_written_is_left_out_with_its_reason(
    focal_point_of_guatemala, draft_of_guatemala, published_of_guatemala
):
    person = focal_point_of_guatemala
    set_frequency(user=person, frequency=Frequency.DAILY, verb=TOLD)
    set_frequency(user=person, frequency=Frequency.DAILY, verb=BROKEN)
    hidden = told_at(person, timezone.now() - timedelta(days=2), draft_of_guatemala)
    seen = told_at(person, timezone.now() - timedelta(days=2), published_of_guatemala)
    broken = news(person, published_of_guatemala, BROKEN)
    plan_digests()
    person.role_grants.update(revoked_at=timezone.now())
    run_all()
    body = mail.outbox[0].body
    assert f"/{seen.pk}/" in body
    assert f"/{hidden.pk}/" not in body
    notes = dict(Notification.objects.values_list("pk", "mail_note"))
    assert "no longer see it" in notes[hidden.pk]
    assert "KeyError" in notes[broken.pk]
    assert notes[seen.pk] == ""


def test_when_nothing_is_left_to_say_no_mail_goes(focal_point_of_guatemala, draft_of_guatemala):
    set_frequency(user=focal_point_of_guatemala, frequency=Frequency.DAILY, verb=TOLD)
    told_at(focal_point_of_guatemala, timezone.now() - timedelta(days=2), draft_of_guatemala)
    plan_digests()
    draft_of_guatemala.delete()
    run_all()
    assert mail.outbox == []
    assert OutboxEntry.objects.get(task="notifications.digest").state == EntryState.SKIPPED


def test_in_a_pause_no_summary_comes_and_after_it_everything(published_of_guatemala):
    person = reader()
    MailSettings.objects.create(user=person, paused_until=at("2026-03-15 00:00"))
    told_at(person, at("2026-03-10 15:00"))
    assert plan_digests(now=at("2026-03-14 09:00")) == 0
    assert plan_digests(now=at("2026-03-15 09:00")) == 1


def test_who_changes_from_weekly_to_daily_misses_nothing(published_of_guatemala):
    person = reader(Frequency.WEEKLY)
    told_at(person, at("2026-03-10 15:00"))
    set_frequency(user=person, frequency=Frequency.AT_ONCE, verb=TOLD)
    assert Notification.objects.get().channel == Channel.DAILY
    assert plan_digests(now=at("2026-03-11 07:00")) == 1


def test_an_unknown_time_zone_stops_nobody(published_of_guatemala):
    other, person = reader(), reader()
    type(other).objects.filter(pk=other.pk).update(time_zone="Atlantis")
    for each in (other, person):
        told_at(each, at("2026-03-10 15:00"))
    assert plan_digests(now=at("2026-03-12 12:00")) == 2


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    hour=st.integers(0, 23),
    weekday=st.integers(0, 6),
    channel=st.sampled_from([Channel.DAILY, Channel.WEEKLY]),
)
def test_the_last_due_moment_is_in_the_past_and_near(moment, zone, hour, weekday, channel):
    now = moment.replace(tzinfo=UTC)
    due = last_due(channel, now, ZoneInfo(zone), hour, weekday)
    longest = timedelta(days=1 if channel == Channel.DAILY else 7, hours=2)
    assert timedelta(0) <= now - due < longest
    local = due.astimezone(ZoneInfo(zone))
    assert local.hour in (hour, hour + 1), "an hour that the clocks leave out comes one later"
    assert channel == Channel.DAILY or local.weekday() == weekday
