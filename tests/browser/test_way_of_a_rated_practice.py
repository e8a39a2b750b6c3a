"""From a draft in Portuguese to a rating that everyone reads, a new version, and what visitors take along.

Seven people, each with their own browser; whoever judges is named nowhere that the public can look.
"""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from network.choices import Role
from network.models import User
from practices.choices import Depth, PracticeState
from practices.choices.adaptations import AdaptationState
from practices.models import Adaptation, Practice
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory, UserFactory

from .conftest import check_axe, check_no_overflow, picture
from .story import go_on, write

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Escolas abertas à noite"
SUMMARY = "As escolas abrem à noite com mediadores do bairro."
CONSENT: dict[str, str | list[str]] = {
    "contact_unit": "Secretaria Nacional de Segurança Pública",
    "contact_email": "prevencao@gov.example",
    "licence": "cc_by_4",
    "consents_to_publish": "on",
    "asks_for_rating": "on",
}
ADAPTED = {
    "title": "Liceos abiertos de Puente Alto",
    "places": "Puente Alto",
    "started_on_year": "2023",
    "kept": "Los mediadores del barrio.",
    "changed": "Abren los sábados, no de noche.",
    "contact_unit": "Subsecretaría de Prevención del Delito",
}
REVIEWERS = ("Rosa Quispemayta", "Winston Featherstone")
NOTE = "Les vols baissent d’un tiers près des écoles."


@pytest.fixture
def people(transactional_db: None) -> dict[str, User]:
    """Those of Brazil and of Chile, the Secretariat, two who judge and one who must not."""
    first, second = REVIEWERS
    return {
        "writer": UserFactory(full_name="Bruno Teixeira", language="pt", roles=[(Role.CONTRIBUTOR, "BR")]),
        "clearer": UserFactory(full_name="Paula Ferreira", language="pt", roles=[(Role.FOCAL_POINT, "BR")]),
        "screener": UserFactory(full_name="Elena Ruiz", language="es", roles=[Role.SCREENER]),
        "first": UserFactory(full_name=first, language="es", roles=[Role.REVIEWER]),
        "second": UserFactory(full_name=second, language="en", roles=[Role.REVIEWER]),
        "chilean": UserFactory(full_name="Camila Rojas", language="es", roles=[(Role.CONTRIBUTOR, "CL")]),
        "of_chile": UserFactory(full_name="Diego Soto", language="es", roles=[(Role.FOCAL_POINT, "CL")]),
        "kept": UserFactory(
            full_name="Marta Impedida", language="pt", roles=[Role.REVIEWER, (Role.CONTRIBUTOR, "BR")]
        ),
    }


@pytest.fixture
def draft(people: dict[str, User]) -> Practice:
    """All but the last section is written already."""
    return DraftPracticeFactory(
        source_language="pt",
        title_pt=TITLE,
        summary_pt=SUMMARY,
        country_id="BR",
        author=people["writer"],
        depth=Depth.FULL,
        contact_unit_pt="",
        contact_email="",
        licence="",
        consents_to_publish=False,
    )


def test_a_practice_is_rated_by_two_revised_and_taken_along(
    open_browser: Callable[..., Page], live_server: Any, people: dict[str, User], draft: Practice
) -> None:
    other = PublishedPracticeFactory(title_es="Patrullaje por cuadrantes", country_id="CL")

    def enter(name: str) -> Page:
        client, page = Client(), open_browser()
        client.force_login(people[name], backend="network.services.signing_in.AuthenticationBackend")
        cookie = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        return page

    finish_and_hand_over(enter("writer"), draft)
    clearer, screener = enter("clearer"), enter("screener")
    clear(clearer, draft)
    put_before_two(screener, draft)
    first, second = enter("first"), enter("second")
    judge(first, draft, design="monitoring", strength="limited", note="")
    judge(second, draft, design="quasi_experimental", strength="strong", note=NOTE)
    agree(first, draft, reasons="Hay comparación, con pocos casos.")
    agree(second, draft)
    publish_with_rating(screener, draft)

    visitor = open_browser("phone")
    draft.refresh_from_db()
    read_the_rating(visitor, draft)
    adapt(enter("chilean"), enter("of_chile"), screener, draft, other)
    read_the_lineage(visitor, draft, other)
    prepare_a_new_version(clearer, draft)
    publish_the_version(screener, draft)
    read_what_changed(visitor, draft)
    wide = open_browser()
    compare(wide, draft, other)
    take_the_pdf(wide, draft)
    take_the_list(wide, draft, other)


def press(page: Page, selector: str) -> None:
    """Send a form, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator(selector).click()


def stands(practice: Practice, state: PracticeState) -> None:
    practice.refresh_from_db()
    assert practice.state == state


def finish_and_hand_over(page: Page, draft: Practice) -> None:
    here = f"/pt/practices/drafts/{draft.uuid}/"
    page.goto(f"{here}consent/")
    write(page, CONSENT)
    go_on(page)
    page.goto(here)
    press(page, "form[action$='/clearance/'] button")
    stands(draft, PracticeState.AWAITING_CLEARANCE)


def clear(page: Page, draft: Practice) -> None:
    page.goto("/pt/practices/drafts/")
    page.get_by_role("link", name=TITLE).click()
    press(page, "form[action$='/submit/'] button")
    stands(draft, PracticeState.SUBMITTED)


def put_before_two(page: Page, draft: Practice) -> None:
    """Who writes for the State is not among those who can be chosen, and it says why."""
    here = f"/es/practices/desk/{draft.uuid}/"
    page.goto(here)
    press(page, "form[action$='/claim/'] button")
    page.goto(here)
    naming = page.locator("#naming")
    offered = naming.locator("[name=reviewer-1] option").all_inner_texts()
    assert not any("Marta Impedida" in each for each in offered)
    naming.locator("summary").click()
    expect(naming.locator("li", has_text="Marta Impedida")).to_be_visible()
    for number, name in enumerate(REVIEWERS, 1):
        choice = next(each for each in offered if name in each)
        naming.locator(f"[name=reviewer-{number}]").select_option(label=choice)
    naming.locator("[name=due_on]").fill(f"{timezone.localdate() + timedelta(days=30):%Y-%m-%d}")
    check_axe(page)
    press(page, "#naming form button")
    stands(draft, PracticeState.IN_REVIEW)


def judge(page: Page, draft: Practice, *, design: str, strength: str, note: str) -> None:
    """Accept with the declaration, and score all that is asked."""
    page.goto("/fr/practices/reviews/")
    page.get_by_role("link", name=TITLE, exact=True).click()
    press(page, "button[name=accept]")
    outcome = f"o{draft.outcomes.get().pk}"
    for name, value in (
        ("relevance", "good"),
        ("replicability", "good"),
        (f"{outcome}-quality", "high"),
        (f"{outcome}-strength", strength),
        (f"{outcome}-direction", "positive"),
    ):
        page.locator(f"[name='{name}'][value='{value}']").check()
    page.locator(f"[name='{outcome}-design']").select_option(design)
    page.locator(f"[name='{outcome}-studies']").select_option("one")
    page.locator("[name=language]").select_option("fr")
    page.locator("[name=note-effect]").fill(note)
    check_axe(page)
    press(page, "button[name=submit]")


def agree(page: Page, draft: Practice, reasons: str = "") -> None:
    """Propose something between the two, or send what the other one proposes; neither is told a name."""
    stands(draft, PracticeState.CONSENSUS)
    page.goto("/es/practices/reviews/")
    page.get_by_role("link", name=TITLE, exact=True).click()
    page.wait_for_url("**/practices/reviews/*-*/")
    told = page.locator("main").inner_text()
    assert not any(name in told for name in REVIEWERS)
    if reasons:
        outcome = f"o{draft.outcomes.get().pk}"
        page.locator(f"[name='{outcome}-strength'][value=moderate]").check()
        page.locator(f"[name='{outcome}-reasons']").fill(reasons)
        picture(page, "review-consensus-es-wide")
        check_axe(page)
    press(page, "button[name=agree]")


def publish_with_rating(page: Page, draft: Practice) -> None:
    page.goto(f"/es/practices/desk/{draft.uuid}/")
    form = page.locator("#publish form")
    expect(form.locator("[name=note-effect]")).to_have_value(NOTE)
    form.locator("[name=comment]").fill("Ambas personas llegaron a lo mismo.")
    picture(page, "desk-rated-es-wide")
    check_axe(page)
    press(page, "#publish form button")
    stands(draft, PracticeState.PUBLISHED)


def names_nobody(page: Page) -> None:
    """Not in the text, not in what the page is made of."""
    made_of = page.content()
    assert not [name for full in REVIEWERS for name in full.split() if name in made_of], page.url


def read_the_rating(page: Page, practice: Practice) -> None:
    for language, strength, direction in (("en", "Moderate", "Positive"), ("pt", "Moderada", "Positivo")):
        page.goto(f"/{language}/practices/{practice.identifier}/")
        for place in (page.locator(".outcome").first, page.locator("main aside").first):
            expect(place).to_contain_text(strength)
            expect(place).to_contain_text(direction)
        expect(page.locator("#s-rating").locator("..")).to_contain_text(NOTE)
        names_nobody(page)
        check_axe(page)
        check_no_overflow(page)
        picture(page, f"rated-{language}-phone")
    for address in ("", "not-rated/", "how-we-rate/", f"{practice.identifier}/cite/"):
        page.goto(f"/en/practices/{address}")
        names_nobody(page)
    answer = page.request.get(f"/api/v1/practices/{practice.identifier}/?lang=en")
    assert answer.json()["rating"]["strength"]["code"] == "moderate"
    assert not any(name in answer.text() for name in REVIEWERS)


def adapt(writer: Page, clearer: Page, screener: Page, practice: Practice, result: Practice) -> None:
    """Another State says what it made of it and which of its practices came of that; cleared and screened."""
    writer.goto(f"/es/practices/{practice.identifier}/")
    press(writer, "a[href$='/adapt/']")
    form = writer.locator("main form.entry")
    for name, value in ADAPTED.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("[name=source_language][value=es]").check()
    form.locator("[name=is_ongoing]").check()
    form.locator("[name=resulting_practice]").select_option(str(result.pk))
    check_axe(writer)
    picture(writer, "adapt-es-wide")
    press(writer, "main form.entry .formend button")
    told = Adaptation.objects.get()
    for page, verb in ((writer, "ask_clearance"), (clearer, "submit"), (screener, "publish")):
        page.goto(f"/es/practices/adaptations/{told.pk}/")
        press(page, f"form[action$='/{verb}/'] button")
    told.refresh_from_db()
    assert told.state == AdaptationState.PUBLISHED


def read_the_lineage(page: Page, practice: Practice, result: Practice) -> None:
    """Both pages lead to each other, and to what was kept and what was changed."""
    page.goto(f"/en/practices/{practice.identifier}/")
    adapted = page.locator("section[aria-labelledby=s-adapted]")
    expect(adapted).to_contain_text(ADAPTED["title"])
    expect(adapted).to_contain_text("Chile")
    names_nobody(page)
    check_axe(page)
    check_no_overflow(page)
    picture(page, "adapted-en-phone")
    with page.expect_navigation():
        adapted.get_by_role("link", name=str(result.identifier)).click()
    based = page.locator("section[aria-labelledby=s-based]")
    expect(based).to_contain_text(str(practice.identifier))
    with page.expect_navigation():
        based.locator("a[href*='/adaptations/']").click()
    for words in (ADAPTED["kept"], ADAPTED["changed"]):
        expect(page.locator("main")).to_contain_text(words)
    check_axe(page)


def prepare_a_new_version(page: Page, practice: Practice) -> None:
    page.goto(f"/pt/practices/{practice.identifier}/")
    press(page, "form[action$='/new-version/'] button")
    draft = page.url
    page.goto(f"{draft}identity/")
    write(page, {"summary": f"{SUMMARY} Agora também aos domingos."})
    go_on(page)
    page.goto(draft)
    press(page, "form[action$='/submit/'] button")


def publish_the_version(page: Page, practice: Practice) -> None:
    """Until then everyone reads the first one."""
    draft = Practice.objects.get(revises=practice)
    here = f"/es/practices/desk/{draft.uuid}/"
    page.goto(here)
    press(page, "form[action$='/claim/'] button")
    practice.refresh_from_db()
    assert (practice.version, practice.summary_pt) == (1, SUMMARY)
    page.goto(here)
    press(page, "form[action$='/publish/'] button")
    practice.refresh_from_db()
    assert practice.version == 2


def read_what_changed(page: Page, practice: Practice) -> None:
    """The new words are there, the rating stands as of version 1, and what was said before can be read."""
    page.goto(f"/en/practices/{practice.identifier}/")
    expect(page.locator("h1 + p")).to_contain_text("Agora também aos domingos.")
    expect(page.locator("main aside")).to_contain_text("version 1 of the record")
    page.locator("a[href$='/versions/']").click()
    page.locator("main a[href*='/versions/1/']").first.click()
    expect(page.locator("main ins").first).to_contain_text("Agora também aos domingos.")
    names_nobody(page)
    check_axe(page)


def compare(page: Page, practice: Practice, other: Practice) -> None:
    page.goto("/en/practices/?view=table")
    for each in (practice, other):
        page.locator(f"input[name=id][value='{each.identifier}']").check()
    press(page, "form[action$='/compare/'] button")
    for each in (practice, other):
        expect(page.locator("table.compare thead")).to_contain_text(str(each.identifier))
    rated = page.locator("table.compare tr", has_text="Evidence as a whole")
    expect(rated.locator(f"td[data-label='{practice.identifier}']")).to_have_text("Moderate · Positive")
    expect(rated.locator(f"td[data-label='{other.identifier}']")).to_have_text("Not rated")
    names_nobody(page)
    check_axe(page)
    picture(page, "compare-rated-en-wide")


def taken(page: Page, name: str) -> bytes:
    """What a link of this name brings as a file."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes()


def take_the_pdf(page: Page, practice: Practice) -> None:
    page.goto(f"/en/practices/{practice.identifier}/")
    content = taken(page, "PDF")
    with pikepdf.open(io.BytesIO(content)) as file:
        assert file.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in file.Root
    said = " ".join(
        " ".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(content)).pages).split()
    )
    for words in (TITLE, "Agora também aos domingos.", "Moderate · Positive", NOTE):
        assert words in said
    assert not any(name in said for name in REVIEWERS)


def take_the_list(page: Page, practice: Practice, other: Practice) -> None:
    page.goto("/en/practices/")
    rows = list(csv.DictReader(io.StringIO(taken(page, "CSV").decode("utf-8-sig"))))
    found = {row["identifier"]: (row["strength"], row["direction"], row["version"]) for row in rows}
    assert found == {
        practice.identifier: ("moderate", "positive", "2"),
        other.identifier: ("", "", "1"),
    }
