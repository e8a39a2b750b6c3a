"""From a draft in Portuguese to a rating that everyone reads, a new version, and what visitors take along.

Seven people, each with their own browser; whoever judges is named nowhere that the public can look.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas
import pikepdf
import pypdf
import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from network.choices import Role
from network.models import User
from practices.choices import Depth
from practices.models import Practice
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory, UserFactory

from .conftest import check_axe, check_no_overflow, follow, picture
from .rated_story import (
    ADAPTED,
    NOTE,
    REVIEWERS,
    SUMMARY,
    TITLE,
    adapt,
    agree,
    clear,
    finish_and_hand_over,
    judge,
    prepare_a_new_version,
    press,
    publish_the_version,
    publish_with_rating,
    put_before_two,
)

pytestmark = pytest.mark.django_db(transaction=True)


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
    follow(adapted.get_by_role("link", name=str(result.identifier)))
    based = page.locator("section[aria-labelledby=s-based]")
    expect(based).to_contain_text(str(practice.identifier))
    follow(based.locator("a[href*='/adaptations/']"))
    for words in (ADAPTED["kept"], ADAPTED["changed"]):
        expect(page.locator("main")).to_contain_text(words)
    check_axe(page)


def read_what_changed(page: Page, practice: Practice) -> None:
    """The new words are there, the rating stands as of version 1, and what was said before can be read."""
    page.goto(f"/en/practices/{practice.identifier}/")
    expect(page.locator("h1 + p")).to_contain_text("Agora também aos domingos.")
    expect(page.locator("main aside")).to_contain_text("version 1 of the record")
    follow(page.locator("a[href$='/versions/']"))
    follow(page.locator("main a[href*='/versions/1/']").first)
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
    table = pandas.read_csv(io.BytesIO(taken(page, "CSV")), keep_default_na=False)
    columns = ["strength_as_a_whole", "direction_as_a_whole", "version"]
    found = {row[0]: tuple(row[1:]) for row in table[["identifier", *columns]].values.tolist()}
    assert found == {
        practice.identifier: ("moderate", "positive", 2),
        other.identifier: ("", "", 1),
    }
