"""The list of courses, their pages, and when they are given: found, counted, shown in four languages."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import Language, OrganizationKind
from network.models import Organization, User
from network.search.services import index_objects
from tests.factories import CourseFactory, OrganizationFactory, SessionFactory, UserFactory
from training_catalogue.choices import CourseState, Mode, SessionState
from training_catalogue.models import Course
from training_catalogue.services.indexing import KIND

pytestmark = pytest.mark.django_db
LIST_QUERIES = 5  # rows, rows in the reader's language, counts, names of states and topics
PAGE_QUERIES = 3  # course with provider and state, topics, sessions
CALENDAR_QUERIES = 2  # what happens on its days, the courses' names


def published(**fields: Any) -> Course:
    """A published course with its row in search and, unless told otherwise, a session."""
    sessions = fields.pop("sessions", [{}])
    course: Course = CourseFactory(state=CourseState.PUBLISHED, **fields)
    for session in sessions:
        SessionFactory(course=course, **session)
    index_objects(KIND, [course.pk])
    return course


def found(client: Client, query: str) -> set[str]:
    """Identifiers that a list of the catalogue links to."""
    body = client.get(f"/en/training/courses/{query}").content.decode()
    return set(re.findall(r'href="/en/training/courses/(TC-\d+-\d+)/"', body))


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("?topic=police-training", {"topics": ["police-training"]}),
        ("?pillar=police", {"pillar": "police"}),
        ("?mode=in_person", {"mode": Mode.IN_PERSON}),
        ("?language=pt", {"languages": ["pt", "es"]}),
        ("?level=advanced", {"level": "advanced"}),
        ("?grants=yes", {"has_grants": True}),
        ("?starts=any_time", {"sessions": [{"is_any_time": True, "starts_at": None}]}),
        ("?q=peritaje", {"title_es": "Peritaje y cadena de custodia"}),
    ],
)
def test_a_course_is_found_by_each_of_its_facets(client: Client, query: str, fields: dict[str, Any]) -> None:
    course = published(**fields)
    published()
    assert found(client, query) == {course.identifier}


def test_a_course_is_found_by_the_kind_and_state_of_its_provider(
    client: Client, university: Organization
) -> None:
    course = published(provider=university)
    published()
    assert found(client, "?provider=academia") == found(client, "?state=CL") == {course.identifier}


def test_what_is_paid_is_not_among_what_is_free(client: Client) -> None:
    free = published()
    published(is_free=False, fee_amount=300, fee_currency="USD")
    assert found(client, "?free=yes") == {free.identifier}


def test_what_begins_soon_is_found_by_each_longer_span(client: Client) -> None:
    soon = published(sessions=[{"starts_at": timezone.now() + timedelta(days=20)}])
    later = published(sessions=[{"starts_at": timezone.now() + timedelta(days=120)}])
    assert found(client, "?starts=30") == {soon.identifier}
    assert found(client, "?starts=180") == {soon.identifier, later.identifier}


def test_what_is_not_open_is_not_among_what_is_open(client: Client) -> None:
    course = published()
    published(sessions=[{"state": SessionState.ANNOUNCED}])
    assert found(client, "?open=yes") == {course.identifier}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("query", ["", "?state=GT"])
def test_the_list_asks_as_often_for_three_as_for_one(
    client: Client, count: int, query: str, django_assert_max_num_queries: Any
) -> None:
    for _ in range(count):
        published()
    client.get("/es/training/courses/")  # names of states and topics are kept
    with django_assert_max_num_queries(LIST_QUERIES):
        body = client.get(f"/es/training/courses/{query}").content.decode()
    assert body.count("record--course") == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_course_asks_as_often_for_three_sessions_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    course = published(sessions=[{}] * count)
    with django_assert_num_queries(PAGE_QUERIES):
        body = client.get(f"/es/training/courses/{course.identifier}/").content.decode()
    assert body.count('id="session-') == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_calendar_asks_as_often_for_three_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    start = datetime(2027, 3, 10, 15, tzinfo=UTC)
    for _ in range(count):
        published(sessions=[{"starts_at": start}])
    with django_assert_num_queries(CALENDAR_QUERIES):
        body = client.get("/es/training/sessions/?month=2027-03").content.decode()
    assert body.count("calev--go") == body.count("calev--warn") == body.count("calev--end") == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_sessions_asks_as_often_for_three_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        published()
    with django_assert_num_queries(1):
        body = client.get("/es/training/sessions/?view=list").content.decode()
    assert body.count("record--course") == count


@pytest.mark.parametrize("language", Language.values)
@pytest.mark.parametrize("path", ["courses/", "courses/?view=map", "sessions/", "sessions/?view=list", "{}"])
def test_every_page_is_there_in_four_languages(client: Client, language: str, path: str) -> None:
    course = published(sessions=[{}, {"is_any_time": True, "starts_at": None}], has_grants=True)
    where = path.format(f"courses/{course.identifier}/")
    response = client.get(f"/{language}/training/{where}")
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize(
    "query", ["?month=2026-13", "?month=0000-01", "?month=9999-12", "?page=x", "?page=1-%00"]
)
@pytest.mark.parametrize("view", ["", "&view=list"])
def test_nonsense_in_the_address_of_the_calendar_is_no_fault(client: Client, query: str, view: str) -> None:
    assert client.get(f"/en/training/sessions/{query}{view}").status_code == 200


def test_the_list_of_sessions_goes_on_behind_the_first_page(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("training_catalogue.views.calendar.PAGE", 1)
    first = published(sessions=[{"starts_at": timezone.now() + timedelta(days=1)}])
    second = published(sessions=[{"starts_at": timezone.now() + timedelta(days=2)}])
    body = client.get("/en/training/sessions/?view=list").content.decode()
    following = re.search(r'href="(\?[^"]*)" rel="next"', body)
    assert first.identifier in body
    assert following
    assert second.identifier not in body
    after = client.get(f"/en/training/sessions/{following[1].replace('&amp;', '&')}").content.decode()
    assert second.identifier in after
    assert first.identifier not in after


def test_hours_are_those_of_the_place_and_of_the_readers_clock(client: Client) -> None:
    """Guatemala keeps no summer time; New York does: before and after 8 March 2026 the difference changes."""
    course = published(
        sessions=[
            {"starts_at": datetime(2027, 3, 10, 15, tzinfo=UTC)},
            {"starts_at": datetime(2027, 3, 17, 15, tzinfo=UTC)},
        ]
    )
    reader: User = UserFactory(time_zone="America/New_York")
    client.force_login(reader)
    body = client.get(f"/en/training/courses/{course.identifier}/").content.decode()
    assert "Mar 10, 2027, 09:00 (Guatemala)" in body
    assert "Mar 17, 2027, 09:00 (Guatemala)" in body
    assert "Mar 10, 2027, 10:00 in New York, your time" in body
    assert "Mar 17, 2027, 11:00 in New York, your time" in body


def test_a_draft_and_a_hidden_course_are_on_no_list(client: Client) -> None:
    for state in (CourseState.DRAFT, CourseState.SUBMITTED, CourseState.HIDDEN, CourseState.WITHDRAWN):
        course = CourseFactory(state=state)
        SessionFactory(course=course)
        index_objects(KIND, [course.pk])
    assert found(client, "") == set()
    assert "record--course" not in client.get("/en/training/sessions/?view=list").content.decode()


def ld(client: Client, path: str) -> dict[str, Any]:
    """The JSON-LD of a page."""
    body = client.get(path).content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    assert block
    return json.loads(block[1])


def test_machines_read_what_schema_org_and_the_guides_for_courses_want(client: Client) -> None:
    """Course info and Course list: required (*) and recommended fields, as Google's guides name them."""
    body = OrganizationFactory(
        name="Escuela </script>", kind=OrganizationKind.ACADEMIA, website="https://escuela.example/"
    )
    course = published(
        provider=body,
        hours_a_week=6,
        weeks=7,
        outcomes_es="Leer datos.",
        requirements_es="Ninguno.",
        certificate="assessment",
    )
    data = ld(client, f"/es/training/courses/{course.identifier}/")
    assert data["@type"] == "Course"
    assert data["name"] == course.title_es  # *
    assert data["description"] == course.summary_es  # *
    assert data["provider"]["@type"] == "Organization"  # *
    assert data["provider"]["name"] == "Escuela </script>"
    assert data["offers"][0]["category"] == "Free"  # *
    instance = data["hasCourseInstance"][0]  # *
    assert instance["@type"] == "CourseInstance"
    assert instance["courseMode"] == "Online"  # *
    assert instance["courseSchedule"] == {  # * this or courseWorkload
        "@type": "Schedule",
        "repeatFrequency": "Weekly",
        "repeatCount": 7,
        "duration": "PT6H",
    }
    assert instance["courseWorkload"] == "PT40H"
    assert {"startDate", "endDate", "inLanguage"} <= instance.keys()
    recommended = {"about", "availableLanguage", "educationalCredentialAwarded", "educationalLevel"}
    assert recommended | {"coursePrerequisites", "teaches", "datePublished", "inLanguage"} <= data.keys()


def test_a_paid_course_says_its_price_and_one_without_sessions_its_mode(client: Client) -> None:
    course = published(is_free=False, fee_amount="300.50", fee_currency="USD", has_grants=True, sessions=[])
    data = ld(client, f"/es/training/courses/{course.identifier}/")
    offer = data["offers"][0]
    assert (offer["category"], offer["price"], offer["priceCurrency"]) == ("Partially Free", "300.50", "USD")
    assert data["hasCourseInstance"][0]["courseMode"] == "Online"


def test_the_list_names_its_courses_in_order(client: Client) -> None:
    courses = [published() for _ in range(3)]
    items = ld(client, "/es/training/courses/")["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item["url"].split("/")[-2] for item in items] == [each.identifier for each in reversed(courses)]


@pytest.mark.parametrize("name", ["courses", "sessions", "assistance_list", "gaps"])
def test_the_section_is_marked_in_the_menu_on_each_of_its_pages(client: Client, name: str) -> None:
    page = client.get(reverse(f"training:{name}")).content.decode()
    menu = page[page.index('<nav class="nav"') :]
    assert re.search(r'aria-current="(page|true)">\s*Training', menu[: menu.index("</nav>")])


def test_a_list_without_courses_offers_no_filters(client: Client) -> None:
    assert "Apply filters" not in client.get(reverse("training:courses")).content.decode()
