"""The donor's statement as PDF: tagged, in the reader's language, with the head of the chain."""

import io

import pypdf
import pytest

from fund.models import LedgerHead
from fund.services.showing.paper import statement_pdf
from network.choices import Role
from network.ui.pdf import pdf
from tests.factories import UserFactory
from tests.fund.shared import sharing
from tests.pace import within

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("paper of the Fund")]  # one ledger for all
STATEMENT = 10
WORDS = {
    "en": ("en", "Received less refunds", "5,000.00"),
    "es": ("es", "Recibido menos reembolsos", "5.000,00"),
    "fr": ("fr", "Reçu moins remboursements", "5 000,00"),
    "pt": ("pt-BR", "Recebido menos devoluções", "5.000,00"),
}


def read(content):
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content):
    pages = " ".join(page.extract_text() for page in read(content).pages)
    return " ".join(pages.split())


def tags(node, found=None):
    """Kinds of tags in reading order."""
    found = [] if found is None else found
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            tags(child, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(node["/S"])
        if "/K" in node and not isinstance(node["/K"], int):
            tags(node["/K"], found)
    return found


shared_ledger, varied = sharing()


@pytest.mark.parametrize("language", list(WORDS))
def test_a_donor_takes_the_statement_home_in_four_languages(client, varied, language):
    client.force_login(UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    answer = client.get(f"/{language}/fund/statements/{varied.donor.pk}/statement.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    code, heading, amount = WORDS[language]
    paper, text = read(answer.content), text_of(answer.content)
    assert paper.trailer["/Root"]["/Lang"] == code
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Donor A" in paper.metadata.title
    assert heading in text
    assert amount in text.replace("\u202f", " ").replace("\xa0", " ")
    head = LedgerHead.objects.get()
    assert head.fingerprint in text.replace(" ", "")


def test_headings_and_tables_are_tagged_in_reading_order(varied):
    paper = read(statement_pdf(varied.donor))
    order = tags(paper.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert order.index("/H1") < order.index("/H2") < len(order) - order[::-1].index("/Table")
    assert order.count("/Table") >= 4
    assert "/TH" in order


def test_the_words_of_a_donor_are_shown_and_never_run(varied):
    nasty = '#panic() *x* $1$ <label> @ref \\ [ ] "quoted" = ◇ ñ'
    varied.donor.name = nasty
    assert nasty in text_of(statement_pdf(varied.donor))


def test_others_find_no_paper(client, varied):
    address = f"/en/fund/statements/{varied.donor.pk}/statement.pdf"
    assert client.get(address).status_code == 302
    for roles in ([Role.MEMBER], [(Role.FOCAL_POINT, "GT")], [(Role.CONTRIBUTOR, "CL")], [Role.SCREENER]):
        client.force_login(UserFactory(roles=roles))
        assert client.get(address).status_code == 404, roles


def test_a_statement_of_two_hundred_entries_is_made_at_once(small_fund):
    for number in range(200):
        small_fund.receive(100 + number)
    statement_pdf(small_fund.donor)
    with within(0.3):
        content = statement_pdf(small_fund.donor)
    assert len(read(content).pages) > 3


@pytest.mark.parametrize("count", [1, 3])
def test_paper_asks_the_database_as_often_for_three_as_for_one(
    client, small_fund, django_assert_max_num_queries, count
):
    for _number in range(count):
        small_fund.receive(100)
    client.force_login(UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    with django_assert_max_num_queries(STATEMENT):
        client.get(f"/en/fund/statements/{small_fund.donor.pk}/statement.pdf")


def test_the_maker_of_papers_needs_a_template_and_data_only(tmp_path):
    content = pdf("fund/statement.typ", EMPTY | {"title": "Title", "donor": "Nobody"})
    assert content.startswith(b"%PDF-1.7")
    assert "Nobody" in text_of(content)


EMPTY = {"kicker": "", "lead": "", "facts": [], "head_label": "", "head": "", "parts": [], "closing": ""}
