"""What readers see of the Fund: every figure from the ledger, every figure with its entries."""

import json
import re
import subprocess
import sys
from html import unescape

import pytest
from django.db.models import Sum
from django.http import QueryDict

from fund.choices import EntryKind
from fund.filters import EntryFilter
from fund.models import Entry, LedgerHead, Leg, Period
from fund.services.showing.canonical import ENTRY_FIELDS, LEG_FIELDS, SCRIPT
from fund.services.showing.chain import links, recompute_newest
from fund.services.showing.figures import FIGURES, roles_of
from fund.services.showing.overview import overview
from fund.tasks import check_ledger_nightly
from network.choices import Role
from network.notifications.models import OutboxEntry
from tests.factories import UserFactory
from tests.factories.fund import make_varied
from tests.fund.shared import sharing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages of the Fund")]  # one ledger for all
OVERVIEW, LIST, ENTRY, PROJECT, VERIFY, STATEMENT = 6, 6, 3, 5, 3, 12
PAGES = ("", "entries/", "entries/1/", "projects/VF-2026-01/", "verify/", "?year={year}")


def _fill(small):
    """Two years with all sorts of entries, and a pledge."""
    make_varied(small)
    small.pledge()


shared_ledger, varied = sharing(_fill)


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_everyone_reads_the_pages_in_four_languages(client, varied, language):
    year = Period.objects.last().starts_on.year
    for path in PAGES:
        answer = client.get(f"/{language}/fund/{path.format(year=year)}")
        assert answer.status_code == 200, path


def test_received_less_used_less_exchanged_is_what_the_bank_holds(varied):
    seen = overview()
    assert seen.received == 600_000
    assert seen.bank == seen.received - seen.used - seen.exchanged
    assert seen.bank == seen.free + seen.icr_kept + sum(project.left for project in seen.projects)
    assert seen.used == seen.charges + seen.icr_paid + sum(project.used for project in seen.projects)
    assert seen.received == seen.interest + sum(line.received for line in seen.donors)
    assert sum(line["bank"] for line in seen.by_kind) == seen.bank == seen.by_year[0]["bank"]
    assert [line.currency for line in seen.others] == ["EUR"]


def test_the_years_add_up_to_the_whole(varied):
    whole, years = overview(), [overview(year) for year in overview().years]
    for name in ("received", "used", "interest", "charges", "exchanged"):
        assert sum(getattr(seen, name) for seen in years) == getattr(whole, name), name
    assert years[0].bank == whole.bank
    assert years[0].before == years[1].bank


def test_what_is_pledged_or_given_in_kind_is_in_no_total_of_money(varied):
    seen = overview()
    assert (seen.pledged, seen.donors[0].pledged, seen.donors[0].received) == (4_500_000, 4_500_000, 600_000)
    assert [(line["value"], line["currency"]) for line in seen.in_kind] == [(900_000, "USD")]


def test_every_figure_leads_to_entries_whose_legs_add_up_to_it(client, varied):
    for path in ("/en/fund/", f"/en/fund/?year={Period.objects.last().starts_on.year}"):
        page = client.get(path).content.decode()
        found = re.findall(r'<a href="/en/fund/entries/(\?of=[^"]+)">([\d,.-]+)</a>', page)
        assert len(found) >= 12
        for address, shown in found:
            query = QueryDict(unescape(address)[1:])
            asked = EntryFilter(query)
            legs = (
                Leg.objects.filter(
                    entry__in=asked.found(), account__role__in=roles_of(asked.of), currency=query["currency"]
                )
                if "currency" in query
                else Leg.objects.filter(entry__in=asked.found(), account__role__in=roles_of(asked.of))
            )
            units = abs(legs.aggregate(total=Sum("amount"))["total"])
            if asked.kind == EntryKind.CONTRIBUTION or asked.of in FIGURES or path == "/en/fund/":
                assert f"{units / 100:,.2f}" == shown.lstrip("-"), address


def test_the_page_says_when_figures_are_certified(client, varied):
    last, _this = Period.objects.all()
    page = f"/en/fund/?year={last.starts_on.year}"
    assert "Provisional figures" in client.get(page).content.decode()
    last.is_certified, last.certified_by = True, "External auditors"
    last.save()
    assert "Certified figures" in client.get(page).content.decode()
    assert "Provisional figures" in client.get("/en/fund/").content.decode()
    assert client.get("/en/fund/?year=1999").status_code == 404


def test_a_fund_without_entries_has_its_pages(client, db):
    for path in ("", "entries/", "verify/"):
        assert client.get(f"/fr/fund/{path}").status_code == 200
    assert client.get("/fr/fund/entries/1/").status_code == 404


def test_the_list_is_read_back_and_forth(client, small_fund):
    for _number in range(60):
        small_fund.receive(100)
    first = EntryFilter(QueryDict("kind=contribution")).page()
    assert [entry.number for entry in first[0]] == list(range(60, 35, -1))
    assert not first[1]
    second = EntryFilter(QueryDict(first[2][1:])).page()
    assert [entry.number for entry in second[0]] == list(range(35, 10, -1))
    back = EntryFilter(QueryDict(second[1][1:])).page()
    assert [entry.number for entry in back[0]] == [entry.number for entry in first[0]]
    last = EntryFilter(QueryDict(second[2][1:])).page()
    assert (len(last[0]), last[2]) == (10, "")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("kind=contribution", {1, 2, 3, 4}),  # with the reversal of one
        ("kind=reversal", {4}),
        ("of=in_kind_received", {8}),
        ("currency=EUR", {7}),
        ("currency=XTS", set()),
        ("kind=refund_paid", set()),
        ("kind=contribution&of=in_kind_received", set()),
        ("project=VF-2026-01", {5, 6}),
        ("kind=nonsense&donor=x&year=0&of=nothing&currency=us", set(range(1, 9))),
        ("year=99999999999999999999&before=-1&after=%00", set(range(1, 9))),
        ("project=%00", set(range(1, 9))),
        ("donor=999999", set()),
    ],
)
def test_entries_are_found_by_what_they_are(varied, query, numbers):
    assert {entry.number for entry in EntryFilter(QueryDict(query)).page()[0]} == numbers


def test_an_entry_shows_legs_links_and_its_place_in_the_chain(client, varied):
    page = client.get("/en/fund/entries/4/").content.decode()
    entry = Entry.objects.get(pk=4)
    assert "Reverses No. 3" in page
    assert entry.fingerprint[:8] in page
    assert bytes(entry.prev_hash).hex()[:8] in page
    assert "Reversed by No. 4" in client.get("/en/fund/entries/3/").content.decode()
    assert client.get("/en/fund/entries/99/").status_code == 404
    assert client.get("/en/fund/entries/99999999999999999999999/").status_code == 404


def test_the_canonical_text_has_the_places_that_the_page_names(varied):
    for link in links([entry.number for entry in Entry.objects.all()]):
        said = json.loads(link.text)
        assert len(said) == len(ENTRY_FIELDS)
        assert said[ENTRY_FIELDS.index("number")] == link.number
        assert said[ENTRY_FIELDS.index("hash_before")] == link.previous
        assert all(len(leg) == len(LEG_FIELDS) for leg in said[-1])
        assert said[-1][0][LEG_FIELDS.index("currency")] in ("USD", "EUR")


def test_the_program_on_the_page_verifies_the_download(client, varied, tmp_path):
    data = client.get("/en/fund/entries.json").content
    (tmp_path / "entries.json").write_bytes(data)
    (tmp_path / "verify.py").write_text(SCRIPT, encoding="utf-8")

    def run():
        return subprocess.run(
            [sys.executable, "verify.py", "entries.json"], cwd=tmp_path, capture_output=True, text=True
        )

    assert f"8 entries hold. Head: {LedgerHead.objects.get().fingerprint}" in run().stdout
    (tmp_path / "entries.json").write_bytes(data.replace(b"Wrong amount", b"Right amount"))
    assert "does not hold: 4" in run().stderr


def test_the_newest_links_are_recomputed(varied):
    whole, part = recompute_newest(8), recompute_newest(8, most=3)
    assert (whole.first, whole.count, whole.first_bad) == (1, 8, None)
    assert (part.first, part.head, part.first_bad) == (6, LedgerHead.objects.get().fingerprint, None)
    assert recompute_newest(9).first_bad == 9


def test_the_page_tells_what_the_nightly_check_found(client, varied):
    assert "Not checked as a whole yet" in client.get("/en/fund/").content.decode()
    OutboxEntry.objects.create(
        task="fund.check_ledger",
        dedupe_key="nightly",
        state="done",
        done_at="2026-01-01T06:00Z",
        error=check_ledger_nightly().note,
    )
    for path in ("", "verify/"):
        assert "Chain verified: 8 entries, no break" in client.get(f"/en/fund/{path}").content.decode()


def test_files_hold_the_legs_and_no_formula(client, small_fund):
    facts = small_fund.contribution(123_45)
    object.__setattr__(facts, "description", '=HYPERLINK("http://x")')
    small_fund.post(facts)
    answer = client.get("/en/fund/entries.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    lines = text.splitlines()
    assert len(lines) == 3
    assert "'=HYPERLINK" in text
    assert ",123.45,," in text
    assert ",,123.45," in text
    data = json.loads(client.get("/en/fund/entries.json").content)
    assert {leg["amount"] for leg in data["entries"][0]["legs"]} == {"123.45", "-123.45"}


def test_a_statement_is_for_its_donor_and_the_desk(client, varied):
    path = f"/en/fund/statements/{varied.donor.pk}/"
    assert client.get(path).status_code == 302
    for roles, status in (
        ([Role.MEMBER], 404),
        ([(Role.FOCAL_POINT, "GT")], 404),
        ([(Role.CONTRIBUTOR, "CL")], 404),
        ([(Role.FOCAL_POINT, "CL")], 200),
        ([Role.AUDITOR], 200),
        ([Role.FUND_OFFICER], 200),
    ):
        client.force_login(UserFactory(roles=roles))
        answer = client.get(path)
        assert answer.status_code == status, roles
        listed = client.get("/en/fund/statements/").content.decode()
        assert ("Donor A" in listed) == (status == 200)
    page = answer.content.decode()
    assert LedgerHead.objects.get().fingerprint[:8] in page
    assert "AG-1" in page
    assert "5,000.00" in page  # agreed 10,000, received 5,000


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_the_database_as_often_for_three_as_for_one(
    client, small_fund, django_assert_num_queries, count
):
    for _number in range(count):
        small_fund.receive(100)
        small_fund.post(small_fund.move(EntryKind.ALLOCATION, 50))
    for path, most in (
        ("", OVERVIEW),
        ("entries/", LIST),
        ("entries/1/", ENTRY),
        ("projects/VF-2026-01/", PROJECT),
        ("verify/", VERIFY),
    ):
        with django_assert_num_queries(most):
            client.get(f"/en/fund/{path}")


@pytest.mark.parametrize("count", [1, 3])
def test_a_statement_asks_the_database_as_often_for_three_as_for_one(
    client, small_fund, django_assert_max_num_queries, count
):
    for _number in range(count):
        small_fund.receive(100)
    client.force_login(UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    with django_assert_max_num_queries(STATEMENT):
        client.get(f"/en/fund/statements/{small_fund.donor.pk}/")


def test_a_statement_is_read_page_by_page(client, small_fund):
    for _number in range(30):
        small_fund.receive(100)
    client.force_login(UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    address = f"/en/fund/statements/{small_fund.donor.pk}/"
    first = client.get(address).content.decode()
    assert ">30</a>" in first
    assert ">6</a>" in first
    assert ">5</a>" not in first
    (older,) = re.findall(r'<a href="([^"]+)" rel="next">', first)
    second = client.get(address + unescape(older)).content.decode()
    assert ">5</a>" in second
    assert ">6</a>" not in second


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("query", ["kind=contribution", "of=given&currency=USD", "donor={donor}&year={year}"])
def test_a_narrowed_list_asks_once_more_at_most(
    client, small_fund, django_assert_max_num_queries, count, query
):
    for _number in range(count):
        small_fund.receive(100)
    year = Period.objects.last().starts_on.year
    with django_assert_max_num_queries(LIST + 1):
        client.get(f"/en/fund/entries/?{query.format(donor=small_fund.donor.pk, year=year)}")
