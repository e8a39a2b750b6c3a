"""The Fund for programs: the figures and entries of the pages, in parts, in four languages."""

import pytest

from fund.models import LedgerHead, Project
from tests.factories.fund import make_small_fund
from tests.fund.shared import sharing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("API of the Fund")]  # one ledger for all
BASE = "/api/v1/fund/"
PLACES = ("summary/", "entries/", "entries/1/", "contributions/", "projects/", "projects/VF-2026-01/")
QUERIES = {"entries/": 3, "contributions/": 3, "projects/": 4, "entries/1/": 3}


shared_ledger, varied = sharing()


@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_as_often_for_three_as_for_one(client, django_assert_num_queries, count):
    small = make_small_fund()
    for _number in range(count):
        small.receive(100)
    for place, most in QUERIES.items():
        with django_assert_num_queries(most):
            assert client.get(BASE + place).status_code == 200


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize("place", PLACES)
def test_answers_say_language_licence_and_stamp(client, varied, place, language):
    answer = client.get(f"{BASE}{place}?lang={language}")
    assert answer.status_code == 200
    assert answer["Content-Language"] == language
    assert 'rel="license"' in answer["Link"]
    again = client.get(f"{BASE}{place}?lang={language}", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    varied.receive(100)
    again = client.get(f"{BASE}{place}?lang={language}", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 200


def test_an_answer_that_is_there_already_costs_one_question(client, varied, django_assert_num_queries):
    for place in PLACES:
        etag = client.get(BASE + place)["ETag"]
        with django_assert_num_queries(1):
            client.get(BASE + place, headers={"if-none-match": etag})


def test_contributions_are_signed_and_in_kind_ones_are_marked(client, varied):
    results = client.get(f"{BASE}contributions/").json()["results"]
    said = {
        row["number"]: (
            row["amount"],
            row["currency"],
            row["is_memorandum"],
            row["contribution_kind"]["code"],
        )
        for row in results
    }
    assert said == {
        8: ("9000.00", "USD", True, "human_resources"),
        4: ("-70.00", "USD", False, "financial"),
        3: ("70.00", "USD", False, "financial"),
        2: ("1000.00", "USD", False, "financial"),
        1: ("5000.00", "USD", False, "financial"),
    }
    first = results[-1]
    assert (first["agreement"], first["stipulation"]["code"], first["donor"]["state"]) == (
        "AG-1",
        "none",
        "CL",
    )
    assert first["description"]["text"].startswith("« Première »")


def test_an_entry_has_its_legs_and_its_place_in_the_chain(client, varied):
    entry = client.get(f"{BASE}entries/8/?lang=fr").json()
    assert entry["hash"] == LedgerHead.objects.get().fingerprint
    assert entry["hash_before"] == client.get(f"{BASE}entries/7/").json()["hash"]
    assert {leg["amount"] for leg in entry["legs"]} == {"9000.00", "-9000.00"}
    assert entry["kind"] == {"code": "in_kind", "name": "Contribution en nature"}
    assert client.get(entry["url"].removeprefix("http://testserver")).status_code == 200
    assert client.get(f"{BASE}entries/99/").headers["Content-Type"] == "application/problem+json"
    assert client.get(f"{BASE}entries/99999999999999999999/").status_code == 404


def test_entries_follow_the_filters_of_the_page(client, varied):
    numbers = [row["number"] for row in client.get(f"{BASE}entries/?kind=contribution").json()["results"]]
    assert numbers == [4, 3, 2, 1]
    only = client.get(f"{BASE}entries/?currency=EUR&fields=number,kind").json()["results"]
    assert only == [{"number": 7, "kind": {"code": "exchange", "name": "Exchange of currency"}}]
    assert client.get(f"{BASE}entries/?fields=nothing").status_code == 400


def test_lists_are_read_part_by_part(client, varied, monkeypatch):
    monkeypatch.setattr("fund.api.views.PAGE_SIZE", 3)
    found, address = [], f"{BASE}entries/?fields=number"
    while address:
        page = client.get(address).json()
        found.append([row["number"] for row in page["results"]])
        address, back = page["next"], page["previous"]
    assert found == [[8, 7, 6], [5, 4, 3], [2, 1]]
    assert [row["number"] for row in client.get(back).json()["results"]] == [5, 4, 3]
    for number in range(2, 6):
        Project.objects.create(
            identifier=f"VF-2026-0{number}",
            fund=varied.fund,
            source_language="en",
            title_en="T",
            summary_en="S",
            starts_on="2026-01-01",
        )
    page = client.get(f"{BASE}projects/?fields=identifier").json()
    assert [row["identifier"][-1] for row in page["results"]] == ["1", "2", "3"]
    rest = client.get(page["next"]).json()
    assert ([row["identifier"][-1] for row in rest["results"]], rest["next"]) == (["4", "5"], None)


@pytest.mark.parametrize("cursor", ["x", "b", "b0", "a-1", "1", "b99999999999999999999"])
def test_a_place_that_there_is_not_is_a_problem(client, varied, cursor):
    answer = client.get(f"{BASE}entries/?cursor={cursor}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_a_project_says_its_money_per_currency(client, varied):
    project = client.get(f"{BASE}projects/VF-2026-01/").json()
    assert project["money"] == [
        {"currency": "USD", "allocated": "600.00", "advanced": "300.00", "spent": "0.00", "left": "300.00"}
    ]
    assert project["title"]["language"] == "en"
    assert client.get(f"{BASE}projects/VF-1999-01/").status_code == 404


def test_the_summary_is_that_of_the_page(client, varied):
    data = client.get(f"{BASE}summary/").json()
    figures = {(line["figure"], line["currency"]): line["amount"] for line in data["figures"]}
    assert figures["received", "USD"] == "6000.00"
    assert data["head"]["hash"] == LedgerHead.objects.get().fingerprint
    assert data["is_certified"] is False
    assert client.get(f"{BASE}summary/?year=1999").status_code == 404
