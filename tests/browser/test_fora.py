"""Writing in a thread: nothing typed is lost, what others write appears, and it works without scripts."""

import pytest
from playwright.sync_api import expect

from fora.models import Post
from network.choices import Role
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

ENGLISH = "The municipality saw fewer homicides after the schools and the police met each week."


@pytest.fixture
def thread(transactional_db):
    return PostFactory(thread=ThreadFactory(space=SpaceFactory(slug="homicide")), text="First words.").thread


@pytest.fixture
def member(transactional_db):
    return UserFactory(full_name="Ana Lima", roles=[Role.MEMBER])


def test_an_answer_survives_a_lost_line_and_new_posts_appear(thread, member, open_browser, signed_in, faults):
    page = open_browser("phone")
    signed_in(page, member)
    page.clock.install()
    page.goto(thread.get_absolute_url())
    page.context.set_offline(True)
    page.get_by_label("Text", exact=True).fill(ENGLISH)
    page.clock.run_for(3_000)
    expect(page.locator("[data-saved]")).to_contain_text("Kept on this device")
    page.context.set_offline(False)
    page.clock.run_for(15_000)
    expect(page.locator("[data-saved]")).to_contain_text("Saved at")
    assert Post.objects.get(author=member).state == "draft"

    PostFactory(thread=thread, text="Somebody else writes.")
    page.clock.run_for(60_000)
    expect(page.locator("#p2")).to_contain_text("Somebody else writes.")
    expect(page.locator("[data-poll-status]")).to_have_text("There is a new post.")
    assert page.get_by_label("Text", exact=True).input_value() == ENGLISH

    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#p3")).to_contain_text("fewer homicides")
    assert page.get_by_label("Text", exact=True).input_value() == ""
    faults.clear()  # the browser reports the requests that failed


def test_it_works_without_scripts(thread, member, open_browser, signed_in):
    page = open_browser(scripts=False)
    signed_in(page, member)
    page.goto(thread.get_absolute_url())
    page.get_by_role("link", name="Quote").first.click()
    expect(page.locator(".quoteref").last).to_contain_text("First words.")
    page.get_by_label("Text", exact=True).fill(ENGLISH)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".panel")).to_contain_text("fewer homicides")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#p2 .quoteref")).to_contain_text("First words.")
    expect(page.locator("#p2")).to_contain_text("fewer homicides")
