"""Amounts as people write them in four languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fund.models import Currency
from fund.services.amounts import AmountError, from_units, parse_amount, to_units

USD, JPY, KWD = (Currency(code=code, exponent=n) for code, n in (("USD", 2), ("JPY", 0), ("KWD", 3)))


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize(
    "text", ["1,005.00", "1.005,00", "1 005,00", "1\u202f005.00", "1005.00", "1005,00", "1005"]
)
def test_a_thousand_and_five_is_the_same_in_every_language(text, language):
    assert parse_amount(text, USD, language) == 100_500


@pytest.mark.parametrize(
    ("text", "language", "units"),
    [
        ("1,005", "en", 100_500),
        ("1.005", "es", 100_500),
        ("1.005", "pt", 100_500),
        ("12,345,678", "fr", 1_234_567_800),
    ],
)
def test_a_sign_that_groups_groups(text, language, units):
    assert parse_amount(text, USD, language) == units


@pytest.mark.parametrize(("text", "language"), [("1.005", "en"), ("1,005", "es"), ("1,005", "fr")])
def test_what_could_be_either_is_asked_back(text, language):
    with pytest.raises(AmountError, match="thousand"):
        parse_amount(text, USD, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-5",
        "5-",
        "(5)",
        "0",
        "0.00",
        "5.1",
        "5.123,4",
        "1,00,5.00",
        "abc",
        "1e5",
        "5 USD",
        "٣",
        "5.",
        "9" * 18,
        "1.0.0",
        "1,005.0",
        "+5",
        "NaN",
    ],
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(AmountError):
        parse_amount(text, USD, "en")


def test_the_currency_says_how_many_decimals():
    assert parse_amount("1,005", JPY, "en") == 1_005
    assert parse_amount("1.005", KWD, "en") == 1_005
    with pytest.raises(AmountError):
        parse_amount("5.00", JPY, "en")
    with pytest.raises(AmountError):
        to_units(Decimal("1.234"), USD)


@given(st.integers(1, 10**15))
def test_what_is_shown_reads_back(units):
    shown = f"{from_units(units, USD):,.2f}"
    assert parse_amount(shown, USD, "en") == units
    assert parse_amount(shown.translate(str.maketrans(",.", ".,")), USD, "es") == units
