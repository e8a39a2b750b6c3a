"""Writing in a thread: nothing typed is lost, what others write appears, and it works without scripts."""

import pytest
from playwright.sync_api import expect

from fora.models import Mention, Post
from network.choices import Role
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

from .conftest import check_axe, check_no_overflow, follow

ENGLISH = "The municipality saw fewer homicides after the schools and the police met each week."


@pytest.fixture
def thread(transactional_db):
    return PostFactory(thread=ThreadFactory(space=SpaceFactory(slug="homicide")), text="First words.").thread


@pytest.fixture
def member(transactional_db):
    return UserFactory(full_name="Ana Lima", roles=[Role.MEMBER])


def test_an_answer_survives_a_lost_line_and_new_posts_appear(thread, member, open_browser, signed_in, faults):
    page = open_browser("phone", alone=True)
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

    follow(page.get_by_role("button", name="Publish"))
    expect(page.locator("#p3")).to_contain_text("fewer homicides")
    assert page.get_by_label("Text", exact=True).input_value() == ""
    faults.clear()  # the browser reports the requests that failed


def test_it_works_without_scripts(thread, member, open_browser, signed_in):
    page = open_browser(scripts=False)
    signed_in(page, member)
    page.goto(thread.get_absolute_url())
    follow(page.get_by_role("link", name="Quote").first)
    expect(page.locator(".quoteref").last).to_contain_text("First words.")
    page.get_by_label("Text", exact=True).fill(ENGLISH)
    follow(page.get_by_role("button", name="Preview"))
    expect(page.locator(".panel")).to_contain_text("fewer homicides")
    follow(page.get_by_role("button", name="Publish"))
    expect(page.locator("#p2 .quoteref")).to_contain_text("First words.")
    expect(page.locator("#p2")).to_contain_text("fewer homicides")


def test_names_are_suggested_and_chosen_by_keyboard_or_pointer(thread, member, open_browser, signed_in):
    ana = PostFactory(
        thread=thread, author=UserFactory(full_name="Ana Lucía Muñoz", roles=[Role.MEMBER])
    ).author
    andre = PostFactory(
        thread=thread, author=UserFactory(full_name="Andre Campbell", roles=[Role.MEMBER])
    ).author
    page = open_browser("phone")
    signed_in(page, member)
    page.goto(f"{thread.get_absolute_url()}reply/")
    text, people = page.get_by_label("Text", exact=True), page.get_by_role("listbox", name="People to name")
    text.press_sequentially("Please ask @an")
    expect(people.get_by_role("option")).to_have_count(2)
    expect(people.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    check_axe(page)
    check_no_overflow(page)
    text.press("ArrowDown")
    chosen = people.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("Andre Campbell")
    assert text.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    text.press("Enter")
    assert text.input_value() == f"Please ask @andre-campbell-{andre.pk} "
    expect(people).to_be_hidden()
    text.press_sequentially("or @muñ")
    people.get_by_role("option").click()
    assert text.input_value().endswith(f"or @ana-lucia-munoz-{ana.pk} ")
    text.press_sequentially("or @an")
    expect(people).to_be_visible()
    text.press("Escape")
    expect(people).to_be_hidden()
    text.press_sequentially("zz")
    expect(page.get_by_text("Nobody of that name takes part here.")).to_be_attached()
    follow(page.get_by_role("button", name="Publish"))
    expect(page.locator(".post").last).to_contain_text("Please ask")
    assert set(Mention.objects.values_list("user", flat=True)) == {ana.pk, andre.pk}
