"""One ledger, one set of totals: file, page, statement, API and database say the same amounts."""

import csv
import io
import json
import re
from collections import defaultdict
from decimal import Decimal
from html import unescape

import openpyxl
import pypdf
import pytest
from django.db import connection
from lxml import etree

from fund.choices import EntryKind
from fund.services import composing
from tests.factories.fund import make_varied, words
from tests.fund.test_export import sign_in

pytestmark = pytest.mark.django_db
GIVEN = "('contribution', 'conditional')"
USED = "('advance', 'expenditure', 'bank_charge', 'icr', 'icr_due')"
SUM = """
SELECT -coalesce(sum(l.amount) FILTER (WHERE a.role IN {given}), 0),
       -coalesce(sum(l.amount) FILTER (WHERE a.role IN {given} OR a.role = 'interest'), 0),
       coalesce(sum(l.amount) FILTER (WHERE a.role IN {used}), 0)
  FROM fund_leg l JOIN fund_account a ON a.id = l.account_id
 WHERE l.currency_id = 'USD'
"""


@pytest.fixture
def ledger(small_fund):
    """Every kind of entry, an agreement with indirect costs among them."""
    make_varied(small_fund)
    small = small_fund
    small.post(composing.interest(words(), fund=small.fund, currency=small.usd, amount=321))
    small.post(composing.bank_charge(words(), fund=small.fund, currency=small.usd, amount=111))
    small.post(small.move(EntryKind.EXPENDITURE, 1_234))
    small.post(small.move(EntryKind.REFUND_RECEIVED, 2_000))
    small.post(
        composing.refund_to_donor(
            words(), fund=small.fund, donor=small.donor, currency=small.usd, amount=4_321
        )
    )
    return small


@pytest.fixture
def truth(ledger):
    """Given by donors, received, used: from the legs themselves, in dollars."""
    with connection.cursor() as cursor:
        cursor.execute(SUM.format(given=GIVEN, used=USED))
        return dict(
            zip(("given", "received", "used"), (Decimal(n) / 100 for n in cursor.fetchone()), strict=True)
        )


def of_legs(rows):
    """The same three figures from rows of legs: (role, debit, credit, currency)."""
    sums = defaultdict(Decimal)
    for role, debit, credit, currency in rows:
        if currency == "USD":
            sums[role] += Decimal(str(debit or 0)) - Decimal(str(credit or 0))
    given = -(sums["contribution"] + sums["conditional"])
    used = sum(sums[role] for role in ("advance", "expenditure", "bank_charge", "icr", "icr_due"))
    return {"given": given, "received": given - sums["interest"], "used": used}


def of_figures(rows):
    """From rows of figures: dictionaries with figure, currency, amount."""
    found = {row["figure"]: Decimal(str(row["amount"])) for row in rows if row["currency"] == "USD"}
    given = found["received"] - found["interest"]
    return {"given": given, "received": found["received"], "used": found["used"]}


def body(answer):
    return b"".join(answer.streaming_content)


def table(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def sheet(content, name):
    page = openpyxl.load_workbook(io.BytesIO(content), read_only=True)[name]
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


LEG = ("account_role", "debit", "credit", "currency")


def test_files_of_entries_add_up_to_the_ledger(client, truth):
    lines = table(body(client.get("/en/fund/entries.csv")))
    assert of_legs([row[name] for name in LEG] for row in lines) == truth
    rows = sheet(body(client.get("/en/fund/entries.xlsx")), "entries")
    assert of_legs([row[name] for name in LEG] for row in rows) == truth
    entries = json.loads(client.get("/en/fund/entries.json").content)["entries"]
    legs = [leg for entry in entries for leg in entry["legs"]]
    assert of_legs((leg["account_role"], leg["amount"], 0, leg["currency"]) for leg in legs) == truth
    canonical = [leg for entry in entries for leg in json.loads(entry["canonical"])[-1]]
    assert of_legs((leg[8], Decimal(leg[3]) / 100, 0, leg[4]) for leg in canonical) == truth


def test_files_of_figures_and_the_api_say_the_totals_of_the_ledger(client, truth):
    assert of_figures(table(body(client.get("/en/fund/summary.csv")))) == truth
    assert of_figures(sheet(body(client.get("/en/fund/summary.xlsx")), "summary")) == truth
    assert of_figures(json.loads(client.get("/en/fund/summary.json").content)["figures"]) == truth
    assert of_figures(client.get("/api/v1/fund/summary/").json()["figures"]) == truth
    legs = [
        (leg["role"]["code"], leg["amount"], 0, leg["currency"])
        for entry in client.get("/api/v1/fund/entries/").json()["results"]
        for leg in entry["legs"]
    ]
    assert of_legs(legs) == truth
    gifts = client.get("/api/v1/fund/contributions/").json()["results"]
    money = [row for row in gifts if not row["is_memorandum"]]
    assert sum(Decimal(row["amount"]) for row in money) == truth["given"]


def test_iati_says_the_totals_of_the_ledger(client, truth):
    document = etree.parse(io.BytesIO(body(client.get("/fund/iati/activities.xml"))))
    sums = defaultdict(Decimal)
    for each in document.iter("transaction"):
        if each.find("value").get("currency") == "USD":
            sums[each.find("transaction-type").get("code")] += Decimal(each.findtext("value"))
    assert (sums["1"], sums["3"] + sums["4"]) == (truth["received"], truth["used"])
    document = etree.parse(io.BytesIO(body(client.get("/fund/iati/organisation.xml"))))
    spent = document.xpath("//total-expenditure/value[@currency='USD']/text()")
    assert sum(map(Decimal, spent)) == truth["used"]


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_page_statement_and_paper_say_the_totals_of_the_ledger(client, ledger, truth, language):
    def read(text):
        digits = re.sub(r"[^\d,.-]", "", text)
        return Decimal(re.sub(r"[,.](?=\d{3})", "", digits).replace(",", "."))

    page = unescape(client.get(f"/{language}/fund/").content.decode())
    for figure in ("received", "used"):
        (shown,) = re.findall(rf'<dd><a href="[^"]*of={figure}&currency=USD">([^<]+)</a>', page)
        assert read(shown) == truth[figure]
    client.force_login(ledger.auditor)
    address = f"/{language}/fund/statements/{ledger.donor.pk}/"
    page = unescape(client.get(address).content.decode())
    years = re.findall(r'of=given[^"]*">([^<]+)</a> USD', page)
    assert sum(map(read, years)) == truth["given"]
    rows = table(body(client.get(f"{address}statement.csv")))
    totals = [row["amount"] for row in rows if row["section"] == "received_total"]
    assert [Decimal(amount) for amount in totals] == [truth["given"]]
    paper = pypdf.PdfReader(io.BytesIO(client.get(f"{address}statement.pdf").content))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    total = re.search(r"Total ([\d.,\s]+) USD", text.replace("\u202f", "").replace("\xa0", ""))
    assert read(total[1]) == truth["given"]


def test_the_export_for_auditors_adds_up_to_the_ledger(client, ledger, truth):
    import zipfile

    sign_in(client, ledger.auditor)
    archive = zipfile.ZipFile(io.BytesIO(body(client.get("/en/fund/audit/ledger.zip"))))
    legs = [
        (row["account_role"], row["amount"], 0, row["currency"]) for row in table(archive.read("legs.csv"))
    ]
    assert of_legs(legs) == truth
    accounts = [
        (row["role"], row["balance"], 0, row["currency"]) for row in table(archive.read("accounts.csv"))
    ]
    assert of_legs(accounts) == truth
