"""Dates of reduced precision and numbers as people write them in four languages."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.ui.fields import LocalizedDecimalField, PartialDateField
from network.ui.widgets import DayInput


class Measured(forms.Form):
    on = PartialDateField(required=False)


def date_form(day: str = "", month: str = "", year: str = "") -> Measured:
    return Measured({"on_day": day, "on_month": month, "on_year": year})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("", "", ""), ""),
        (("", "", "2024"), "2024"),
        (("", "3", "2024"), "2024-03"),
        (("27", "03", "2024"), "2024-03-27"),
        ((" 7 ", "3", "2024"), "2024-03-07"),
        (("29", "2", "2024"), "2024-02-29"),
    ],
)
def test_a_date_may_be_known_to_the_year_the_month_or_the_day(typed, meant):
    form = date_form(*typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("27", "3", ""), "year"),
        (("", "", "24"), "year_digits"),
        (("", "", "two"), "year_digits"),
        (("", "", "1666"), "year_range"),
        (("27", "", "2024"), "month"),
        (("", "13", "2024"), "month_range"),
        (("", "March", "2024"), "month_range"),
        (("30", "2", "2024"), "day"),
        (("x", "2", "2024"), "day"),
        (("29", "2", "2023"), "day"),
        (("٢", "2", "2024"), "day"),
    ],
)
def test_a_faulty_date_is_told_in_one_clear_message(typed, code):
    form = date_form(*typed)
    assert [error.code for error in form.errors.as_data()["on"]] == [code]


def test_what_was_typed_stays_in_a_faulty_date():
    html = str(date_form("30", "13", "2024")["on"])
    assert 'value="30"' in html
    assert 'value="13"' in html
    assert html.count('aria-invalid="true"') == 3


def test_a_stored_date_fills_the_three_inputs():
    html = str(Measured(initial={"on": "2024-03"})["on"])
    assert 'id="id_on_year" name="on_year" value="2024"' in html
    assert 'name="on_month" value="3"' in html
    assert 'name="on_day" value=""' in html


def test_a_whole_iso_date_is_understood_under_the_fields_own_name():
    assert Measured({"on": "2024-03-27"}).is_valid()


@pytest.mark.parametrize(("initial", "changed"), [("2024-03", False), ("2024", True), ("", True)])
def test_a_date_has_changed_only_when_its_meaning_has(initial, changed):
    form = Measured({"on_day": "", "on_month": "3", "on_year": "2024"}, initial={"on": initial})
    assert form.has_changed() is changed


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "41.5", "41.5"),
        ("es", "41,5", "41.5"),
        ("fr", "41,5", "41.5"),
        ("pt", "41,5", "41.5"),
        ("es", "41.5", "41.5"),
        ("en", "41,5", "41.5"),
        ("en", "25,000", "25000"),
        ("pt", "25.000", "25000"),
        ("fr", "25 000", "25000"),
        ("fr", "25\u202f000,50", "25000.50"),
        ("es", "1.234.567", "1234567"),
        ("es", "1.234,56", "1234.56"),
        ("es", "1,234.56", "1234.56"),
        ("en", "1,234,567.8", "1234567.8"),
        ("es", "0,125", "0.125"),
        ("en", "1.234", "1.234"),
        ("pt", "1,234", "1.234"),
        ("es", "-3,5", "-3.5"),
        ("es", "\u22123,5", "-3.5"),
        ("es", "25000", "25000"),
    ],
)
def test_a_number_is_read_as_the_language_writes_it(language, typed, meant):
    with override(language):
        assert LocalizedDecimalField().clean(typed) == Decimal(meant)


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        ("es", "25.000", "doubtful"),
        ("es", "1,234", "doubtful"),
        ("fr", "1.234", "doubtful"),
        ("es", "12.34.56", "invalid"),
        ("en", "1,23,456", "invalid"),
        ("en", "1,2,3", "invalid"),
        ("es", "about 40", "invalid"),
        ("es", "40 %", "invalid"),
        ("en", "1e5", "invalid"),
        ("en", "NaN", "invalid"),
        ("en", "٤١", "invalid"),
    ],
)
def test_a_number_that_is_doubtful_or_none_is_asked_about(language, typed, code):
    with override(language), pytest.raises(ValidationError) as caught:
        LocalizedDecimalField().clean(typed)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "41.5"), ("es", "41,5"), ("fr", "41,5"), ("pt", "41,5")]
)
def test_a_stored_number_is_shown_as_the_language_writes_it(language, shown):
    with override(language):
        assert LocalizedDecimalField().prepare_value(Decimal("41.5")) == shown


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@given(number=st.decimals(-999_999_999, 999_999_999, places=2, allow_nan=False))
def test_every_stored_number_comes_back_as_it_was_shown(language, number):
    with override(language):
        field = LocalizedDecimalField()
        assert field.clean(field.prepare_value(number)) == number


def test_limits_of_a_number_hold_after_reading():
    with override("es"), pytest.raises(ValidationError):
        LocalizedDecimalField(max_value=100).clean("158,5")


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_a_day_is_given_to_the_browser_as_it_reads_it(language):
    """An `<input type=date>` drops 27/11/2026, and with it what was chosen before."""
    with override(language):
        html = DayInput().render("starts_on", date(2026, 11, 27))
    assert 'type="date"' in html
    assert 'value="2026-11-27"' in html


def test_every_control_for_a_day_is_that_one():
    def forms_below(cls):
        for each in cls.__subclasses__():
            yield each
            yield from forms_below(each)

    plain = {
        f"{form.__module__}.{form.__name__}.{name}"
        for form in forms_below(forms.BaseForm)
        for name, field in getattr(form, "base_fields", {}).items()
        if getattr(field.widget, "input_type", "") == "date" and not isinstance(field.widget, DayInput)
    }
    assert not {name for name in plain if not name.startswith("django.")}
