"""Entering courses by form: with and without scripts, read by the Secretariat the first time."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from network.models import Organization, User
from tests.factories import CourseFactory, SessionFactory
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Course, Session

pytestmark = pytest.mark.django_db
NEW = "/en/training/courses/new/"
DESK_QUERIES = 5  # session, user, grants, notices; rows
WHOLE = {
    "source_language": "es",
    "title": "Mediación comunitaria",
    "summary": "Resolver conflictos sin violencia.",
    "topics": ["conflict-resolution"],
    "pillar": "participation",
    "level": "introductory",
    "mode": "blended",
    "languages": ["es", "pt"],
    "admission": "focal_point",
    "link": "https://escuela.example/mediacion",
    "fee_amount": "300",
    "fee_currency": "usd",
    "has_grants": "on",
}
SESSION = {
    "starts_at": "2027-03-10T09:00",
    "ends_at": "2027-03-12T17:00",
    "deadline_at": "2027-03-01T23:59",
    "time_zone": "America/Lima",
    "place": "Lima",
    "seats": "20",
    "is_open": "on",
}


@pytest.fixture
def signed_in(client: Client, editor: User) -> Client:
    """The university's editor."""
    client.force_login(editor)
    return client


def test_an_editor_enters_a_course_with_a_session_and_the_secretariat_publishes_it(
    signed_in: Client, university: Organization, staff_manager: User, mailoutbox: Any
) -> None:
    data = {**WHOLE, "provider": university.pk, "action": "submit"}
    response = signed_in.post(NEW, data, follow=True)
    course = Course.objects.get()
    assert course.state == CourseState.SUBMITTED
    assert (course.title_es, course.fee_currency, course.languages) == (WHOLE["title"], "USD", ["es", "pt"])
    assert "the Secretariat reads it" in response.content.decode()
    page = reverse("training:new_session", args=[course.uuid])
    assert signed_in.post(page, SESSION).status_code == 302
    session = Session.objects.get()
    assert session.state == SessionState.OPEN
    assert session.starts_at.isoformat() == "2027-03-10T14:00:00+00:00"
    staff = Client()
    staff.force_login(staff_manager)
    staff.post(reverse("training:course_step", args=[course.uuid, "approve"]))
    course.refresh_from_db()
    assert course.state == CourseState.PUBLISHED
    body = Client().get(course.get_absolute_url()).content.decode()
    assert "Mediación comunitaria" in body
    assert "09:00 (Lima)" in body


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"fee_amount": "-1"}, "id_fee_amount"),
        ({"fee_currency": ""}, "id_fee_currency"),
        ({"is_free": "on"}, "id_fee_amount"),
        ({"title": ""}, "id_title"),
        ({"required_language": "en"}, "id_required_language_level"),
        ({"link": "javascript:alert(1)"}, "id_link"),
        ({"summary": "", "action": "submit"}, "id_summary"),
        ({"topics": [], "action": "submit"}, "id_topics"),
        ({"link": "", "action": "submit"}, "id_link"),
        ({"hours": "0"}, "id_hours"),
    ],
)
@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_a_fault_is_shown_at_its_field_and_nothing_typed_is_lost(
    signed_in: Client, university: Organization, changes: dict[str, Any], fault: str, language: str
) -> None:
    data = {**WHOLE, "provider": university.pk, "audience": "Policías <de> barrio", **changes}
    response = signed_in.post(f"/{language}/training/courses/new/", data)
    body = response.content.decode()
    assert response.status_code == 422
    assert f'href="#{fault}' in body
    assert "Policías &lt;de&gt; barrio" in body
    assert not Course.objects.exists()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"ends_at": "2027-03-09T09:00"}, "id_ends_at"),
        ({"deadline_at": "2027-03-11T09:00"}, "id_deadline_at"),
        ({"time_zone": "Mars/Olympus"}, "id_time_zone"),
        ({"seats": "0"}, "id_seats"),
        ({"starts_at": ""}, "id_starts_at"),
        ({"starts_at": "soon"}, "id_starts_at"),
        (
            {"time_zone": "America/New_York", "starts_at": "2027-03-14T02:30"},
            "id_starts_at",
        ),
    ],
)
def test_a_session_that_cannot_be_is_refused_at_its_field(
    signed_in: Client, university: Organization, changes: dict[str, str], fault: str
) -> None:
    course = CourseFactory(provider=university)
    page = reverse("training:new_session", args=[course.uuid])
    response = signed_in.post(page, {**SESSION, "ends_at": "2027-03-20T09:00", **changes})
    assert response.status_code == 422
    assert f'href="#{fault}' in response.content.decode()
    assert not Session.objects.exists()


def test_what_was_sent_after_the_session_had_ended_is_there_after_signing_in(
    client: Client, editor: User, university: Organization
) -> None:
    assert client.post(NEW, {**WHOLE, "provider": university.pk}).status_code == 302
    client.force_login(editor)
    body = client.get(NEW).content.decode()
    assert "Mediación comunitaria" in body
    assert "Mediación comunitaria" not in client.get(NEW).content.decode()


def test_who_saves_an_old_page_is_told_and_keeps_what_was_typed(
    signed_in: Client, university: Organization
) -> None:
    course = CourseFactory(provider=university, revision=3)
    response = signed_in.post(
        reverse("training:edit_course", args=[course.uuid]), {**WHOLE, "title": "Mine", "revision": "2"}
    )
    assert response.status_code == 422
    assert "Someone else changed this course" in response.content.decode()
    assert 'value="Mine"' in response.content.decode()


def test_what_others_read_stays_complete(signed_in: Client, university: Organization) -> None:
    course = CourseFactory(provider=university, state=CourseState.PUBLISHED)
    page = reverse("training:edit_course", args=[course.uuid])
    assert signed_in.post(page, {**WHOLE, "pillar": ""}).status_code == 422
    response = signed_in.post(page, WHOLE)
    assert response.status_code == 302, response.context["form"].errors


def test_a_cancelled_session_says_why(signed_in: Client, university: Organization) -> None:
    session = SessionFactory(course=CourseFactory(provider=university, state=CourseState.PUBLISHED))
    page = reverse("training:session_step", args=[session.course.uuid, session.uuid, "cancel"])
    assert signed_in.post(page, {"reason": ""}).status_code == 422
    assert signed_in.post(page, {"reason": "Too few took part"}).status_code == 302
    assert "Too few took part" in Client().get(session.course.get_absolute_url()).content.decode()


def test_an_outsider_finds_nothing(client: Client, outside_editor: User) -> None:
    session = SessionFactory(course=CourseFactory())
    client.force_login(outside_editor)
    course = session.course
    for name, args in (
        ("draft", [course.uuid]),
        ("edit_course", [course.uuid]),
        ("new_session", [course.uuid]),
        ("course_step", [course.uuid, "withdraw"]),
        ("edit_session", [course.uuid, session.uuid]),
        ("session_step", [course.uuid, session.uuid, "cancel"]),
    ):
        assert client.get(reverse(f"training:{name}", args=args)).status_code == 404
        assert client.post(reverse(f"training:{name}", args=args), {"reason": "x"}).status_code in (404, 405)


def test_nobody_enters_a_course_for_another_organization(client: Client, outside_editor: User) -> None:
    client.force_login(outside_editor)
    other = CourseFactory().provider
    assert client.post(NEW, {**WHOLE, "provider": other.pk}).status_code == 422
    assert Course.objects.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_my_courses_ask_as_often_for_three_as_for_one(
    signed_in: Client, university: Organization, count: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(count):
        CourseFactory(provider=university)
    with django_assert_max_num_queries(DESK_QUERIES + 2):
        body = signed_in.get("/en/training/desk/").content.decode()
    assert body.count("record__title") == count


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_pages_of_an_editor_are_there_in_four_languages(
    signed_in: Client, university: Organization, language: str
) -> None:
    session = SessionFactory(course=CourseFactory(provider=university))
    uuid = session.course.uuid
    for path in (
        "desk/",
        "courses/new/",
        f"desk/{uuid}/",
        f"desk/{uuid}/edit/",
        f"desk/{uuid}/sessions/new/",
    ):
        assert signed_in.get(f"/{language}/training/{path}").status_code == 200
    page = f"/{language}/training/desk/{uuid}/sessions/{session.uuid}/"
    assert signed_in.get(f"{page}edit/").status_code == 200
    assert signed_in.get(f"{page}cancel/").status_code == 200
