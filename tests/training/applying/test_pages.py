"""Applying by page: in the words of who applies, of who clears and of who decides."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar

from network.models import Organization, User
from network.notifications.models import Notification
from network.notifications.services.delivering import mail_notification
from training_catalogue.choices import SessionState
from training_catalogue.models import Application, Session
from training_catalogue.services.applying.way import take_step

from .conftest import ask, session_of

pytestmark = pytest.mark.django_db
FULL = {"motivation": "I train recruits.", "meets_requirements": "on"}


def signed_in(person: User) -> Client:
    """A browser of its own."""
    client = Client()
    client.force_login(person)
    return client


def url(name: str, key: Any, *more: str) -> str:
    """An address of the catalogue."""
    return reverse(f"training:{name}", args=[key, *more])


def test_an_officer_applies_the_focal_point_clears_and_the_provider_accepts(
    university: Organization, editor: User, officer: User, focal_point: User
) -> None:
    session = session_of(university, clears=True)
    applying = signed_in(officer)
    assert "Apply here" in Client().get(session.course.get_absolute_url()).content.decode()
    response = applying.post(url("apply", session.uuid), FULL)
    assert response.status_code == 422
    assert "I train recruits." in response.content.decode()
    applying.post(url("apply", session.uuid), FULL | {"country": "JM"})
    application = Application.objects.get()
    page = application.get_absolute_url()
    assert signed_in(editor).get(page).status_code == 404
    clearing = signed_in(focal_point)
    assert page in clearing.get(reverse("training:applications_to_clear")).content.decode()
    clearing.post(url("application_step", application.uuid, "clear"))
    deciding = signed_in(editor)
    assert page in deciding.get(url("session_applications", session.uuid)).content.decode()
    assert "Put on the waiting list" not in deciding.get(page).content.decode()  # a seat is free
    deciding.post(url("application_step", application.uuid, "accept"))
    application.refresh_from_db()
    assert application.state == "accepted"
    assert "Accepted" in applying.get(reverse("training:applications")).content.decode()
    told = Notification.objects.order_by("pk").values_list("verb", "recipient")
    assert list(told) == [
        ("application.to_clear", focal_point.pk),
        ("application.cleared", officer.pk),
        ("application.received", editor.pk),
        ("application.accepted", officer.pk),
    ]


def test_the_mail_and_the_calendar_agree_on_the_hour_across_daylight_saving(
    university: Organization, editor: User, officer: User, mailoutbox: Any
) -> None:
    """Nine o'clock in Santiago is seven in Jamaica in the southern summer, and eight after it."""
    santiago = ZoneInfo("America/Santiago")
    for month, day, hour in ((3, 15, "07:00"), (4, 12, "08:00")):
        starts = datetime(2027, month, day, 9, tzinfo=santiago)
        session = session_of(university, starts_at=starts, time_zone="America/Santiago")
        application = ask(session, officer)
        take_step(application=application, by=editor, verb="accept")
        mail_notification(Notification.objects.get(verb="application.accepted", about_id=application.pk).pk)
        body = mailoutbox[-1].body
        feed = reverse("training-session-calendar", args=[session.uuid])
        assert feed in body
        (event,) = Calendar.from_ical(Client().get(feed).content).walk("VEVENT")
        there = event.decoded("DTSTART").astimezone(ZoneInfo("America/Jamaica"))
        assert f"{there:%H:%M}" == hour
        assert f", {hour}" in body
        assert event.decoded("DTSTART") == starts.astimezone(UTC)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"deadline_at": timezone.now() - timedelta(hours=1)}, "deadline for this session has passed"),
        ({"state": SessionState.CLOSED}, "is closed"),
        (
            {"state": SessionState.FULL, "seats": 1, "seats_taken": 1, "has_wait_list": False},
            "no waiting list",
        ),
        ({"state": SessionState.ANNOUNCED}, "not yet open"),
        ({"takes_applications": False}, "not made in the portal"),
    ],
)
def test_who_cannot_apply_reads_why_and_loses_nothing(
    university: Organization, officer: User, fields: dict[str, Any], words: str
) -> None:
    session = session_of(university, **fields)
    client = signed_in(officer)
    shown = client.get(url("apply", session.uuid)).content.decode()
    assert words in shown
    assert "<textarea" not in shown
    sent = client.post(url("apply", session.uuid), FULL)
    assert sent.status_code == 422
    assert words in sent.content.decode()
    assert "I train recruits." in sent.content.decode()
    assert not Application.objects.exists()


def test_the_providers_file_holds_no_formula(university: Organization, editor: User, officer: User) -> None:
    session = session_of(university)
    officer.full_name = "=HYPERLINK(1)"
    officer.save()
    ask(session, officer)
    body = b"".join(signed_in(editor).get(url("session_applications_csv", session.uuid)).streaming_content)
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert rows[1][4] == "Applied"


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_each_page_is_drawn_in_each_language(
    university: Organization, editor: User, officer: User, language: str
) -> None:
    session = session_of(university)
    application, client = ask(session, officer), signed_in(officer)
    other = session_of(university)
    with translation.override(language):
        for page in (
            reverse("training:applications"),
            application.get_absolute_url(),
            url("apply", other.uuid),
        ):
            assert client.get(page).status_code == 200
        assert signed_in(editor).get(url("session_applications", session.uuid)).status_code == 200
        assert signed_in(editor).get("/me/".join(["/" + language, ""])).status_code == 200


def test_what_a_visitor_had_written_waits_until_the_person_has_signed_in(
    university: Organization, officer: User
) -> None:
    session = session_of(university)
    client = Client()
    assert client.post(url("apply", session.uuid), FULL).status_code == 302
    client.force_login(officer)
    assert "I train recruits." in client.get(url("apply", session.uuid)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_as_often_for_three_as_for_one(
    university: Organization, editor: User, officer: User, count: int, django_assert_num_queries: Any
) -> None:
    from .conftest import many_people

    for _each in range(count):
        ask(session_of(university), officer)
    mine = signed_in(officer)
    mine.get("/en/training/applications/")
    with django_assert_num_queries(5):
        mine.get("/en/training/applications/")
    session: Session = session_of(university)
    for person in many_people(count):
        ask(session, person)
    listing = signed_in(editor)
    address = url("session_applications", session.uuid)
    listing.get(address)
    with django_assert_num_queries(8):
        listing.get(address)
