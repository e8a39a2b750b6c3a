"""A practice of Haiti, from French into Spanish: label, original, approval by keyboard, a changed paragraph.

With Apertium where it is installed, else with the fake engine of the tests.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from network.choices import Role
from network.l10n.models import Translation
from network.l10n.services.running import run_translations
from practices.models import Practice
from practices.services import way
from practices.services.versions import start_new_version
from tests.factories import PublishedPracticeFactory, UserFactory
from tests.l10n.jobs.conftest import make_due, reviser_of
from tests.l10n.jobs.engines import FakeEngine, use_engines

from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)
HAS_APERTIUM = Path(settings.APERTIUM_MODES, "fr-es.mode").exists()
TEXTS = {
    "title_fr": "Médiateurs de quartier",
    "summary_fr": "Les médiateurs accompagnent les jeunes et les familles du quartier.",
    "diagnosis_fr": "La violence touche trois quartiers de la ville.",
    "objectives_fr": "Réduire la violence dans les écoles.",
    "activities_fr": "Les médiateurs visitent les familles.",
    "places_fr": "Delmas",
    "population_description_fr": "Les jeunes de la ville.",
    "contact_unit_fr": "Direction de la prévention",
}
OTHERS = ("implementing_bodies", "not_worked", "transfer_conditions")


@pytest.fixture
def practice(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Practice:
    """Published in French by Haiti, and translated into Spanish."""
    if not HAS_APERTIUM:
        use_engines(monkeypatch, FakeEngine("apertium"))
    found = PublishedPracticeFactory(
        source_language="fr", country_id="HT", **TEXTS, **{f"{name}_fr": "" for name in OTHERS}
    )
    translate(found)
    return found


def translate(practice: Practice) -> None:
    """What the worker does."""
    make_due()
    run_translations(kind="practices.practice", key=str(practice.pk), language="es")


def waiting(practice: Practice) -> Any:
    return (
        Translation.objects.at_the_desk()
        .of_root(f"practices.practice:{practice.pk}")
        .filter(target_language="es")
    )


def test_from_the_label_to_the_approval_and_a_changed_paragraph(
    open_browser: Callable[..., Page],
    signed_in: Callable[[Page, Any], None],
    practice: Practice,
) -> None:
    address = f"/es/practices/{practice.identifier}/"
    reader = open_browser("phone")
    reader.goto(address)
    label = reader.get_by_role("note").filter(has_text="Traducción automática del francés por Apertium")
    expect(label).to_be_visible()
    check_axe(reader)
    check_no_overflow(reader)
    picture(reader, "translated-es-phone")
    follow(label.get_by_role("link", name="Ver el original en francés"))
    expect(reader.locator("h1[lang=fr]")).to_have_text(TEXTS["title_fr"])
    follow(reader.get_by_role("link", name="Leer en español"))
    expect(reader.locator("h1[lang]")).to_have_count(0)

    desk = open_browser()
    signed_in(desk, reviser_of("es", full_name="Rosa Díaz", language="es"))
    approve_all_by_keyboard(desk, practice)
    assert not waiting(practice).exists()

    reader.goto(address)
    expect(reader.get_by_text("Traducción automática")).to_have_count(0)
    expect(reader.get_by_text("Traducido del francés.")).to_be_visible()
    kept = reader.locator("h1").inner_text()

    change_a_paragraph(practice)
    reader.goto(address)
    expect(reader.locator("h1")).to_have_text(kept)
    changed = reader.locator(".changed")
    expect(changed).to_have_count(1)
    expect(changed).to_have_text("El original ha cambiado desde que se aprobó esta traducción.")
    expect(reader.locator("dd, div", has=changed).last).not_to_contain_text("quatre")
    picture(reader, "translated-changed-es-phone")

    desk.goto("/es/translations/?state=stale")
    check_axe(desk)
    picture(desk, "desk-queue-es-wide")
    desk.keyboard.press("n")
    expect(desk.locator(".seg--now del")).to_contain_text("trois")
    expect(desk.locator(".seg--now ins")).to_contain_text("quatre")
    check_axe(desk)
    picture(desk, "desk-stale-es-wide")


def approve_all_by_keyboard(page: Page, practice: Practice) -> None:
    """Take the next, look at the keys, then Ctrl+Enter until nothing is left."""
    page.goto("/es/translations/?kind=practices.practice")
    check_axe(page)
    page.keyboard.press("n")
    expect(page.locator("#text")).to_be_focused()
    check_axe(page)
    picture(page, "desk-piece-es-wide")
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    page.keyboard.press("?")
    expect(page.locator("#keys")).not_to_have_attribute("open", "")
    for _number in range(waiting(practice).count()):
        page.locator("#text").focus()
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")
    page.wait_for_url("**/es/translations/?kind=practices.practice")


def change_a_paragraph(practice: Practice) -> None:
    """The state prepares a new version, in which one paragraph says something else; it goes the usual way."""
    focal_point = UserFactory(roles=[(Role.FOCAL_POINT, "HT")])
    screener = UserFactory(roles=[Role.SCREENER])
    draft = start_new_version(practice=Practice.objects.get(pk=practice.pk), by=focal_point)
    draft.diagnosis_fr = TEXTS["diagnosis_fr"].replace("trois", "quatre")
    draft.save()
    draft = way.submit_practice(practice=draft, by=focal_point)
    draft = way.claim_practice(practice=draft, by=screener)
    way.publish_practice(practice=draft, by=screener)


def test_the_desk_works_without_scripts(
    open_browser: Callable[..., Page], signed_in: Callable[[Page, Any], None], practice: Practice
) -> None:
    page = open_browser("phone", scripts=False)
    signed_in(page, reviser_of("es", full_name="Rosa Díaz", language="es"))
    page.goto("/es/translations/")
    picture(page, "desk-queue-es-phone")
    follow(page.get_by_role("button", name="Tomar el texto siguiente"))
    page.locator("#text").fill("Mis palabras")
    picture(page, "desk-piece-es-phone")
    follow(page.get_by_role("button", name="Aprobar y seguir"))
    assert Translation.objects.filter(text="Mis palabras", state="approved").count() == 1
    expect(page.locator("#text")).to_be_visible()
