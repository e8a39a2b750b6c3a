"""Statements of the bank."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from fund.models import BankFile
from fund.services.banking import candidates, match_line, read_bank_file, set_line_aside

pytestmark = pytest.mark.django_db
GOOD = b"date,amount,text,reference\n2026-01-05,1000.00,Transfer,R1\n2026-01-06,-18.50,Fees,\n"


def read(small, content=GOOD, by=None):
    return read_bank_file(
        fund=small.fund, currency=small.usd, name="bank.csv", content=content, by=by or small.officer
    )


def test_a_line_is_matched_with_the_entry_that_it_is(small_fund):
    entry = small_fund.receive(100_000)
    line, fees = read(small_fund).lines.order_by("row")
    assert list(candidates(line)) == [entry]
    assert match_line(line=line, entry=entry, by=small_fund.officer).entry == entry
    with pytest.raises(ValidationError):
        match_line(line=fees, entry=entry, by=small_fund.officer)
    assert set_line_aside(line=fees, reason="Refunded", by=small_fund.officer).reason == "Refunded"


def test_the_same_file_comes_in_once_and_by_officers_only(small_fund):
    with pytest.raises(PermissionDenied):
        read(small_fund, by=small_fund.auditor)
    read(small_fund)
    with pytest.raises(ValidationError, match="already"):
        read(small_fund)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"\xff\xfe\x00",
        b"a,b\n1,2\n",
        GOOD.replace(b"1000.00", b"1.005,00"),
        GOOD.replace(b"1000.00", b"1.005"),
        GOOD.replace(b"2026-01-05", b"5/1/2026"),
        b"date,amount,text\n",
    ],
)
def test_another_format_is_refused_whole(small_fund, content):
    with pytest.raises(ValidationError):
        read(small_fund, content)
    assert not BankFile.objects.exists()
