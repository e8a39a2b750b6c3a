"""The export of everything: whole, consistent, verifiable, and only for who may have it."""

import csv
import io
import json
import subprocess
import sys
import time
import zipfile

import pytest
from django.utils import timezone

from fund.models import Account, BankFile, BankLine, DraftEntry, Entry, LedgerHead, Leg
from fund.services.exporting.whole import TABLES
from network.choices import Role
from tests.factories import UserFactory
from tests.factories.fund import make_varied

pytestmark = pytest.mark.django_db
ADDRESS = "/en/fund/audit/ledger.zip"


@pytest.fixture
def varied(small_fund):
    make_varied(small_fund)
    small_fund.draft(small_fund.contribution())
    file = BankFile.objects.create(
        fund=small_fund.fund,
        currency=small_fund.usd,
        name="bank.csv",
        sha256="1" * 64,
        read_by=small_fund.officer,
    )
    BankLine.objects.create(
        file=file, row=1, booked_on=timezone.localdate(), amount=-100, text="=1+1 Überweisung"
    )
    return small_fund


def sign_in(client, user):
    """As somebody who gave the password a moment ago."""
    client.force_login(user, backend="network.services.signing_in.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


@pytest.fixture
def archive(client, varied):
    sign_in(client, varied.auditor)
    answer = client.get(ADDRESS)
    assert answer["Cache-Control"] == "no-store"
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def rows(archive, name):
    return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8-sig"))))


def test_an_auditor_takes_all_of_the_ledger_along(archive):
    assert archive.testzip() is None
    assert {f"{name}.csv" for name in TABLES} < set(archive.namelist())
    counts = {model: len(rows(archive, name)) for name, model in (("entries", Entry), ("legs", Leg))}
    assert counts == {Entry: Entry.objects.count(), Leg: Leg.objects.count()}
    assert len(rows(archive, "drafts")) == DraftEntry.objects.count() == Entry.objects.count() + 1
    assert len(rows(archive, "accounts")) == Account.objects.count()
    entry = rows(archive, "entries")[0]
    assert (entry["prepared_by_name"], entry["approved_by_name"]) == ("Olga Reyes", "Peter Baptiste")
    assert {row["amount"] for row in rows(archive, "legs") if row["entry"] == "2"} == {"1000.00", "-1000.00"}
    assert [row["decided_by_name"] for row in rows(archive, "drafts")][-2:] == ["Peter Baptiste", ""]
    assert rows(archive, "periods")[0]["closed_by_name"] == "Peter Baptiste"
    assert LedgerHead.objects.get().fingerprint in archive.read("README.txt").decode()


def test_no_cell_of_the_export_is_a_formula(archive):
    assert rows(archive, "bank_lines")[0]["text"] == "'=1+1 Überweisung"
    assert rows(archive, "bank_lines")[0]["amount"] == "-1.00"


def test_the_export_verifies_by_its_own_program(archive, tmp_path):
    archive.extractall(tmp_path)

    def run():
        parts = sorted(str(path) for path in (tmp_path / "chain").iterdir())
        command = [sys.executable, "verify.py", *parts]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    assert f"8 entries hold. Head: {LedgerHead.objects.get().fingerprint}" in run().stdout
    part = next((tmp_path / "chain").iterdir())
    part.write_text(part.read_text("utf-8").replace("Wrong amount", "Right amount"), "utf-8")
    assert "does not hold: 4" in run().stderr
    assert len(json.loads(part.read_text("utf-8"))["entries"]) == 8


@pytest.mark.parametrize("role", [Role.MEMBER, Role.DONOR_CONTACT, Role.STAFF_MANAGER, Role.SCREENER])
def test_others_find_no_export(client, varied, role):
    sign_in(client, UserFactory(roles=[role]))
    assert client.get(ADDRESS).status_code == 404
    assert client.get("/en/fund/audit/").status_code == 404


def test_whoever_takes_everything_shows_again_who_it_is(client, varied):
    client.force_login(varied.auditor)
    answer = client.get(ADDRESS)
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.FUND_OFFICER, Role.FUND_APPROVER])
@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_desk_reads_what_the_export_holds(client, varied, role, language):
    client.force_login(UserFactory(roles=[role]))
    page = client.get(f"/{language}/fund/audit/")
    assert page.status_code == 200
    assert "bank_lines.csv" in page.content.decode()
