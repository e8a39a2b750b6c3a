"""What the pages show, as files: whole, in constant memory, and no cell a formula."""

import csv
import io
import json

import openpyxl
import pytest

from fund.models import Leg
from fund.services.showing import files
from network.choices import Role
from network.ui.tables import Sheet, as_csv, as_xlsx, plain, unguarded
from tests.factories import UserFactory
from tests.fund.shared import sharing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("files of the Fund")]  # one ledger for all
NASTY = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\ttab", "\rreturn", "'quoted", "plain", "ñ ◇"]


shared_ledger, varied = sharing()


def body(answer):
    return b"".join(answer.streaming_content)


def rows_of_csv(answer):
    return list(csv.DictReader(io.StringIO(body(answer).decode("utf-8-sig"))))


def sheets(answer):
    book = openpyxl.load_workbook(io.BytesIO(body(answer)), read_only=True)
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


def test_no_text_becomes_a_formula_and_every_text_comes_back():
    text = "".join(as_csv(["text"], (plain([cell]) for cell in NASTY)))
    cells = [row["text"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
    assert [unguarded(cell) for cell in cells] == NASTY
    with as_xlsx([Sheet("texts", ["text"], ([cell] for cell in NASTY))]) as file:
        page = openpyxl.load_workbook(file).active
    kept = [page.cell(place, 1) for place in range(2, len(NASTY) + 2)]
    assert {cell.data_type for cell in kept} <= {"s", "inlineStr"}
    assert [cell.value for cell in kept] == NASTY


def test_the_mark_of_utf_8_can_be_left_out(client, varied):
    assert body(client.get("/en/fund/entries.csv")).startswith(b"\xef\xbb\xbfnumber,")
    assert body(client.get("/en/fund/entries.csv?bom=0")).startswith(b"number,")
    assert body(client.get("/en/fund/summary.csv?bom=0")).startswith(b"figure,")


def test_csv_and_workbook_hold_the_same_legs(client, varied):
    lines = rows_of_csv(client.get("/en/fund/entries.csv"))
    head, *rows = sheets(client.get("/en/fund/entries.xlsx"))["entries"]
    assert head == list(files.COLUMNS)
    assert len(rows) == len(lines) == Leg.objects.count()
    debit = files.COLUMNS.index("debit")
    for row, line in zip(rows, lines, strict=True):
        assert f"{row[debit]:.2f}" == line["debit"] if row[debit] is not None else line["debit"] == ""
        assert str(row[0]) == line["number"]


def test_files_follow_the_filter_of_the_list(client, varied):
    query = "?kind=contribution&currency=USD"
    lines = rows_of_csv(client.get(f"/en/fund/entries.csv{query}"))
    assert {line["number"] for line in lines} == {"1", "2", "3", "4"}
    assert len(sheets(client.get(f"/en/fund/entries.xlsx{query}"))["entries"]) == len(lines) + 1


def test_a_large_file_is_read_in_parts_and_continues(client, varied, monkeypatch):
    whole = body(client.get("/en/fund/entries.csv"))
    monkeypatch.setattr(files, "PART", 3)
    assert body(client.get("/en/fund/entries.csv")) == whole
    monkeypatch.setattr("fund.views.downloads.XLSX_PART", 5)
    first = client.get("/en/fund/entries.xlsx")
    assert 'entries.xlsx?after=5>; rel="next"' in first["Link"]
    numbers = [row[0] for row in sheets(first)["entries"][1:]]
    second = client.get("/en/fund/entries.xlsx?after=5")
    assert "Link" not in second
    assert "fund-entries-6.xlsx" in second["Content-Disposition"]
    numbers += [row[0] for row in sheets(second)["entries"][1:]]
    assert sorted(set(numbers)) == list(range(1, 9))


def test_reading_a_file_takes_as_many_queries_as_parts(client, varied, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        body(client.get("/en/fund/entries.csv"))
    with django_assert_max_num_queries(6):
        body(client.get("/en/fund/entries.xlsx"))


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_figures_of_the_page_are_files_in_three_forms(client, varied, language):
    lines = rows_of_csv(client.get(f"/{language}/fund/summary.csv"))
    found = {(line["figure"], line["currency"], line["year"]): line["amount"] for line in lines}
    assert found["received", "USD", ""] == "6000.00"
    assert found["received", "EUR", ""] == "0.00"
    _head, *rows = sheets(client.get(f"/{language}/fund/summary.xlsx"))["summary"]
    assert len(rows) == len(lines)
    data = json.loads(client.get(f"/{language}/fund/summary.json").content)
    assert len(data["figures"]) == len(lines)
    assert data["licence"].startswith("https://")
    assert data["head"]["number"] == 8
    in_kind = [line for line in lines if line["figure"] == "in_kind_stated_value"]
    assert [(line["amount"], line["is_in_totals_of_money"]) for line in in_kind] == [("9000.00", "false")]


def test_a_year_without_a_period_has_no_file(client, varied):
    assert client.get("/en/fund/summary.csv?year=1999").status_code == 404
    assert client.get("/en/fund/summary.pdf").status_code == 404


def test_a_statement_is_a_file_for_its_readers_only(client, varied):
    base = f"/en/fund/statements/{varied.donor.pk}/statement"
    assert client.get(f"{base}.csv").status_code == 302
    client.force_login(UserFactory(roles=[(Role.FOCAL_POINT, "GT")]))
    for form in ("csv", "xlsx", "json"):
        assert client.get(f"{base}.{form}").status_code == 404
    client.force_login(UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    lines = rows_of_csv(client.get(f"{base}.csv"))
    assert [line["amount"] for line in lines if line["section"] == "received_total"] == ["6000.00"]
    assert [line["amount"] for line in lines if line["section"] == "agreement_open"] == ["5000.00"]
    book = sheets(client.get(f"{base}.xlsx"))
    assert len(book["statement"]) == len(lines) + 1
    assert {row[0] for row in book["entries"][1:]} == {1, 2, 3, 4, 8}
    data = json.loads(client.get(f"{base}.json").content)
    assert data["is_complete"]
    assert [entry["number"] for entry in data["entries"]] == [1, 2, 3, 4, 8]
