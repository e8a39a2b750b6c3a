"""Contexts of the browser, kept from one test to the next.

A new one starts a process of its own, which fetches every style sheet and reads every script anew. What a
test leaves in one (pages, cookies, what is kept on the device) is taken out before the next.
"""

from contextlib import suppress

from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page

WIDTHS = {"phone": (390, 844), "wide": (1280, 900)}
STILL = "() => { window.fetch = null; Storage.prototype.setItem = () => {} }"
"""A page saves itself while it closes: by a request that passes by the lost line, and on the device."""
MOST = 4
"""As many wait, clean, for the next test."""


class Window:
    """A context; an empty page keeps its process."""

    def __init__(self, browser: Browser, address: str, *, scripts: bool, alone: bool = False) -> None:
        self.address, self.scripts, self.alone = address, scripts, alone
        self.context: BrowserContext = browser.new_context(
            base_url=address,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            viewport={"width": WIDTHS["wide"][0], "height": WIDTHS["wide"][1]},
        )
        self.context.set_default_timeout(10_000)
        self.keeper: Page = self.context.new_page()
        self.session: CDPSession = self.context.new_cdp_session(self.keeper)

    def page(self, size: str, *, dark: bool) -> Page:
        """A page of this width, in the light or in the dark."""
        page = self.context.new_page()
        if size != "wide":
            width, height = WIDTHS[size]
            page.set_viewport_size({"width": width, "height": height})
        if dark:
            page.emulate_media(color_scheme="dark")
        return page

    def clean(self) -> None:
        """Close all pages, so that none sends anything more, and forget what they kept."""
        self.context.set_offline(True)
        for page in self.context.pages:
            if page is not self.keeper:
                with suppress(Error):  # one that is just being left is silent already
                    page.evaluate(STILL)
                page.close()
        self.context.clear_cookies()
        self.session.send("Storage.clearDataForOrigin", {"origin": self.address, "storageTypes": "all"})
        self.context.set_offline(False)


class Windows:
    """The windows of a worker's browser: some are open, some wait."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.waiting: list[Window] = []

    def take(self, address: str, *, scripts: bool, alone: bool = False) -> Window:
        """One that waits, or a new one; `alone`: for a test that sets its clock, nobody has it after that."""
        for window in self.waiting:
            if not alone and (window.address, window.scripts) == (address, scripts):
                self.waiting.remove(window)
                return window
        return Window(self.browser, address, scripts=scripts, alone=alone)

    def give_back(self, window: Window) -> None:
        """Clean it for the next."""
        if window.alone:
            window.context.close()
            return
        window.clean()
        self.waiting.insert(0, window)
        for old in self.waiting[MOST:]:
            old.context.close()
        del self.waiting[MOST:]
