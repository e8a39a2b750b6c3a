"""The Network's pages in a real browser: accessible, within the screen, no complaint in the console."""

import pytest

from .conftest import check_axe, check_no_overflow, picture

PAGES = {
    "home": "/es/",
    "states": "/en/states/",
    "state": "/pt/states/GT/",
    "topics": "/fr/topics/",
    "topic": "/fr/topics/youth/",
    "login": "/es/accounts/login/",
    "help": "/pt/help/",
    "missing": "/es/nowhere/",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_a_phone_in_the_dark_has_no_barrier_that_a_machine_finds(open_browser, faults, name):
    """At a desk, in the light, they are among those of test_axe.py."""
    page = open_browser("phone", dark=True)
    page.goto(PAGES[name])
    check_axe(page)
    check_no_overflow(page)
    picture(page, f"{name}-phone-dark")
    page.set_viewport_size({"width": 320, "height": 640})
    check_no_overflow(page)
    if name == "missing":
        faults.clear()  # the browser reports the 404 that was asked for


@pytest.mark.parametrize("size", ["phone", "wide"])
def test_the_components_page_has_no_barrier_that_a_machine_finds(open_browser, settings, size):
    settings.DEMO, settings.ROOT_URLCONF = True, "tests.ui.demonstration_urls"
    page = open_browser(size)
    page.goto("/dev/components/")
    check_axe(page)
    check_no_overflow(page)
    picture(page, f"components-{size}")


def test_the_phone_menu_opens_without_script_and_closes_on_escape_with_it(open_browser):
    plain = open_browser("phone", scripts=False)
    plain.goto("/es/")
    plain.locator(".masthead__tools summary").nth(1).click()
    plain.locator(".drop__panel a", has_text="Ayuda").first.wait_for()
    page = open_browser("phone")
    page.goto("/es/")
    page.locator(".masthead__tools summary").nth(1).click()
    check_axe(page)
    page.keyboard.press("Escape")
    assert page.locator(".drop[open]").count() == 0


def test_the_language_is_changed_on_the_same_page(page):
    page.goto("/en/states/GT/?q=1")
    page.get_by_role("link", name="Français").first.click()
    page.wait_for_url("**/fr/states/GT/?q=1")
    assert page.locator("html").get_attribute("lang") == "fr"


def test_the_skip_link_is_the_first_thing_that_the_keyboard_reaches(page):
    page.goto("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
