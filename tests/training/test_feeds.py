"""Searches as calendars, feeds and files: read back by the programs that people use."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from openpyxl import load_workbook

from tests.factories import CourseFactory, SessionFactory
from tests.pace import within
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Session
from training_catalogue.services.sessions import move_session
from training_catalogue.services.way import save_course

from .conftest import make_editor
from .test_list import published

pytestmark = pytest.mark.django_db
FEED = "/feeds/training/sessions.ics"


def events(client: Client, query: str = "") -> list[Any]:
    """What a calendar program reads."""
    body = client.get(f"{FEED}{query}").content
    return list(Calendar.from_ical(body).walk("VEVENT"))


def test_a_calendar_program_reads_the_sessions_of_a_search(client: Client) -> None:
    start = timezone.now().replace(microsecond=0) + timedelta(days=10)
    course = published(
        topics=["police-training"], sessions=[{"starts_at": start, "place_es": "Lima; Perú, sala 2"}]
    )
    published()
    (event,) = events(client, "?lang=es&topic=police-training")
    assert event["SUMMARY"] == course.title_es
    assert event["LOCATION"] == "Lima; Perú, sala 2"
    assert event.decoded("DTSTART") == start
    assert event["UID"].startswith(str(course.sessions.get().uuid))
    assert f"/es/training/courses/{course.identifier}/" in event["URL"]


def test_a_cancelled_session_stays_in_the_calendar_and_says_so(client: Client) -> None:
    course = published()
    (before,) = events(client)
    editor = make_editor(course.provider)
    move_session(session=course.sessions.get(), by=editor, verb="cancel", reason="Too few")
    (after,) = events(client)
    assert (after["UID"], after["STATUS"]) == (before["UID"], "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_nothing_is_sent_again_while_nothing_changes(client: Client) -> None:
    course = published()
    first = client.get(FEED)
    unchanged = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    assert client.get(FEED, **unchanged).status_code == 304
    assert client.get(FEED, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    assert client.get(f"{FEED}?lang=fr", **unchanged).status_code == 200
    save_course(course=course, by=make_editor(course.provider), title_es="Otro título")
    assert client.get(FEED, **unchanged).status_code == 200
    Session.objects.all().delete()
    assert client.get(FEED, **unchanged).status_code == 200


def test_a_feed_holds_what_everyone_may_read_whoever_asks(client: Client, staff_manager: Any) -> None:
    SessionFactory(course=CourseFactory(state=CourseState.DRAFT))
    client.force_login(staff_manager)
    assert events(client) == []
    session = Session.objects.get()
    assert client.get(f"/feeds/training/sessions/{session.uuid}.ics").status_code == 404


def test_one_session_can_be_put_into_a_calendar(client: Client) -> None:
    session = published().sessions.get()
    response = client.get(f"/feeds/training/sessions/{session.uuid}.ics?lang=es")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert len(Calendar.from_ical(response.content).walk("VEVENT")) == 1


def test_five_thousand_sessions_take_less_than_a_second(client: Client) -> None:
    """Of processor time, in one process."""
    course = published(sessions=[])
    start = datetime.now(UTC) + timedelta(days=5)
    Session.objects.bulk_create(
        Session(
            course=course,
            state=SessionState.OPEN,
            source_language="es",
            place_es="Ciudad de Guatemala",
            starts_at=start,
            ends_at=start + timedelta(days=3),
        )
        for _ in range(5000)
    )
    client.get("/feeds/training/courses.atom")
    with within(1):
        body = client.get(f"{FEED}?lang=es").content
    assert body.count(b"BEGIN:VEVENT") == 5000


def test_a_feed_reader_reads_the_newest_courses_of_a_search(client: Client) -> None:
    course = published(topics=["police-training"])
    published()
    read = feedparser.parse(client.get("/feeds/training/courses.atom?lang=es&topic=police-training").content)
    assert not read.bozo
    (entry,) = read.entries
    assert entry.title == course.title_es
    assert entry.author == course.provider.name
    assert entry.link.endswith(f"/es/training/courses/{course.identifier}/")
    assert read.feed.updated


def test_nonsense_for_a_language_is_not_found(client: Client) -> None:
    assert client.get(f"{FEED}?lang=xx").status_code == 404


def test_a_search_is_taken_along_as_csv_xlsx_and_json(client: Client) -> None:
    course = published(title_es="=SUMA(1;2)", topics=["police-training"], sessions=[{}, {}])
    published()
    query = "?topic=police-training"
    text = b"".join(client.get(f"/es/training/courses.csv{query}&bom=0").streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["identifier"] for row in rows] == [course.identifier] * 2
    assert rows[0]["title"] == "'=SUMA(1;2)"
    book = load_workbook(
        io.BytesIO(b"".join(client.get(f"/es/training/courses.xlsx{query}").streaming_content))
    )
    sheet = list(book.active.iter_rows(values_only=True))
    assert len(sheet) == 3
    assert "=SUMA(1;2)" in sheet[1]
    assert book.active["C2"].data_type == "s"
    records = json.loads(client.get(f"/es/training/courses.json{query}").content)["courses"]
    assert [record["session_state"] for record in records] == ["open", "open"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_asks_as_often_for_three_courses_as_for_one(
    client: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(count):
        published()
    with django_assert_max_num_queries(3):
        assert len(json.loads(client.get("/es/training/courses.json").content)["courses"]) == count
