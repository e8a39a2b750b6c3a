"""Periods are opened and closed by approvers; statements of the bank are read in and matched by officers."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from fund.choices import LineState
from fund.models import BankFile, BankLine, DraftEntry, Period
from network.choices import Role
from tests.factories import UserFactory

from .conftest import contribution, sign_in

pytestmark = pytest.mark.django_db
BANK, PERIODS = 10, 5
HEAD = "date,amount,text,reference\n"
GOOD = HEAD + "2026-01-05,1000.00,Transfer of Donor A,R1\n2026-01-06,-18.50,Fees,\n"
READ, BOARD = "/en/fund/desk/bank/read/", "/en/fund/desk/bank/"


def statement(content=GOOD, currency="USD"):
    data = content if isinstance(content, bytes) else content.encode()
    return {"currency": currency, "file": SimpleUploadedFile("bank.csv", data, "text/csv")}


def test_an_approver_opens_and_closes_periods(small_fund, officer, approver, auditor):
    year = timezone.localdate().year
    period = Period.objects.get()
    small_fund.receive()
    close = f"/en/fund/desk/periods/{period.pk}/close/"
    for client in (officer, auditor):
        assert client.get("/en/fund/desk/periods/").status_code == 200
        assert client.post("/en/fund/desk/periods/open/", {}).status_code == 404
        assert client.post(close).status_code == 404
    form = {"starts_on_day": 1, "starts_on_month": 1, "starts_on_year": year + 1}
    form |= {"ends_on_day": 31, "ends_on_month": 12, "ends_on_year": year + 1}
    assert approver.post("/en/fund/desk/periods/open/", form).status_code == 302
    assert "cannot be changed so" in approver.post("/en/fund/desk/periods/open/", form).content.decode()
    later = Period.objects.get(starts_on__year=year + 1)
    refused = approver.post(f"/en/fund/desk/periods/{later.pk}/close/")
    assert refused.status_code == 422
    assert "earlier periods close first" in refused.content.decode()
    assert "1 entry is booked in it" in approver.get(close).content.decode()
    assert approver.post(close).status_code == 302
    assert approver.post(close).status_code == 422
    period.refresh_from_db()
    assert not period.is_open


def test_closing_asks_who_it_is(small_fund):
    client = sign_in(small_fund.approver, just_now=False)
    answer = client.post(f"/en/fund/desk/periods/{Period.objects.get().pk}/close/")
    assert "/reauthenticate/" in answer["Location"]
    assert Period.objects.get().is_open


def test_an_auditor_certifies_what_is_closed(approver, auditor, small_fund):
    page = f"/en/fund/desk/periods/{Period.objects.get().pk}/"
    assert auditor.post(f"{page}certify/", {"certified_by": "Auditors"}).status_code == 422
    approver.post(f"{page}close/")
    assert approver.post(f"{page}certify/", {"certified_by": "Me"}).status_code == 404
    assert auditor.post(f"{page}certify/", {"certified_by": ""}).status_code == 422
    assert auditor.post(f"{page}certify/", {"certified_by": "External auditors"}).status_code == 302
    assert Period.objects.get().certified_by == "External auditors"


@pytest.mark.parametrize("count", [1, 3])
def test_the_periods_ask_as_often_for_three_as_for_one(approver, count, django_assert_num_queries):
    for number in range(1, count):
        year = timezone.localdate().year + number
        Period.objects.create(starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31))
    approver.get("/en/fund/desk/periods/")
    with django_assert_num_queries(PERIODS):
        approver.get("/en/fund/desk/periods/")


def test_a_line_is_matched_with_its_entry(small_fund, officer, approver):
    entry = small_fund.receive(100_000)
    assert officer.post(READ, statement()).status_code == 302
    line = BankLine.objects.get(amount=100_000)
    page = f"{BOARD}{line.pk}/"
    assert f"/en/fund/entries/{entry.number}/" in officer.get(page).content.decode()
    assert approver.get(page).status_code == 200
    assert approver.post(f"{page}match/", {"entry": entry.number}).status_code == 404
    for wrong in ("", "99", "x", "9" * 30):
        assert officer.post(f"{page}match/", {"entry": wrong}).status_code == 422
    assert officer.post(f"{page}match/", {"entry": entry.number}).status_code == 302
    again = officer.post(f"{page}match/", {"entry": entry.number})
    assert again.status_code == 422
    assert "decided on this line already" in again.content.decode()


def test_a_line_becomes_a_draft_or_is_set_aside_with_a_reason(small_fund, officer, approver):
    officer.post(READ, statement())
    line, fees = BankLine.objects.order_by("row")
    page = officer.get(f"{BOARD}{line.pk}/").content.decode()
    link = f"/en/fund/desk/new/contribution/?line={line.pk}"
    assert link in page
    assert "/new/bank_charge/" not in page
    form = officer.get(link)
    assert 'value="1000.00"' in form.content.decode()
    sent = contribution(
        small_fund,
        amount="1000.00",
        description="Transfer of Donor A",
        key=str(form.context["form"]["key"].value()),
    )
    assert officer.post(link, sent).status_code == 302
    assert DraftEntry.objects.get().leg_amounts == [100_000, -100_000]
    assert officer.get("/en/fund/desk/new/contribution/?line=999999").status_code == 404

    aside = f"{BOARD}{fees.pk}/aside/"
    assert approver.post(aside, {"reason": "x"}).status_code == 404
    assert officer.post(aside, {"reason": " "}).status_code == 422
    assert officer.post(aside, {"reason": "Refunded the same day"}).status_code == 302
    assert "Refunded the same day" in officer.get(f"{BOARD}?state=set_aside").content.decode()
    assert BankLine.objects.get(pk=fees.pk).state == LineState.SET_ASIDE


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Missing: date, amount, text"),
        (GOOD.encode("utf-16"), "not in UTF-8"),
        (b"%PDF-1.7\n", "Missing: date, amount, text"),
        ("fecha,importe\n1,2\n", "Missing: date, amount, text"),
        (HEAD, "has no lines"),
        (GOOD.replace("1000.00", "1.005,00"), "Line 2: "),
        (GOOD.replace("1000.00", "1.005"), "Line 2: "),
        (GOOD.replace("1000.00", "0"), "Line 2: "),
        (GOOD.replace("1000.00", "NaN"), "Line 2: "),
        (GOOD.replace("1000.00", "1e9"), "Line 2: "),
        (GOOD.replace("-18.50", "-99999999999999999"), "Line 3: "),
        (GOOD.replace("2026-01-06", "6/1/2026"), "Line 3: “6/1/2026” is no date"),
        (HEAD + "2026-01-05\n", "Line 2: "),
        (HEAD + '2026-01-05,1.00,"open', "cannot be read line by line"),
    ],
)
def test_a_file_of_another_format_is_refused_whole_and_says_where(officer, content, words):
    answer = officer.post(READ, statement(content))
    assert answer.status_code == 422
    found = " ".join(str(error) for error in answer.context["form"].errors["file"])
    assert words in found
    assert BankFile.objects.count() == 0


def test_the_same_file_comes_in_once(officer):
    officer.post(READ, statement())
    answer = officer.post(READ, statement())
    assert answer.status_code == 422
    assert "read in already" in answer.content.decode()
    assert BankLine.objects.count() == 2


def test_an_office_programs_semicolons_and_signs_of_order_are_understood(officer):
    content = "\ufeff" + GOOD.replace(",", ";")
    assert officer.post(READ, statement(content)).status_code == 302
    assert BankLine.objects.count() == 2


def test_outsiders_see_no_bank(small_fund, officer, client):
    officer.post(READ, statement())
    line = BankLine.objects.first()
    outsider = sign_in(UserFactory(roles=[(Role.FOCAL_POINT, "CL"), Role.STAFF_MANAGER]))
    for path in (BOARD, f"{BOARD}{line.pk}/"):
        assert outsider.get(path).status_code == 404
        assert client.get(path).status_code == 302
    for path in (READ, f"{BOARD}{line.pk}/match/", f"{BOARD}{line.pk}/aside/"):
        assert outsider.post(path, {"reason": "x"}).status_code == 404
    assert BankLine.objects.unmatched().count() == 2


@pytest.mark.parametrize("count", [1, 3])
def test_the_lines_ask_as_often_for_three_as_for_one(officer, count, django_assert_num_queries):
    officer.post(READ, statement(HEAD + "2026-01-05,1.00,Transfer,\n" * count))
    officer.get(BOARD)
    with django_assert_num_queries(BANK):
        assert officer.get(BOARD).status_code == 200
