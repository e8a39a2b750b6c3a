"""A real browser for tests: Debian's Chromium, driven by Playwright, against the live server.

Its headless shell draws the same pages with a quarter of the processor time, and is taken where it is there.

An error in the browser's console fails the test that caused it.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright

from .windows import Window, Windows

WHOLE, SHELL = Path("/usr/bin/chromium"), Path("/usr/bin/chromium-headless-shell")
CHROMIUM = Path(os.environ.get("CHROMIUM", SHELL if SHELL.exists() else WHOLE))
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-site-isolation-trials",  # the pages of a person share one process
    "--renderer-process-limit=1",
]
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],  # of what is in order it need not find and tell every element
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")
            if not CHROMIUM.exists():
                item.add_marker(pytest.mark.skip(reason=f"{CHROMIUM} is not installed"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the tests' thread
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def faults() -> list[str]:
    """What the browser's console complained of; a test that provokes a fault empties the list."""
    return []


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The contexts of the browser, kept from test to test."""
    return Windows(browser)


@pytest.fixture
def open_browser(windows: Windows, live_server: Any, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a page on the live server, for a visitor: open_browser("phone", dark=False, scripts=True)."""
    taken: list[Window] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{message.text} {message.location}")

    def opened(size: str = "wide", *, dark: bool = False, scripts: bool = True, alone: bool = False) -> Page:
        window = windows.take(live_server.url, scripts=scripts, alone=alone)
        taken.append(window)
        page = window.page(size, dark=dark)
        page.on("console", heard)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield opened
    for window in taken:
        window.context.cookies()  # what it complained of until now has been heard when it answers
    found = list(faults)
    for window in taken:
        windows.give_back(window)
    assert found == []


@pytest.fixture
def page(open_browser: Callable[..., Page]) -> Page:
    """A wide, light page with scripts."""
    return open_browser()


@pytest.fixture
def signed_in(live_server: Any, client: Any) -> Callable[[Page, Any], None]:
    """Give a page the session of a person: signed_in(page, person)."""

    def sign_in(page: Page, person: Any) -> None:
        client.force_login(person)
        cookie = client.cookies["sessionid"]
        page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])

    return sign_in


def follow(link: Locator) -> None:
    """Click what leaves the page, and wait for the page that answers: what looks next looks at that one."""
    with link.page.expect_navigation():
        link.click()


def check_axe(page: Page) -> None:
    """No violation of WCAG 2.0 to 2.2, A and AA, that axe-core can find."""
    found = Axe().run(page, options=AXE_OPTIONS)
    assert found.violations_count == 0, found.generate_report()


def check_no_overflow(page: Page) -> None:
    """Nothing is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px wider than the screen"


def picture(page: Page, name: str) -> None:
    """A picture of the whole page into the folder named by SHOTS, for looking at; nothing without it."""
    folder = os.environ.get("SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
