"""A focal point is told in Spanish of what staff did in English, and turns to a weekly summary."""

import importlib
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import clear_url_caches
from django.utils import timezone
from playwright.sync_api import Page, expect

from network.choices import Role
from network.notifications.models import Notification
from network.notifications.services import plan_digests
from practices.choices import PracticeState
from practices.models import Practice
from practices.services import way
from tests.factories import DraftPracticeFactory, OrganizationFactory, UserFactory
from tests.notifications.kinds import run_all

from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mailbox(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Mails land in a folder and are read at /dev/mail/, as in the demonstration."""
    from network.config import urls

    settings.EMAIL_BACKEND = "network.notifications.mailbox.MailboxBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.DEBUG = True
    importlib.reload(urls)
    clear_url_caches()
    yield
    settings.DEBUG = False
    importlib.reload(urls)
    clear_url_caches()


@pytest.fixture
def people(live_server: Any, settings: Any) -> dict[str, Any]:
    """A focal point who reads Spanish, a screener who reads English."""
    settings.PUBLIC_URL = live_server.url
    settings.PRACTICE_REMINDER_DAYS = {}
    return {
        "focal": UserFactory(
            full_name="Ana Lucía Morales",
            language="es",
            time_zone="America/Guatemala",
            roles=[(Role.FOCAL_POINT, "GT")],
        ),
        "screener": UserFactory(full_name="Elena Ruiz", roles=[Role.SCREENER]),
    }


def submitted(people: dict[str, Any]) -> Practice:
    practice = DraftPracticeFactory(
        author=people["focal"], organization=OrganizationFactory(name=f"Unidad {Practice.objects.count()}")
    )
    practice = way.submit_practice(practice=practice, by=people["focal"])
    practice.refresh_from_db()
    return way.claim_practice(practice=practice, by=people["screener"])


def unread(page: Page) -> int:
    shown = page.locator(".util .bell__count")
    return int(re.match(r"\d+", shown.inner_text())[0]) if shown.count() else 0  # type: ignore[index]


def test_a_focal_point_reads_the_mail_follows_it_and_turns_to_a_weekly_summary(
    open_browser, signed_in, people, mailbox
):
    practice = submitted(people)
    desk = open_browser()
    signed_in(desk, people["screener"])
    desk.goto(f"/en/practices/desk/{practice.uuid}/")
    follow(desk.get_by_role("button", name="Publish"))
    practice.refresh_from_db()
    assert practice.state == PracticeState.PUBLISHED
    run_all()

    page = open_browser()
    signed_in(page, people["focal"])
    page.goto("/es/me/")
    before = unread(page)
    assert before == 2, "in screening, and published"
    page.goto("/dev/mail/")
    title = practice.passage("title", "es").text
    follow(page.get_by_role("link", name=f"Aceptada y publicada: {title}"))
    picture(page, "mail")
    letter = page.frame_locator("iframe.mailframe")
    expect(letter.locator("html")).to_have_attribute("lang", "es")
    letter.get_by_role("link", name="Ver la práctica publicada").click()
    page.wait_for_url(f"**/es/practices/{practice.identifier}/")
    assert unread(page) == before - 1

    page.goto("/es/me/inbox/")
    check_axe(page)
    check_no_overflow(page)
    picture(page, "inbox")
    page.goto("/es/me/settings/notifications/")
    check_axe(page)
    check_no_overflow(page)
    picture(page, "preferences")
    for name in ("practices-in_screening", "practices-published"):
        page.locator(f"select[name={name}]").select_option("weekly")
    follow(page.locator("main form .formend button"))
    expect(page.locator("select[name=practices-published]")).to_have_value("weekly")

    for _number in range(2):
        way.publish_practice(practice=submitted(people), by=people["screener"])
    run_all()
    later = timezone.now() + timedelta(days=8)
    assert plan_digests(now=later) == 1
    assert plan_digests(now=later) == 0
    run_all()
    page.goto("/dev/mail/")
    follow(page.get_by_role("link", name=re.compile("semana|week")))
    text = page.locator(".mailtext").inner_text()
    waiting = Notification.objects.filter(channel="weekly")
    assert waiting.count() == 5, (
        "two in screening, two published, and the one that had waited for the daily summary"
    )
    for row in waiting:
        assert text.count(f"/me/inbox/{row.pk}/") == 1, "each item once"
    picture(page, "summary")


def test_the_pages_of_the_inbox_hold_on_a_phone_in_the_dark(open_browser, signed_in, people, mailbox):
    practice = submitted(people)
    way.publish_practice(practice=practice, by=people["screener"])
    run_all()
    page = open_browser("phone", dark=True)
    signed_in(page, people["focal"])
    for path in ("/es/me/inbox/", "/es/me/settings/notifications/", "/dev/mail/"):
        page.goto(path)
        check_axe(page)
        check_no_overflow(page)
        picture(page, "phone" + path.replace("/", "-"))


def test_staff_pages_of_the_outbox_and_announcements_pass_axe(open_browser, signed_in, people, mailbox):
    manager = UserFactory(full_name="Thomas Grant", roles=[Role.STAFF_MANAGER])
    submitted(people)
    page = open_browser()
    signed_in(page, manager)
    for path in ("/en/staff/outbox/", "/en/staff/announcements/", "/en/staff/announcements/new/"):
        page.goto(path)
        check_axe(page)
        check_no_overflow(page)
        picture(page, "staff" + path.replace("/", "-"))
