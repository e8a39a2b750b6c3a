"""The home page with all its places filled, as apps will fill them."""

import pytest

from network.ui import slots
from network.ui.assets import map_data
from network.ui.map import Place

from .conftest import check_axe, check_no_overflow, follow, picture

CODES = sorted(map_data()["pt"])
COUNTS = {"BRA": 3, "GTM": 2, "CHL": 1, "KNA": 1, "VEN": 1, "TTO": 2}


def task(title: str, text: str):
    """A task of the home page."""
    return lambda request: {"title": title, "text": text, "url": "/es/help/"}


def overview(request) -> dict:
    """Figures of the map."""
    places = [
        Place(code, code, COUNTS.get(code, 0), "/es/states/", f"{code}: {COUNTS.get(code, 0)} prácticas")
        for code in CODES
    ]
    caption = "Prácticas publicadas por Estado Miembro"
    return {
        "title": "Diez prácticas de seis Estados",
        "places": places,
        "caption": caption,
        "unit": "Prácticas",
    }


def problems(request) -> dict:
    """Ways in."""
    rows = [("Homicidios y violencia letal", "/es/topics/", 3), ("Violencia de género", "/es/topics/", 1200)]
    return {"title": "Explorar por problema", "rows": rows}


@pytest.fixture
def filled(monkeypatch) -> None:
    """Every place of the home page has something in it."""
    monkeypatch.setattr(slots, "_fillings", {})
    for order, title in enumerate(("Encontrar", "Dialogar", "Compartir")):
        context = task(
            title, "una práctica que pueda adaptarse a mi país, y ver qué se sabe de sus resultados."
        )
        context.__qualname__ = title
        slots.register("home.tasks", template="components/task.html", context=context, order=order)
    slots.register("home.map", context=overview)
    slots.register("home.browse", template="components/browse.html", context=problems)


@pytest.mark.parametrize(
    ("size", "dark"), [("phone", True), ("wide", False)], ids=["phone-dark", "wide-light"]
)
def test_the_full_home_page_has_no_barrier_that_a_machine_finds(filled, open_browser, size, dark):
    page = open_browser(size, dark=dark)
    page.goto("/es/")
    check_axe(page)
    check_no_overflow(page)
    picture(page, f"home-full-{size}-{'dark' if dark else 'light'}")


def test_the_map_gives_way_to_the_table_by_address_without_script(filled, open_browser):
    page = open_browser(scripts=False)
    page.goto("/es/")
    follow(page.get_by_role("link", name="Tabla"))
    assert page.locator("#home-table table").is_visible()
    assert not page.locator("#home-map").is_visible()
    assert page.locator("#home-table tbody tr").count() == len(CODES)
    follow(page.get_by_role("link", name="Mapa"))
    assert page.locator("#home-map").is_visible()


def test_the_map_is_drawn_from_shapes_that_the_browser_found(filled, page):
    page.goto("/es/", wait_until="networkidle")
    brazil = page.locator('.map a[aria-label^="BRA"]')
    box = brazil.bounding_box()
    assert box["width"] > 50
    brazil.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/states/")
