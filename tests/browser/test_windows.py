"""The browser's windows are kept from test to test; what was done in them is not."""

import pytest


@pytest.fixture
def left(windows, live_server):
    """A window in which somebody was, given back."""
    window = windows.take(live_server.url, scripts=True)
    page = window.page("phone", dark=True)
    page.goto("/en/help/")
    page.evaluate("localStorage.setItem('draft', 'text'); sessionStorage.setItem('draft', 'text')")
    page.evaluate("addEventListener('pagehide', () => localStorage.setItem('late', 'text'))")
    window.context.add_cookies([{"name": "sessionid", "value": "x" * 32, "url": live_server.url}])
    window.context.set_offline(True)
    windows.give_back(window)
    return window


def test_nothing_is_left_of_what_was_done_in_a_window(left, windows, page, live_server):
    assert page.context is left.context
    assert page.context.pages == [left.keeper, page]
    assert page.context.cookies() == []
    page.goto("/en/help/")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]") == [1280, False]


def test_what_the_console_says_last_is_heard(page, faults):
    page.goto("/en/help/")
    page.evaluate("setTimeout(() => console.error('at the end'))")
    page.context.cookies()
    assert any("at the end" in fault for fault in faults)
    faults.clear()


def test_one_whose_clock_is_set_is_nobody_elses(windows, live_server):
    window = windows.take(live_server.url, scripts=True, alone=True)
    window.page("wide", dark=False).clock.install()
    windows.give_back(window)
    assert window not in windows.waiting
