"""The Fund as IATI: valid against the XSD, the code lists and the rules, and equal to the ledger."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from lxml import etree

from fund.choices import EntryKind
from fund.models import Donor, Project
from fund.services import composing
from fund.services.iati.codes import shares
from fund.services.iati.writing import narrative
from fund.services.showing.overview import overview
from network.models import MemberState, Topic
from tests.factories.fund import make_varied, words
from tests.fund.shared import sharing

from .rules import against_schema, faults

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("the Fund in IATI")]  # one ledger for all
ACTIVITIES, ORGANISATION = "/fund/iati/activities.xml", "/fund/iati/organisation.xml"


def _fill(small):
    """All that can be published: promises, receipts, refunds, costs, projects in every state."""
    make_varied(small)
    today = timezone.localdate()
    small.pledge()
    small.post(
        composing.interest(words(description="Interest"), fund=small.fund, currency=small.usd, amount=123)
    )
    small.post(composing.bank_charge(words(), fund=small.fund, currency=small.usd, amount=45))
    small.post(
        composing.refund_to_donor(
            words(description="Unspent <rest> & more"),
            fund=small.fund,
            donor=small.donor,
            currency=small.usd,
            amount=1_000,
        )
    )
    small.post(small.move(EntryKind.SETTLEMENT, 5_000))
    small.post(small.move(EntryKind.REFUND_RECEIVED, 2_000))
    paid = small.post(small.move(EntryKind.EXPENDITURE, 700))
    small.post(composing.reversal(words(description="Twice"), entry=paid))
    small.post(small.move(EntryKind.EXPENDITURE, 900))
    small.post(small.move(EntryKind.RELEASE, 1_100))
    small.project.states.set(MemberState.objects.order_by("pk")[:3])
    small.project.topics.set(Topic.objects.filter(parent__isnull=False)[:7])
    for number, state in enumerate(["planned", "active", "closed", "cancelled"], 2):
        Project.objects.create(
            identifier=f"VF-2026-0{number}",
            fund=small.fund,
            source_language="es",
            title_es="Proyecto",
            summary_es="Resumen \x0b con signos",
            implementer="Universidad",
            state=state,
            starts_on=today + dt.timedelta(days=10 if state == "planned" else -10),
            ends_on=today + dt.timedelta(days=20 if state != "closed" else -1),
        )


shared_ledger, varied = sharing(_fill)


def fetched(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    return etree.parse(BytesIO(content))


@pytest.fixture
def document(client, varied):
    return fetched(client, ACTIVITIES)


def totals(document):
    """Sums per type of transaction and currency."""
    found = defaultdict(Decimal)
    for each in document.iter("transaction"):
        key = (each.find("transaction-type").get("code"), each.find("value").get("currency"))
        found[key] += Decimal(each.findtext("value"))
    return dict(found)


def test_the_activities_fulfil_schema_lists_and_rules(document):
    assert against_schema(document, "activities") == []
    assert faults(document) == []
    assert len(document.findall("iati-activity")) == 1 + Project.objects.count()


def test_the_organisation_fulfils_the_schema(client, varied):
    document = fetched(client, ORGANISATION)
    assert against_schema(document, "organisations") == []
    spent = {
        each.find("period-start").get("iso-date")[:4]: Decimal(each.findtext("value"))
        for each in document.iter("total-expenditure")
    }
    seen = overview()
    for line in seen.by_year:
        assert spent.get(str(line["year"]), 0) == Decimal(line["used"]).scaleb(-2)
    ends = document.xpath("//period-end/@iso-date")
    assert all(dt.date.fromisoformat(day) <= timezone.localdate() for day in ends)


def test_a_fund_without_entries_is_valid_too(client, small_fund):
    document = fetched(client, ACTIVITIES)
    assert against_schema(document, "activities") == []
    assert faults(document) == []
    assert against_schema(fetched(client, ORGANISATION), "organisations") == []


def test_the_sums_of_the_types_are_the_figures_of_the_page(document):
    seen, found = overview(), totals(document)
    usd = {code: found[(code, "USD")] * 100 for code in ("1", "2", "3", "4", "11", "13")}
    assert usd["13"] == seen.pledged == 4_500_000
    assert usd["11"] == 1_000_000
    assert usd["1"] == seen.received
    assert usd["3"] + usd["4"] == seen.used
    assert usd["2"] == 60_000 - 1_100
    assert {code for code, _currency in found} == {"1", "2", "3", "4", "11", "13"}


def test_refunds_and_reversals_are_negative_and_interest_is_no_payment_of_interest(document):
    by_entry = defaultdict(list)
    for each in document.iter("transaction"):
        kind, amount = each.find("transaction-type").get("code"), Decimal(each.findtext("value"))
        by_entry[each.get("ref")].append((kind, amount))
    assert by_entry["4"] == [("1", Decimal("-70.00"))]
    assert by_entry["6"] == [("4", Decimal("5.00")), ("3", Decimal("300.00"))]  # its charge is the Fund's
    assert by_entry["9"] == [("1", Decimal("1.23"))]
    assert by_entry["11"] == [("1", Decimal("-10.00"))]
    assert by_entry["13"] == [("3", Decimal("-20.00"))]
    assert by_entry["15"] == [("4", Decimal("-7.00"))]
    assert "8" not in by_entry  # in kind
    assert "7" not in by_entry  # an exchange brings nothing in
    assert "12" not in by_entry  # an advance accounted for moves no money


@pytest.mark.parametrize(
    ("path", "name", "value", "word"),
    [
        ("//transaction/transaction-type", "code", "99", "transaction-type"),
        ("//transaction/value", "currency", "XXX", "currency"),
        ("//transaction/transaction-date", "iso-date", "2999-01-01", "lies ahead"),
        ("//transaction/value", "value-date", "2999-01-01", "lies ahead"),
        ("//sector[@vocabulary='2']", "percentage", "99", "add up"),
        ("//recipient-country", "percentage", "99", "add up"),
        ("//recipient-country", "code", "ZZ", "country"),
        ("//activity-status", "code", "9", "activity-status"),
        ("//participating-org", "role", "7", "role"),
        ("//activity-date[@type='2']", "iso-date", "2999-01-01", "lies ahead"),
        ("//iati-activity", "default-currency", "", "currency"),
        ("//reporting-org", "ref", "XX-OTHER", "identifier"),
        ("//title/narrative", "{http://www.w3.org/XML/1998/namespace}lang", "xx", "a text in"),
    ],
)
def test_what_the_schema_lets_pass_the_rules_find(document, path, name, value, word):
    document.xpath(path)[0].set(name, value)
    assert against_schema(document, "activities") == []
    assert any(word in fault for fault in faults(document))


def test_elements_out_of_order_fail_the_schema(document):
    activity = document.find("iati-activity")
    activity.append(activity.find("title"))
    assert against_schema(document, "activities")


def test_texts_say_their_language_and_hold_no_markup(document):
    project = document.findall("iati-activity")[-1]
    assert project.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"
    assert project.findtext("description/narrative") == "Resumen \ufffd con signos"
    fund = document.find("iati-activity")
    assert [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in fund.find("title")] == [
        "en",
        "es",
        "fr",
        "pt",
    ]
    assert "Unspent <rest> & more" in document.xpath("//transaction/description/narrative/text()")
    assert narrative("<&>\x00") == "<narrative>&lt;&amp;&gt;\ufffd</narrative>"


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7, 11, 34])
def test_shares_add_up_to_a_hundred(count):
    assert sum(map(Decimal, shares(count))) == 100


@pytest.mark.parametrize("address", [ACTIVITIES, ORGANISATION])
def test_nothing_is_sent_again_until_something_changes(
    client, varied, address, django_assert_max_num_queries
):
    first = client.get(address)
    list(first.streaming_content)
    etag = first["ETag"]
    with django_assert_max_num_queries(5):
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    varied.receive(100)
    changed = client.get(address, headers={"if-none-match": etag})
    assert changed.status_code == 200
    etag = changed["ETag"]
    Project.objects.get(identifier="VF-2026-02").delete()
    Project.objects.filter(identifier="VF-2026-03").update(implementer="Another")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_the_file_is_read_in_parts(client, varied, monkeypatch, document):
    monkeypatch.setattr("fund.services.iati.movements.PART", 2)
    assert totals(fetched(client, ACTIVITIES)) == totals(document)


def test_who_gives_is_named_by_kind(document):
    kinds = document.xpath("//transaction/provider-org/@type")
    assert set(kinds) == {"10"}
    assert Donor.objects.count() == len(document.xpath("iati-activity[1]/participating-org[@role='1']"))
