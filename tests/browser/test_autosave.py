"""A form saves itself, and nothing typed is lost: with a lost line, a lost session, a closed page."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import picture
from .specimen import Server


@pytest.fixture
def draft(open_browser, settings) -> Page:
    """A draft that is open in a browser."""
    settings.ROOT_URLCONF = "tests.browser.specimen_urls"
    Server.reset()
    page = open_browser()
    page.goto("/specimen/")
    return page


def status(page: Page):
    return page.locator("[data-saved]")


def kept(page: Page) -> str | None:
    return page.evaluate("localStorage.getItem('portal:draft:/specimen/save/')")


def test_a_change_is_saved_by_itself_and_the_page_says_when(draft):
    draft.get_by_label("Title").fill("Modelo de Abordaje")
    draft.get_by_label("B", exact=True).check()
    expect(status(draft)).to_contain_text("Saved at 10:42, on the server")
    assert Server.values == {"title": "Modelo de Abordaje", "text": "", "kinds": ["b"]}
    assert kept(draft) is None


def test_while_one_types_it_is_saved_once_and_not_at_every_key(draft):
    draft.get_by_label("Title").press_sequentially("Modelo", delay=60)
    expect(status(draft)).to_contain_text("Saved at")
    assert Server.saves == 1


def test_what_is_saved_with_a_fault_says_so(draft):
    draft.get_by_label("Title").evaluate("field => field.removeAttribute('maxlength')")
    draft.get_by_label("Title").fill("x" * 41)
    draft.get_by_label("Title").blur()
    expect(status(draft)).to_contain_text("with something to correct")


def test_without_a_line_it_is_kept_and_sent_when_the_line_is_back(draft, faults):
    draft.context.set_offline(True)
    draft.get_by_label("Title").fill("Written on the road")
    draft.get_by_label("Title").blur()
    expect(status(draft)).to_contain_text("Kept on this device")
    picture(draft, "autosave-offline")
    assert "Written on the road" in kept(draft)
    draft.context.set_offline(False)
    expect(status(draft)).to_contain_text("Saved at", timeout=15_000)
    assert Server.values["title"] == "Written on the road"
    assert kept(draft) is None
    faults.clear()  # the browser reports the requests that failed


LOST = "() => { window.fetch = () => Promise.reject(new TypeError()) }"
"""What a page sends while it closes passes by the lost line that the browser plays."""


def test_a_page_closed_without_a_line_finds_its_text_again(draft, faults):
    draft.context.set_offline(True)
    draft.get_by_label("Title").fill("Not lost")
    draft.get_by_label("B", exact=True).check()
    expect(status(draft)).to_contain_text("Kept on this device")
    again = draft.context.new_page()
    draft.evaluate(LOST)
    draft.close(run_before_unload=False)
    again.context.set_offline(False)
    again.goto("/specimen/")
    expect(again.get_by_label("Title")).to_have_value("Not lost")
    expect(again.get_by_label("B", exact=True)).to_be_checked()
    expect(status(again)).to_contain_text("Saved at")
    assert Server.values["title"] == "Not lost"
    faults.clear()


def test_a_session_that_ended_keeps_the_text_and_leads_to_sign_in_and_back(draft):
    Server.answers = "gone"
    draft.get_by_label("Title").fill("After lunch")
    draft.get_by_label("Title").blur()
    expect(status(draft)).to_contain_text("you have been signed out")
    link = draft.get_by_role("link", name="Sign in again")
    assert link.get_attribute("href").endswith("/accounts/login/?next=%2Fspecimen%2F")
    Server.answers = "ok"
    draft.goto("/specimen/")
    expect(draft.get_by_label("Title")).to_have_value("After lunch")
    expect(status(draft)).to_contain_text("Saved at")


def test_somebody_elses_change_is_not_overwritten(draft, faults):
    Server.answers = "conflict"
    draft.get_by_label("Title").fill("Mine")
    draft.get_by_label("Title").blur()
    expect(status(draft)).to_contain_text("somebody else has changed this section")
    expect(draft.get_by_label("Title")).to_have_value("Mine")
    Server.answers, Server.revision, Server.values = "ok", 9, {"title": "Theirs"}
    draft.goto("/specimen/")
    expect(draft.get_by_label("Title")).to_have_value("Theirs")
    draft.get_by_role("button", name="Put it back").click()
    expect(draft.get_by_label("Title")).to_have_value("Mine")
    faults.clear()  # the browser reports the 409


def test_leaving_the_page_saves_at_once(draft):
    draft.get_by_label("Title").press_sequentially("Leaving")
    draft.goto("/en/help/")
    for _attempt in range(50):
        if Server.values:
            break
        draft.wait_for_timeout(100)
    assert Server.values["title"] == "Leaving"


def test_the_toolbar_marks_what_is_selected(draft):
    area = draft.get_by_label("Text")
    area.fill("one two")
    area.evaluate("area => area.setSelectionRange(0, 3)")
    draft.get_by_role("button", name="Bold").click()
    expect(area).to_have_value("**one** two")
    draft.get_by_role("button", name="List").click()
    expect(area).to_have_value("- **one** two")


def test_a_file_is_sent_with_a_bar_and_the_next_page_opens(draft, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"x" * 3_000_000)
    draft.get_by_label("Title").fill("With a file")
    draft.locator("input[type=file]").set_input_files(file)
    draft.get_by_role("button", name="Save").click()
    draft.wait_for_url("**/en/help/")
    expect(draft.get_by_role("heading", level=1)).to_have_text("Help")
    assert Server.files == [("report.pdf", 3_000_000)]


def test_a_refused_upload_shows_the_errors_in_place(draft, tmp_path, faults):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"x")
    draft.locator("input[type=file]").set_input_files(file)
    draft.get_by_role("button", name="Save").click()
    expect(draft.locator(".errors")).to_be_focused()
    assert draft.title().startswith("Error:")
    draft.get_by_role("link", name="Title: This field is required.").click()
    expect(draft.get_by_label("Title")).to_be_focused()
    faults.clear()  # the browser reports the 422


def test_without_scripts_the_form_is_sent_as_forms_are(open_browser, settings, tmp_path):
    settings.ROOT_URLCONF = "tests.browser.specimen_urls"
    Server.reset()
    page = open_browser(scripts=False)
    page.goto("/specimen/")
    page.get_by_label("Title").fill("Plain")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/en/help/")
    assert Server.values == {"title": "Plain"}
