"""A contribution with its agreement in French: drafted, returned, approved, read; statements as PDF."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from fund.models import Agreement, Donor, DraftEntry, Entry, LedgerHead
from fund.services.documents import donor_for
from network.choices import Role
from network.services import grant_role
from tests.factories import OrganizationFactory, UserFactory
from tests.factories.fund import SmallFund, make_small_fund
from tests.factories.people import PASSWORD

from .conftest import check_axe, check_no_overflow, follow, picture
from .story import small_pdf

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Première tranche de l’accord de coopération"


@pytest.fixture
def small(transactional_db: None, settings: Any, tmp_path: Path) -> SmallFund:
    """The fund's people, and two donors: a ministry of Chile and a foundation."""
    settings.MEDIA_ROOT = tmp_path / "media"
    found = make_small_fund()
    donor_for(
        name="Fondation Exemple", name_language="fr", organization=OrganizationFactory(name="Fondation")
    )
    return found


def enter(page: Page, person: Any, language: str) -> None:
    page.goto(f"/{language}/accounts/login/")
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form:has([name=password]) button").first.click()
    page.wait_for_url(f"**/{language}/me/")


def write_day(page: Page, name: str) -> None:
    day = timezone.localdate()
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


def send(page: Page, name: str) -> None:
    follow(page.locator("main").get_by_role("button", name=name))


def test_a_contribution_with_its_agreement_from_the_officer_to_the_public(
    open_browser: Callable[..., Page], small: SmallFund, tmp_path: Path, faults: list[str]
) -> None:
    officer = open_browser()
    enter(officer, small.officer, "fr")
    sign_an_agreement(officer, small_pdf(tmp_path))
    draft_a_contribution(officer, faults)

    approver = open_browser()
    enter(approver, small.approver, "es")
    return_it(approver)
    correct_it(officer)
    approve_it(approver)

    reader = open_browser("phone")
    read_in_four_languages(reader)
    take_statements_home(open_browser)

    auditor = open_browser()
    enter(auditor, small.auditor, "pt")
    take_everything_along(auditor)


def sign_an_agreement(page: Page, file: Path) -> None:
    donor = Donor.objects.get(name="Fondation Exemple")
    page.goto("/fr/fund/desk/giving/new/agreement/")
    page.locator("[name=donor]").select_option(str(donor.pk))
    page.locator("[name=reference]").fill("AC-2026-07")
    page.locator("[name=amount]").fill("40.000,00")
    write_day(page, "signed_on")
    page.locator("[name=icr_rate]").fill("7")
    check_axe(page)
    send(page, "Enregistrer")
    page.locator("[name=upload-file]").set_input_files(file)
    page.get_by_role("button", name="Joindre ce fichier").click()  # a script sends it, with its progress
    expect(page.get_by_role("link", name=file.name)).to_be_visible()
    check_axe(page)
    picture(page, "fund-agreement-fr-wide")
    page.get_by_role("link", name="Consigner une contribution").click()


def draft_a_contribution(page: Page, faults: list[str]) -> None:
    page.wait_for_url("**/new/contribution/?agreement=*")
    write_day(page, "event_on")
    page.locator("[name=amount]").fill("1,005")
    page.locator("#id_description").fill(WORDS)
    send(page, "Enregistrer le brouillon")
    expect(page.locator("#id_amount_error")).to_contain_text("1,005")
    expect(page.locator("#id_description")).to_have_value(WORDS)
    faults.clear()  # the browser rightly says that the form was refused
    check_axe(page)
    picture(page, "fund-record-fr-wide")
    page.locator("[name=amount]").fill("10 050,00")
    send(page, "Enregistrer le brouillon")
    picture(page, "fund-draft-fr-wide")
    check_axe(page)
    send(page, "Soumettre à l’approbation")


def return_it(page: Page) -> None:
    page.goto("/es/me/")
    follow(page.get_by_role("link", name="espera su aprobación"))
    check_axe(page)
    picture(page, "fund-desk-es-wide")
    follow(page.get_by_role("link", name=WORDS))
    expect(page.get_by_role("link", name="informe-2024.pdf")).to_be_visible()
    check_axe(page)
    picture(page, "fund-draft-es-wide")
    page.locator("[name=reason]").fill("El convenio dice 10.500,00.")
    send(page, "Devolverlo")


def correct_it(page: Page) -> None:
    page.goto("/fr/me/")
    follow(page.get_by_role("link", name="vous a été renvoyée"))
    follow(page.get_by_role("link", name=WORDS))
    expect(page.get_by_text("El convenio dice 10.500,00.").first).to_be_visible()
    follow(page.get_by_role("link", name="Modifier"))
    expect(page.locator("[name=amount]")).to_have_value("10050,00")
    page.locator("[name=amount]").fill("10 500,00")
    send(page, "Enregistrer")
    send(page, "Soumettre à l’approbation")


def approve_it(page: Page) -> None:
    page.goto("/es/fund/desk/")
    follow(page.get_by_role("link", name=WORDS))
    send(page, "Aprobar y contabilizar")
    page.wait_for_url("**/reauthenticate/**")  # who approves shows once more who it is
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=password]) button").first.click()
    page.wait_for_url("**/es/fund/entries/1/")
    assert DraftEntry.objects.get().state == "posted"
    assert Agreement.objects.with_received().get().received == 1_050_000


def read_in_four_languages(page: Page) -> None:
    head = LedgerHead.objects.get().fingerprint
    for language, kind in (
        ("en", "Contribution"),
        ("es", "Contribución"),
        ("fr", "Contribution"),
        ("pt", "Contribuição"),
    ):
        page.goto(f"/{language}/fund/entries/1/")
        expect(page.locator(".record__kicker b")).to_have_text(kind)
        expect(page.get_by_text(WORDS).first).to_be_visible()
        page.goto(f"/{language}/fund/")
        expect(page.locator(".chainstrip")).to_contain_text(head[:8])
        check_no_overflow(page)
    check_axe(page)


def take_statements_home(open_browser: Callable[..., Page]) -> None:
    """The focal point of a giving state and the contact of an organization, each the own statement alone."""
    state = Donor.objects.get(name="Donor A")
    foundation = Donor.objects.get(name="Fondation Exemple")
    contact = UserFactory(language="fr")
    grant_role(
        user=contact,
        role=Role.DONOR_CONTACT,
        organization=foundation.organization,
        reason="Letter",
        by=None,
    )
    focal = UserFactory(roles=[(Role.FOCAL_POINT, "CL")])
    for person, own, other in ((focal, state, foundation), (contact, foundation, state)):
        page = open_browser()
        enter(page, person, "fr")
        page.goto(f"/fr/fund/statements/{own.pk}/")
        with page.expect_download() as download:
            page.locator(f"a[href$='/statements/{own.pk}/statement.pdf']").click()
        assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
        assert page.request.get(f"/fr/fund/statements/{other.pk}/statement.pdf").status == 404


def take_everything_along(page: Page) -> None:
    """The ledger in one ZIP: the new entry is in it, and the chain as texts."""
    page.goto("/pt/fund/audit/")
    check_axe(page)
    page.locator("a[href$='/fund/audit/ledger.zip']").click()
    page.wait_for_url("**/reauthenticate/**")
    page.locator("[name=password]").fill(PASSWORD)
    with page.expect_download() as download:
        page.locator("main form:has([name=password]) button").first.click()
    with zipfile.ZipFile(download.value.path()) as ledger:
        assert WORDS in ledger.read("entries.csv").decode("utf-8-sig")
        assert any(name.startswith("chain/") for name in ledger.namelist())
    page.goto("/pt/fund/desk/")
    expect(page.get_by_role("link", name=WORDS)).to_have_count(0)  # nothing waits, and auditors draft nothing


def test_an_amount_is_drafted_without_scripts(
    open_browser: Callable[..., Page], small: SmallFund, signed_in: Callable[[Page, Any], None]
) -> None:
    page = open_browser("phone", scripts=False)
    signed_in(page, small.officer)
    page.goto("/pt/fund/desk/new/")
    picture(page, "fund-choose-pt-phone")
    follow(page.get_by_role("link", name="Juros"))
    write_day(page, "event_on")
    page.locator("[name=amount]").fill("12,50")
    page.locator("#id_description").fill("Juros de outubro")
    send(page, "Salvar o rascunho")
    picture(page, "fund-draft-pt-phone")
    send(page, "Enviar para aprovação")
    assert DraftEntry.objects.get().leg_amounts == [1250, -1250]
    assert Entry.objects.count() == 0
