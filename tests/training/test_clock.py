"""What happens by itself: sessions turn, facets follow the day, courses are confirmed, links are tried."""

import http.server
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from network.models import Organization, User
from network.notifications.models import Notification
from tests.factories import CourseFactory, SessionFactory
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Course, Session
from training_catalogue.services import clock, links
from training_catalogue.services.way import confirm_course

from .test_list import found, published

pytestmark = pytest.mark.django_db
NOW = timezone.now


def verbs_told() -> list[str]:
    return list(Notification.objects.values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("start", "deadline", "before", "after"),
    [
        (10, -1, SessionState.OPEN, SessionState.CLOSED),
        (10, -1, SessionState.FULL, SessionState.CLOSED),
        (10, 1, SessionState.OPEN, SessionState.OPEN),
        (-1, -2, SessionState.ANNOUNCED, SessionState.RUNNING),
        (-1, -2, SessionState.CLOSED, SessionState.RUNNING),
        (-30, -40, SessionState.OPEN, SessionState.ENDED),
        (-30, -40, SessionState.CANCELLED, SessionState.CANCELLED),
    ],
)
def test_the_clock_turns_a_session(start: int, deadline: int, before: str, after: str) -> None:
    reason = {"cancel_reason": "why"} if before == SessionState.CANCELLED else {}
    session = SessionFactory(
        state=before,
        starts_at=NOW() + timedelta(days=start),
        deadline_at=NOW() + timedelta(days=deadline),
        seats=2,
        seats_taken=2 if before == SessionState.FULL else 0,
        **reason,
    )
    clock.turn_sessions()
    assert Session.objects.get(pk=session.pk).state == after
    assert clock.turn_sessions() == 0


def test_what_closes_by_the_clock_is_no_longer_found_among_what_is_open(client: Client) -> None:
    course = published()
    assert found(client, "?open=yes") == {course.identifier}
    Session.objects.update(deadline_at=NOW() - timedelta(hours=1))
    clock.turn_sessions()
    assert found(client, "?open=yes") == set()


def test_a_course_comes_nearer_by_the_day_alone(client: Client, monkeypatch: Any) -> None:
    course = published(sessions=[{"starts_at": NOW() + timedelta(days=40)}])
    clock.bring_nearer()
    course.refresh_from_db()
    assert found(client, "?starts=30") == set()
    later = NOW() + timedelta(days=11)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    from training_catalogue.services.following import follow_course

    follow_course(course)
    assert found(client, "?starts=30") == {course.identifier}


def test_a_course_is_asked_about_after_a_year_then_hidden_then_seen_again(
    client: Client, university: Organization, editor: User
) -> None:
    course = published(provider=university, confirmed_on=NOW().date() - timedelta(days=366))
    assert clock.ask_to_confirm() == 1
    assert clock.ask_to_confirm() == 0
    assert verbs_told() == ["training.confirm"]
    assert clock.hide_unconfirmed() == 0
    Course.objects.update(reminded_on=NOW().date() - timedelta(days=31))
    assert clock.hide_unconfirmed() == 1
    course.refresh_from_db()
    assert course.state == CourseState.HIDDEN
    assert found(client, "") == set()
    assert client.get(course.get_absolute_url()).status_code == 404
    confirm_course(course=course, by=editor)
    assert found(client, "") == {course.identifier}
    assert Course.objects.get().reminded_on is None


class Site(http.server.BaseHTTPRequestHandler):
    """A site that answers by the path: /200, /404, /moved, /slow."""

    def do_GET(self) -> None:
        code = 302 if self.path == "/moved" else int(self.path.strip("/"))
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Its address on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    ("path", "fault"),
    [("/200", ""), ("/moved", ""), ("/403", ""), ("/404", "HTTP 404"), ("/500", "HTTP 500")],
)
def test_a_link_is_tried(site: str, path: str, fault: str, settings: Any) -> None:
    settings.LINK_CHECK_ALLOWS_LOOPBACK = True
    assert links.fault_of(site + path) == fault


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://",
    ],
)
def test_no_link_leads_into_our_own_network(url: str) -> None:
    assert links.fault_of(url) not in ("", "HTTP 404")


def test_a_link_that_does_not_answer_is_flagged_and_told_of_and_never_deleted(
    client: Client, site: str, university: Organization, editor: User, settings: Any
) -> None:
    settings.LINK_CHECK_ALLOWS_LOOPBACK = True
    course = published(provider=university, link=f"{site}/404")
    fine = CourseFactory(provider=university, state=CourseState.PUBLISHED, link=f"{site}/200")
    assert links.check_links() == (2, 1)
    assert links.check_links() == (0, 0)
    assert "did not answer" in client.get(course.get_absolute_url()).content.decode()
    assert verbs_told() == []
    earlier = NOW() - timedelta(days=8)
    Course.objects.filter(pk=course.pk).update(link_failing_since=earlier, link_checked_at=earlier)
    assert links.check_links() == (1, 1)
    assert verbs_told() == ["training.link_fault"]
    Course.objects.filter(pk=course.pk).update(link=f"{site}/200", link_checked_at=None)
    assert links.check_links() == (1, 0)
    course.refresh_from_db()
    assert (course.link_fault, course.link_failing_since) == ("", None)
    assert Course.objects.filter(pk__in=[course.pk, fine.pk]).count() == 2


def test_links_of_the_demonstration_are_not_tried() -> None:
    """They are invented, as their courses are."""
    published(link="https://school.example/", is_demonstration=True)
    assert links.check_links() == (0, 0)
