"""Months and days of sessions: bounded however many there are, each looked up in an index."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.factories import CourseFactory, SessionFactory, UserFactory
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Session
from training_catalogue.querysets.days import events

pytestmark = pytest.mark.django_db
START = datetime(2027, 3, 10, 15, tzinfo=UTC)
MONTH, DAY = "/en/training/sessions/?month=2027-03", "/en/training/sessions/?day=2027-03-10"


def test_a_crowded_day_shows_three_and_leads_to_the_others(client: Client) -> None:
    course = CourseFactory(state=CourseState.PUBLISHED)
    SessionFactory.create_batch(5, course=course, starts_at=START)
    body = client.get(MONTH).content.decode()
    assert body.count("calev--go") == 3
    assert body.count("and 2 more</a>") == 3  # beginnings, deadlines, ends
    assert 'href="?day=2027-03-10"' in body
    day = client.get(DAY).content.decode()
    assert day.count("record--course") == 5
    assert "Wednesday, March 10, 2027" in day


def test_what_was_not_counted_is_said_to_be_more(client: Client) -> None:
    SessionFactory.create_batch(12, course=CourseFactory(state=CourseState.PUBLISHED), starts_at=START)
    assert "and 7+ more</a>" in client.get(MONTH).content.decode()


def test_each_kind_has_its_first_in_a_crowded_day(client: Client) -> None:
    course = CourseFactory(state=CourseState.PUBLISHED)
    SessionFactory.create_batch(4, course=course, starts_at=START)
    SessionFactory(course=course, starts_at=START + timedelta(days=7))
    SessionFactory(course=course, starts_at=START - timedelta(days=5))
    body = client.get(MONTH).content.decode()
    cell = body[body.index('<span class="d">10</span>') : body.index('<span class="d">11</span>')]
    assert [cell.count(f"calev--{tone}") for tone in ("go", "warn", "end")] == [1, 1, 1]
    assert "and 3 more" in cell


def test_a_day_goes_on_behind_its_first_page(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("training_catalogue.views.months.PAGE", 2)
    SessionFactory.create_batch(3, course=CourseFactory(state=CourseState.PUBLISHED), starts_at=START)
    first = client.get(DAY).content.decode()
    following = re.search(r'href="(\?[^"]*)" rel="next"', first)
    assert following
    second = client.get(f"/en/training/sessions/{following[1].replace('&amp;', '&')}").content.decode()
    places = [set(re.findall(r"#session-(\d+)", body)) for body in (first, second)]
    assert [len(each) for each in places] == [2, 1]
    assert not places[0] & places[1]
    assert 'rel="prev"' in second


@pytest.mark.parametrize("day", ["2027-13-40", "x", "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("page", ["", "&page=x", "&page=0", "&page=999999"])
def test_nonsense_in_the_address_of_a_day_is_no_fault(client: Client, day: str, page: str) -> None:
    assert client.get(f"/en/training/sessions/?day={day}{page}").status_code == 200
    assert client.get(f"{DAY}{page}").status_code == 200


def test_days_are_those_of_the_place_or_of_the_readers_clock(client: Client) -> None:
    """At 3 in the morning UTC it is still the day before in Guatemala, and that day in Madrid."""
    course = CourseFactory(state=CourseState.PUBLISHED)
    session = SessionFactory(course=course, starts_at=datetime(2027, 3, 10, 3, tzinfo=UTC))
    assert f"#session-{session.pk}" in client.get("/en/training/sessions/?day=2027-03-09").content.decode()
    client.force_login(UserFactory(time_zone="Europe/Madrid"))
    assert f"#session-{session.pk}" in client.get(DAY).content.decode()


@pytest.mark.parametrize("state", [CourseState.DRAFT, CourseState.HIDDEN, CourseState.WITHDRAWN])
def test_what_is_not_public_is_in_no_month_and_on_no_day(client: Client, state: str) -> None:
    SessionFactory(course=CourseFactory(state=state), starts_at=START)
    SessionFactory(
        course=CourseFactory(state=CourseState.PUBLISHED),
        starts_at=START,
        state=SessionState.CANCELLED,
        cancel_reason="No money.",
    )
    assert "calev--" not in client.get(MONTH).content.decode()
    assert "record--course" not in client.get(DAY).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_day_asks_as_often_for_three_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    SessionFactory.create_batch(count, course=CourseFactory(state=CourseState.PUBLISHED), starts_at=START)
    with django_assert_num_queries(2):
        assert client.get(DAY).content.decode().count("record--course") == count


def explained(statement: str, values: Any) -> str:
    """How the database would find it, were reading whole tables and sorting dear."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(f"EXPLAIN {statement}", values)
        return "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("zone", "indexes"),
    [
        ("", ("session_day_starts", "session_day_deadline", "session_day_ends")),
        ("America/New_York", ("session_by_start", "session_by_deadline", "session_by_end")),
    ],
)
def test_days_are_looked_up_in_indexes(zone: str, indexes: tuple[str, ...], monkeypatch: Any) -> None:
    asked = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        events(Session.objects.all(), [START.date()], zone, 3)
    plan = explained(*asked[-1])
    assert all(f"using {index}" in plan for index in indexes), plan


def test_what_is_coming_is_read_from_an_index_of_its_own() -> None:
    coming = Session.objects.coming(timezone.now()).values("pk")[:26]
    assert "using session_coming" in explained(*coming.query.sql_with_params())
