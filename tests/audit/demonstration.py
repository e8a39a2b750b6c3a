"""The pages of a running demonstration: their addresses, who sees them, and a browser that is signed in.

Ids differ between demonstrations, so a page that has one is found by the first link of another page.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS

LANGUAGES = ("en", "es", "fr", "pt")
WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}
AUTHOR, FOCAL = "contributor.gt@demo.example", "focal.gt@demo.example"
SCREENER, MANAGER, MEMBER = "screener@demo.example", "manager@demo.example", "member@demo.example"
ACCOUNTS = ("", AUTHOR, FOCAL, SCREENER, MANAGER, MEMBER)


@dataclass(frozen=True)
class Place:
    """A page: `path` after the language; `by` is the account that sees it ("" = a visitor).

    `follow` is the CSS selector of the link on `path` that leads to the page; `then` goes on from there.
    """

    name: str
    path: str
    by: str = ""
    follow: str = ""
    then: str = ""
    status: int = 200


DRAFT = "main a:has-text('Patios abiertos')"
OWN = "main a:has-text('Observatorio municipal con')"
PLACES: dict[str, Place] = {
    place.name: place
    for place in (
        Place("home", ""),
        Place("list", "practices/"),
        Place("map", "practices/?view=map"),
        Place("search", "search/?q=policia"),
        Place("practice", "practices/?q=subsidies", follow="main a:has-text('24 Horas')"),
        Place("rated", "practices/?q=median", follow="main a:has-text('Escuelas que median')"),
        Place("table", "practices/?view=table"),
        Place("evidence", "practices/?view=evidence"),
        Place("adaptation", "states/CL/", follow="main a[href*='/practices/adaptations/']"),
        Place("adapt", "practices/GP-2026-0001/adapt/", FOCAL),
        Place("adaptations", "practices/adaptations/", FOCAL),
        Place("compare", "practices/compare/?id=GP-2026-0001&id=GP-2026-0002"),
        Place("cite", "practices/GP-2026-0001/cite/"),
        Place("states", "states/"),
        Place("state", "states/BR/"),
        Place("topics", "topics/"),
        Place("topic", "topics/youth/"),
        Place("organizations", "organizations/"),
        Place("help", "help/"),
        Place("privacy", "privacy/"),
        Place("fund", "fund/"),
        Place("fund-entries", "fund/entries/"),
        Place("fund-entry", "fund/entries/1/"),
        Place("fund-project", "fund/", follow="main a[href*='/fund/projects/']"),
        Place("fund-verify", "fund/verify/"),
        Place("fora", "fora/"),
        Place("forum", "fora/demo-lethal-violence/"),
        Place("thread", "fora/demo-lethal-violence/", follow="main .threads a"),
        Place("answer", "fora/demo-lethal-violence/", AUTHOR, "main .threads a", "reply/"),
        Place("imports", "imports/", AUTHOR),
        Place("import", "imports/", AUTHOR, "main .records a"),
        Place("import-practices", "imports/practices.questionnaire/new/", AUTHOR),
        Place("import-courses", "imports/training.courses/new/", FOCAL),
        Place("sources", "training/desk/sources/", FOCAL),
        Place("source-new", "training/desk/sources/new/", FOCAL),
        Place("assistance", "training/assistance/"),
        Place("assistance-record", "training/assistance/", follow="main .records h3 a"),
        Place("assistance-new", "training/assistance/new/?kind=request", FOCAL),
        Place("assistance-mine", "training/assistance/mine/", FOCAL),
        Place("assistance-desk", "training/assistance/desk/", MANAGER),
        Place("applications", "training/applications/", FOCAL),
        Place("applications-to-clear", "training/applications/clearing/", FOCAL),
        Place("gaps", "training/gaps/"),
        Place("cooperations", "training/cooperations/"),
        Place("needs", "training/needs/"),
        Place("accessibility", "accessibility/"),
        Place("login", "accounts/login/"),
        Place("register", "register/"),
        Place("missing", "nowhere/", status=404),
        Place("new", "practices/new/", AUTHOR),
        Place("drafts", "practices/drafts/", AUTHOR),
        Place("draft", "practices/drafts/", AUTHOR, DRAFT),
        Place("draft-sent", "practices/drafts/", FOCAL, OWN),
        Place("wizard", "practices/drafts/", AUTHOR, DRAFT, "identity/"),
        Place("wizard-consent", "practices/drafts/", AUTHOR, DRAFT, "consent/"),
        Place("me", "me/", FOCAL),
        Place("inbox", "me/inbox/", FOCAL),
        Place("following", "me/following/", FOCAL),
        Place("following-save", "me/following/save/?of=practice&state=GT", FOCAL),
        Place("questions", "practices/questions/", FOCAL),
        Place("question-new", "practices/GP-2026-0001/ask/", MEMBER),
        Place("proposals", "fora/proposals/"),
        Place("groups", "fora/groups/"),
        Place("group", "fora/groups/", follow="main .record__title a"),
        Place("fora-drafts", "fora/drafts/", MEMBER),
        Place("fora-members", "fora/demo-lethal-violence/members/", FOCAL),
        Place("moderation", "fora/desk/", MANAGER),
        Place("settings", "me/settings/", FOCAL),
        Place("tokens", "me/settings/tokens/", MEMBER),
        Place("statements", "fund/statements/", FOCAL),
        Place("contributors", "me/contributors/", FOCAL),
        Place("desk", "practices/desk/", SCREENER),
        Place("desk-item", "practices/desk/", SCREENER, "main a[href*='/practices/desk/']"),
        Place("me-staff", "me/", MANAGER),
        Place("staff", "staff/", MANAGER),
        Place("people", "staff/people/", MANAGER),
        Place("person", "staff/people/", MANAGER, "main table a[href*='/staff/people/']"),
        Place("translations", "translations/", MANAGER),
        Place("translation", "translations/", MANAGER, "main table a[href*='/translations/']"),
        Place("progress", "translations/progress/", MANAGER),
        Place("glossary", "translations/glossary/", MANAGER),
        Place("me-member", "me/", MEMBER),
    )
}


@dataclass
class House:
    """A running demonstration at `url`, and a browser; each account is signed in once."""

    url: str
    browser: Browser
    _sessions: dict[str, Any] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    def context(self, by: str = "", *, size: str = "desk", dark: bool = False) -> BrowserContext:
        """A window of the account `by`, phone or desk, light or dark."""
        if by and by not in self._sessions:
            self._sessions[by] = self._sign_in(by)
        width, height = WIDTHS[size]
        return self.browser.new_context(
            base_url=self.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            storage_state=self._sessions.get(by),
        )

    def _sign_in(self, by: str) -> Any:
        context = self.context()
        page = context.new_page()
        page.goto("/en/accounts/login/")
        page.locator(f"form:has(input[value='{by}']) button").click()
        page.wait_for_url("**/me/**")
        state = context.storage_state()
        context.close()
        return state

    def address(self, place: Place, language: str, page: Page) -> str:
        """The path of a place in a language; `page` looks for the link when there is one to follow."""
        path = f"/{language}/{place.path}"
        if not place.follow:
            return path
        if place.name not in self._found:
            page.goto(path)
            found = page.locator(place.follow).first.get_attribute("href") or ""
            self._found[place.name] = found.split("/", 2)[2] + place.then
        return f"/{language}/{self._found[place.name]}"


@contextmanager
def house() -> Iterator[House]:
    """The demonstration that runs at PORTAL_URL (http://localhost:8000 unless said otherwise)."""
    url = os.environ.get("PORTAL_URL", f"http://localhost:{os.environ.get('PORT', '8000')}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield House(url, browser)
        browser.close()
