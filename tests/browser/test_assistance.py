"""A request of Antigua and Barbuda, in English, answered by Guatemala, in Spanish, up to the report."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from network.choices import Role
from network.models import User
from tests.factories import OfferFactory, UserFactory
from training_catalogue.models import Assistance, Cooperation, Match
from training_catalogue.services.assistance.following import follow_assistance
from training_catalogue.services.loading import load_assistance
from training_catalogue.services.matching.proposing import find_matches

from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Help to collect and use crime data"


@pytest.fixture
def people(transactional_db: None) -> dict[str, User]:
    """Both focal points, and the Secretariat."""
    return {
        "shari": UserFactory(full_name="Shari Joseph", language="en", roles=[(Role.FOCAL_POINT, "AG")]),
        "ana": UserFactory(full_name="Ana Lucía Morales", language="es", roles=[(Role.FOCAL_POINT, "GT")]),
        "grace": UserFactory(full_name="Grace Campbell", language="en", roles=[Role.STAFF_MANAGER]),
    }


def press(page: Page, selector: str) -> None:
    """Send a form or follow a link, and wait for the page that answers."""
    follow(page.locator(selector).first)


def step(page: Page, name: str) -> None:
    press(page, f"form[action$='/{name}/'] button")


def test_a_request_finds_an_offer_and_ends_with_a_report(
    open_browser: Callable[..., Page], live_server: Any, people: dict[str, User], faults: list[str]
) -> None:
    load_assistance()
    offer = OfferFactory(title_es="Apoyo para un observatorio de violencia", languages=["es", "en"])
    follow_assistance(offer)
    pages = {name: open_browser("phone" if name == "ana" else "wide") for name in people}
    for name, page in pages.items():
        client = Client()  # a session of its own: all three are there at once
        client.force_login(people[name], backend="network.services.signing_in.AuthenticationBackend")
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([cookie])
    shari, ana, grace = pages["shari"], pages["ana"], pages["grace"]

    request = ask(shari)
    faults.clear()  # the browser notes the 422 of the empty form
    step(shari, "submit")
    grace.goto("/en/training/assistance/desk/")
    press(grace, f"a[href$='/assistance/{request.pk}/']")
    step(grace, "publish")
    find_matches(record=request.pk)  # as the worker does
    match = Match.objects.get(offer=offer, request=request)
    shari.goto(f"/en/training/assistance/{request.pk}/")
    expect(shari.locator("#matches")).to_contain_text("Apoyo para un observatorio")
    picture(shari, "assistance-record-en")

    ana.goto(f"/es/training/matches/{match.pk}/")
    expect(ana.locator("main")).to_contain_text("Sobre el mismo tema: Datos y observatorios")
    check_no_overflow(ana)
    check_axe(ana)
    picture(ana, "assistance-match-es-phone")
    step(ana, "agree")
    shari.goto(f"/en/training/matches/{match.pk}/")
    step(shari, "agree")
    cooperation = Cooperation.objects.get(match=match)
    write_terms(ana, cooperation)
    shari.goto(f"/en/training/cooperations/{cooperation.pk}/")
    picture(shari, "assistance-terms-en")
    step(shari, "agree")
    step(shari, "begin")
    report(shari)
    step(shari, "complete")
    check_axe(shari)

    reader = open_browser("phone")
    reader.goto("/es/states/AG/")
    expect(reader.locator("main")).to_contain_text("Crime data are published every month.")
    picture(reader, "assistance-state-es-phone")
    reader.goto("/en/training/gaps/")
    expect(reader.locator(".gaps")).to_contain_text("1 cooperation completed")
    look(open_browser)


def ask(page: Page) -> Assistance:
    page.goto("/en/training/assistance/new/?kind=request")
    press(page, "main form[method=post] .formend button")
    expect(page.locator(".errors")).to_be_visible()  # nothing is filled in
    check_axe(page)
    page.locator("[name=title]").fill(TITLE)
    page.locator("#id_description").fill("From the OAS or another State.")
    page.locator("[name=topics][value=data-and-observatories]").check()
    page.locator("[name=languages][value=en]").check()
    picture(page, "assistance-write-en")
    press(page, "main form[method=post] .formend button")
    return Assistance.objects.get(title_en=TITLE)


def write_terms(page: Page, cooperation: Cooperation) -> None:
    page.goto(f"/es/training/cooperations/{cooperation.pk}/terms/")
    page.locator("[name=title]").fill("Datos para prevenir")
    page.locator("[name=objective]").fill("Un primer recuento.")
    page.locator("[name=activities]").fill("- Visita\n- Taller")
    for part, value in (("day", "1"), ("month", "12"), ("year", "2026")):
        page.locator(f"[name=starts_on_{part}]").fill(value)
    press(page, "main form[method=post] .formend button")


def report(page: Page) -> None:
    press(page, "a[href$='/report/']")
    page.locator("[name=result]").fill("Crime data are published every month.")
    page.locator("[name=body]").fill("Two visits and a workshop.")
    page.locator("[name=file]").set_input_files(
        {"name": "report.txt", "mimeType": "text/plain", "buffer": b"Two visits and a workshop."}
    )
    press(page, "main form[method=post] .formend button")
    expect(page.locator("#report")).to_contain_text("report.txt")


def look(open_browser: Callable[..., Page]) -> None:
    """The public pages in Spanish and French, on a phone and at a desk, once in dark."""
    for language, size, dark in (("es", "wide", False), ("fr", "phone", True)):
        page = open_browser(size, dark=dark)
        for name in ("assistance", "gaps", "cooperations", "needs"):
            page.goto(f"/{language}/training/{name}/")
            check_no_overflow(page)
            check_axe(page)
            picture(page, f"assistance-{name}-{language}-{size}")
