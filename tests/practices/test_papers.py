"""A practice on paper: tagged PDF and DOCX in four languages, drafts, the empty form; citations."""

import io
import json
from typing import Any

import docx
import pikepdf
import pypdf
import pytest
from django.test import Client

from practices.choices import Depth
from practices.models import BuildingBlock, Evaluation, Outcome, Partner, Practice
from tests.pace import within

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")


@pytest.fixture
def full(published_of_guatemala: Practice) -> Practice:
    """A published full record with one of each part."""
    practice = published_of_guatemala
    Practice.objects.filter(pk=practice.pk).update(
        depth=Depth.FULL,
        activities_es="Mesas de diálogo\n\n- *jóvenes*\n- **policía**",
        title_es="Barrios #1 & más",
    )
    BuildingBlock.objects.create(
        practice=practice, source_language="es", name_es="Mesa semanal", description_es="Con vecinos"
    )
    Partner.objects.create(practice=practice, source_language="es", name="Vecinos", sector="civil_society")
    Outcome.objects.create(
        practice=practice,
        source_language="es",
        indicator_es="Homicidios",
        baseline="12.5",
        result="7",
        unit="count",
    )
    Evaluation.objects.create(
        practice=practice, source_language="es", design="before_after", evaluator="Universidad", year=2019
    )
    practice.refresh_from_db()
    return practice


def words_of_pdf(content: bytes) -> str:
    """All text of a PDF."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def words_of_docx(content: bytes) -> str:
    """All text of a DOCX, tables included."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_practice_is_a_tagged_pdf_in_the_readers_language(
    client: Client, full: Practice, language: str
) -> None:
    answer = client.get(f"/{language}/practices/{full.identifier}/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.content)) as file:
        assert str(file.Root.Lang)[:2] == language
        assert file.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in file.Root
        assert "pdfuaid:part" in str(file.open_metadata())
    said = words_of_pdf(answer.content)
    for part in ("Barrios #1 & más", full.identifier, "Mesa semanal", "Homicidios", "Vecinos", "Universidad"):
        assert part in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_docx_says_the_same(client: Client, full: Practice, language: str) -> None:
    answer = client.get(f"/{language}/practices/{full.identifier}/docx/")
    said = words_of_docx(answer.content)
    for part in ("Barrios #1 & más", full.identifier, "Mesa semanal", "Homicidios", "Vecinos", "Universidad"):
        assert part in said
    document = docx.Document(io.BytesIO(answer.content))
    assert [each.style.name for each in document.paragraphs].count("Heading 1") == 1
    assert (document.core_properties.language or "")[:2] == language


def test_a_pdf_takes_less_than_the_budget(client: Client, full: Practice) -> None:
    address = f"/es/practices/{full.identifier}/pdf/"
    client.get(address)  # fonts are read once in a process
    with within(0.3):
        client.get(address)


def test_a_draft_is_for_its_people_alone(
    client: Client, draft_of_guatemala: Practice, contributor_of_guatemala: Any, focal_point_of_chile: Any
) -> None:
    addresses = [f"/es/practices/drafts/{draft_of_guatemala.uuid}/{form}/" for form in ("pdf", "docx")]
    for address in addresses:
        assert client.get(address).status_code == 302
    client.force_login(focal_point_of_chile)
    for address in addresses:
        assert client.get(address).status_code == 404
    client.force_login(contributor_of_guatemala)
    title = draft_of_guatemala.original("title")
    said = words_of_pdf(client.get(addresses[0]).content)
    assert title in said
    assert "Borrador" in said
    assert title in words_of_docx(client.get(addresses[1]).content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_form_has_every_section(client: Client, language: str) -> None:
    said = words_of_pdf(client.get(f"/{language}/practices/form/pdf/").content)
    written = words_of_docx(client.get(f"/{language}/practices/form/docx/").content)
    for number in range(1, 9):
        assert f"\n{number}. " in said
        assert f"\n{number}. " in written
    assert "☐" in written


def test_a_withdrawn_one_and_a_draft_have_no_paper(client: Client, full: Practice) -> None:
    Practice.objects.filter(pk=full.pk).update(state="withdrawn")
    for form in ("pdf", "docx", "json", "cite", "cite/bib"):
        assert client.get(f"/en/practices/{full.identifier}/{form}/").status_code == 404


def test_json_is_what_the_api_says(client: Client, full: Practice) -> None:
    mine = json.loads(client.get(f"/es/practices/{full.identifier}/json/").content)
    assert mine == client.get(f"/api/v1/practices/{full.identifier}/?lang=es").json()


def test_citations_are_read_by_reference_managers(client: Client, full: Practice) -> None:
    page = client.get(f"/es/practices/{full.identifier}/cite/").content.decode()
    assert "Unidad para la Prevención de la Violencia" in page
    bibtex = client.get(f"/es/practices/{full.identifier}/cite/bib/").content.decode()
    assert r"title = {{Barrios \#1 \& más}}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    ris = client.get(f"/es/practices/{full.identifier}/cite/ris/").content.decode()
    lines = ris.split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[-2] == "ER  - "
    assert "TI  - Barrios #1 & más" in lines
    plain = client.get(f"/es/practices/{full.identifier}/cite/txt/").content.decode()
    assert full.identifier in plain


def test_the_page_asks_no_more_for_the_paper_than_for_itself(
    client: Client, full: Practice, django_assert_max_num_queries: Any
) -> None:
    client.get(f"/es/practices/{full.identifier}/pdf/")
    with django_assert_max_num_queries(8):
        client.get(f"/es/practices/{full.identifier}/pdf/")
