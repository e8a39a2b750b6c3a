"""`make audit`: Lighthouse, the Nu HTML checker and axe over a running demonstration.

Usage: python -m tests.audit [nu] [axe] [lighthouse] [page …]   (all three unless some are named)
Names of pages (home, login, …) narrow what is looked at.
PORTAL_URL says where the demonstration is. Ends with 1 when a fault was found.
"""

import sys
from collections.abc import Iterator
from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import AXE_OPTIONS

from . import lighthouse, nu
from .demonstration import ACCOUNTS, FOCAL, LANGUAGES, PLACES, House, Place, house

WEIGHED = ("home", "list", "practice", "state", "wizard", "login", "me")


def say(line: str) -> None:
    """A line at once, also into a file."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def open_pages(portal: House, names: list[str], **look: object) -> Iterator[tuple[str, Page]]:
    """Every place, or those named, in every language, as its account and, if public, a focal point see it."""
    for by in ACCOUNTS:
        context = portal.context(by, **look)  # type: ignore[arg-type]
        page = context.new_page()
        seen = [place for place in _seen_by(by) if place.name in names or not names]
        for place, language in product(seen, LANGUAGES):
            page.goto(portal.address(place, language, page))
            yield f"/{language}/ {place.name} {by.partition('@')[0] or 'visitor'}", page
        context.close()


def _seen_by(by: str) -> list[Place]:
    return [place for place in PLACES.values() if place.by == by or (by == FOCAL and not place.by)]


def check_nu(portal: House, pages: list[str]) -> list[str]:
    """Errors of the HTML as the server sends it."""
    texts: dict[str, str] = {}
    for name, page in open_pages(portal, pages):
        texts[name] = page.request.get(page.url).text()
    found = nu.faults(texts)
    say(f"Nu: {len(texts)} pages, {len(found)} faults")
    return found


def check_axe(portal: House, pages: list[str]) -> list[str]:
    """Violations of WCAG 2.0 to 2.2, A and AA, light and dark, phone and desk."""
    axe, found, count = Axe(), [], 0
    for size, dark in (("desk", False), ("phone", True)):
        for name, page in open_pages(portal, pages, size=size, dark=dark):
            count += 1
            if count % 50 == 0:
                say(f"axe: {count} pages so far, {len(found)} violations")
            for violation in axe.run(page, options=AXE_OPTIONS).response["violations"]:
                where = violation["nodes"][0]["html"][:160]
                found.append(f"{name} {size} {'dark' if dark else 'light'}: {violation['id']} {where}")
    say(f"axe: {count} pages, {len(found)} violations")
    return found


def check_lighthouse(portal: House, pages: list[str]) -> list[str]:
    """Scores, paints and weights of the pages that have a budget, in four languages."""
    found = []
    say(
        "| page | language | performance | accessibility | best practices | SEO "
        "| FCP ms | LCP ms | CLS | KB |"
    )
    say("|---|---|---|---|---|---|---|---|---|---|")
    for name, language in product(pages or WEIGHED, LANGUAGES):
        place = PLACES[name]
        context = portal.context(place.by)
        path = portal.address(place, language, context.new_page())
        cookie = "; ".join(f"{each['name']}={each['value']}" for each in context.cookies())
        context.close()
        seen = lighthouse.measure(portal.url + path, cookie)
        scores = " | ".join(str(seen.scores[category]) for category in lighthouse.CATEGORIES)
        say(
            f"| {name} | {language} | {scores} | {seen.first_paint} | {seen.largest_paint} "
            f"| {seen.shift} | {seen.weight / 1000:.1f} |"
        )
        found += [f"{path}: {fault}" for fault in seen.faults]
    return found


CHECKS = {"nu": check_nu, "axe": check_axe, "lighthouse": check_lighthouse}


def main(names: list[str]) -> int:
    """Run the checks named, or all; the exit code."""
    pages = [name for name in names if name not in CHECKS]
    checks = [name for name in names if name in CHECKS] or list(CHECKS)
    with house() as portal:
        found = [fault for name in checks for fault in CHECKS[name](portal, pages)]
    for fault in found:
        say(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
