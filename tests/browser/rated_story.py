"""Hands that bring a practice of Brazil through clearance, two reviewers and an adaptation to a new version.

Each hand is a person's: the page that it is given is signed in as they are.
"""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from practices.choices import PracticeState
from practices.choices.adaptations import AdaptationState
from practices.models import Adaptation, Practice

from .conftest import check_axe, follow, picture
from .story import go_on, write

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


def press(page: Page, selector: str) -> None:
    """Send a form, and wait for the page that answers."""
    follow(page.locator(selector))


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
    follow(page.get_by_role("link", name=TITLE))
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
    follow(page.get_by_role("link", name=TITLE, exact=True))
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
    follow(page.get_by_role("link", name=TITLE, exact=True))
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
