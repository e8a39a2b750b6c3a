"""From the focal point's form to the public, in a real browser, in Spanish; once more without scripts."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from network.choices import Role
from practices.choices import PracticeState
from practices.models import Practice
from tests.factories import PublishedPracticeFactory, UserFactory
from tests.factories.people import PASSWORD

from .conftest import check_axe, check_no_overflow, follow, picture
from .story import FULL, TITLE, attach, begin, go_on, small_pdf, write

pytestmark = pytest.mark.django_db(transaction=True)
SAVED = re.compile("Guardado")


@pytest.fixture
def people(transactional_db: None) -> dict[str, Any]:
    """The focal point who writes and the screener who reads."""
    return {
        "focal_point": UserFactory(
            full_name="Ana Lucía Morales", language="es", roles=[(Role.FOCAL_POINT, "GT")]
        ),
        "screener": UserFactory(full_name="Elena Ruiz", language="es", roles=[Role.SCREENER]),
    }


def sign_in(page: Page, person: Any) -> None:
    page.goto("/es/accounts/login/")
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form:has([name=password]) button").first.click()
    page.wait_for_url("**/es/me/")


def test_a_practice_goes_from_the_focal_points_form_to_the_public(
    open_browser: Callable[..., Page], people: dict[str, Any], tmp_path: Path, faults: list[str]
) -> None:
    PublishedPracticeFactory(title_es="Patrullaje por cuadrantes", topics=["police-management"])
    writer = open_browser()
    sign_in(writer, people["focal_point"])
    draft = write_with_a_broken_line(writer, tmp_path, faults)
    submit(writer, draft)
    assert Practice.objects.get(title_es=TITLE).state == PracticeState.SUBMITTED

    reader = open_browser()
    sign_in(reader, people["screener"])
    screen_and_return(reader)
    answer_and_submit_again(writer, draft)
    publish(reader)

    practice = Practice.objects.get(title_es=TITLE)
    assert practice.state == PracticeState.PUBLISHED
    visitor = open_browser("phone")
    find_by_facet(visitor, practice)
    find_by_a_misspelled_word(visitor, practice)
    read_in_other_languages(visitor, practice)


def write_with_a_broken_line(page: Page, tmp_path: Path, faults: list[str]) -> str:
    draft = begin(page)
    write(page, FULL["identity"])
    go_on(page)

    page.context.set_offline(True)
    write(page, FULL["problem"])
    expect(page.locator("[data-saved]")).not_to_have_text(SAVED, timeout=8000)
    page.wait_for_timeout(2500)
    assert Practice.objects.get(title_es=TITLE).original("diagnosis") == ""
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_contain_text(SAVED, timeout=20_000)
    faults.clear()  # the browser rightly complains of the lost connection

    page.goto("/es/practices/drafts/")  # goes away and comes back
    follow(page.get_by_role("link", name=TITLE))
    page.goto(draft + "problem/")
    expect(page.locator("[name=diagnosis]")).to_have_value(str(FULL["problem"]["diagnosis"]))
    check_axe(page)
    picture(page, "wizard-problem-es-wide")
    go_on(page)
    for slug in ("action", "means", "results", "lessons"):
        expect(page).to_have_url(draft + slug + "/")
        write(page, FULL[slug])
        check_axe(page)
        picture(page, f"wizard-{slug}-es-wide")
        go_on(page)
    attach(page, small_pdf(tmp_path))
    check_axe(page)
    picture(page, "wizard-materials-es-wide")
    page.goto(draft + "consent/")
    write(page, FULL["consent"])
    go_on(page)
    return draft


def submit(page: Page, draft: str, *, scripts: bool = True) -> None:
    page.goto(draft)
    if scripts:  # axe is a script itself, and would wait for ever
        check_axe(page)
    picture(page, "draft-es-wide")
    follow(page.locator("form[action$='/submit/'] button"))


def screen_and_return(page: Page) -> None:
    page.goto("/es/practices/desk/")
    check_axe(page)
    picture(page, "desk-es-wide")
    follow(page.locator("tr", has_text=TITLE).get_by_role("button"))
    practice = Practice.objects.get(title_es=TITLE)
    for field, text in (
        ("diagnosis", "¿De qué fuente es la cifra?"),
        ("activities", "¿Cuántas escuelas son?"),
    ):
        page.goto(f"/es/practices/desk/{practice.uuid}/")
        box = page.locator(f"#f-{field} details.commentbox")
        box.locator("summary").click()
        box.locator("textarea").fill(text)
        follow(box.get_by_role("button"))
    check_axe(page)
    picture(page, "desk-item-es-wide")
    page.goto(f"/es/practices/desk/{practice.uuid}/")
    follow(page.locator("form[action$='/return/'] button"))
    practice.refresh_from_db()
    assert practice.state == PracticeState.RETURNED


def answer_and_submit_again(page: Page, draft: str) -> None:
    page.goto(draft)
    expect(page.get_by_text("¿De qué fuente es la cifra?")).to_be_visible()
    for number in range(2):
        page.goto(draft)
        form = page.locator("form[action*='/answers/']").nth(number)
        form.locator("textarea").fill("Encuesta escolar de 2021, en cuarenta escuelas.")
        follow(form.get_by_role("button"))
    submit(page, draft)


def publish(page: Page) -> None:
    practice = Practice.objects.get(title_es=TITLE)
    page.goto(f"/es/practices/desk/{practice.uuid}/")
    follow(page.locator("form[action$='/claim/'] button"))
    page.goto(f"/es/practices/desk/{practice.uuid}/")
    follow(page.locator("form[action$='/publish/'] button"))


def find_by_facet(page: Page, practice: Practice) -> None:
    page.goto("/es/practices/")
    check_axe(page)
    check_no_overflow(page)
    page.goto("/es/practices/?topic=education&state=GT")
    follow(page.get_by_role("link", name=TITLE))
    expect(page).to_have_url(re.compile(f"/es/practices/{practice.identifier}/"))


def find_by_a_misspelled_word(page: Page, practice: Practice) -> None:
    page.goto("/es/practices/")
    page.locator("main input[type=search]").fill("convivensia")
    page.locator("main input[type=search]").press("Enter")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()


def read_in_other_languages(page: Page, practice: Practice) -> None:
    for language in ("es", "pt", "fr", "en"):
        page.goto(f"/{language}/practices/{practice.identifier}/")
        assert page.locator("html").get_attribute("lang") == language
        marked = page.locator("h1").get_attribute("lang")
        assert marked == (None if language == "es" else "es")
        text = page.get_by_text("En 2021 la tercera parte de los estudiantes")
        spoken = text.evaluate("node => node.closest('[lang]').getAttribute('lang')")
        assert spoken == "es"
        check_axe(page)
        check_no_overflow(page)
        picture(page, f"practice-{language}-phone")


def test_the_wizard_needs_no_scripts(
    open_browser: Callable[..., Page], people: dict[str, Any], tmp_path: Path
) -> None:
    page = open_browser("phone", scripts=False)
    sign_in(page, people["focal_point"])
    draft = begin(page)
    for slug, values in FULL.items():
        page.goto(draft + slug + "/")
        write(page, values)
        go_on(page)
        if slug == "lessons":
            expect(page).to_have_url(draft + "materials/")
            attach(page, small_pdf(tmp_path))
    submit(page, draft, scripts=False)
    practice = Practice.objects.get(title_es=TITLE)
    assert practice.state == PracticeState.SUBMITTED
    assert practice.materials.get().file_name == "informe-2024.pdf"
    assert str(practice.cost_amount) == "412500.50"
