"""What people mistype: each fault has its words at its field, in four languages; nothing typed is lost."""

import datetime as dt
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fund.forms.fields import MoneyField
from fund.models import DraftEntry, Period
from fund.services.periods import close_period

from .conftest import contribution

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")

#: Amount, currency: what is wrong with it, in four languages.
FAULTS = {
    ("abc", "USD"): ("Write an amount in digits", "en cifras", "en chiffres", "em algarismos"),
    ("-5", "USD"): ("without a sign", "sin signo", "sans signe", "sem sinal"),
    ("(5.00)", "USD"): ("without a sign", "sin signo", "sans signe", "sem sinal"),
    ("0", "USD"): ("more than zero", "mayor que cero", "supérieur à zéro", "maior que zero"),
    ("0.00", "USD"): ("more than zero", "mayor que cero", "supérieur à zéro", "maior que zero"),
    ("99999999999999999", "USD"): (
        "larger than the ledger",
        "supera lo que",
        "dépasse ce qu",
        "maior do que",
    ),
    ("10.5", "JPY"): ("has 0 decimals", "lleva 0 decimales", "a 0 décimale", "tem 0 casas decimais"),
    ("10.555555", "USD"): ("has 2 decimals", "lleva 2 decimales", "a 2 décimales", "tem 2 casas decimais"),
    ("10", "XXX"): ("Choose a currency", "Elija una moneda", "Choisissez une monnaie", "Escolha uma moeda"),
    ("10", "U\x00D"): (
        "Choose a currency",
        "Elija una moneda",
        "Choisissez une monnaie",
        "Escolha uma moeda",
    ),
}
#: What stands alone before three digits is a thousand in one language and a question in another.
QUESTIONS = {"en": "1.005", "es": "1,005", "fr": "1,005", "pt": "1,005"}
ASKED = {
    "en": "a thousand or a fraction",
    "es": "millar",
    "fr": "millier",
    "pt": "milhar",
}


def send(officer, small_fund, page="en", **more):
    answer = officer.post(f"/{page}/fund/desk/new/contribution/", contribution(small_fund, **more))
    return answer, unescape(answer.content.decode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fault_of_an_amount_has_its_words_at_the_field_and_nothing_is_lost(
    small_fund, officer, language
):
    for (text, currency), words in FAULTS.items():
        answer, page = send(
            officer, small_fund, language, amount=text, amount_currency=currency, party="Banco Industrial"
        )
        assert answer.status_code == 422, text
        assert words[LANGUAGES.index(language)] in page, (text, answer.context["form"].errors)
        assert set(answer.context["form"].errors) == {"amount"}, text
        assert 'id="id_amount_error"' in page
        assert f'value="{text}"' in page
        assert 'value="Banco Industrial"' in page
    assert DraftEntry.objects.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doubtful_amount_is_asked_about(small_fund, officer, language):
    answer, page = send(officer, small_fund, language, amount=QUESTIONS[language])
    assert answer.status_code == 422
    assert ASKED[language] in page, answer.context["form"].errors


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["1,005.00", "1.005,00", "1 005,00", "1005.00", "1005,00", "1\u202f005,00", "1'005.00"]
)
def test_the_same_amount_is_read_however_it_is_written(small_fund, officer, language, text):
    answer, _page = send(officer, small_fund, language, amount=text)
    assert answer.status_code == 302, answer.context["form"].errors
    assert DraftEntry.objects.get().leg_amounts == [100_500, -100_500]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amount_comes_back_as_the_language_writes_it(small_fund, officer, language):
    draft = small_fund.draft(small_fund.contribution(100_500))
    officer.post(f"{draft.get_absolute_url()}take-back/")
    page = officer.get(f"/{language}/fund/desk/drafts/{draft.public_id}/edit/").content.decode()
    assert ('value="1005.00"' if language == "en" else 'value="1005,00"') in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "in the future"),
        ("es", "en el futuro"),
        ("fr", "dans le futur"),
        ("pt", "no futuro"),
    ],
)
def test_a_date_that_has_not_come_is_refused(small_fund, officer, language, words):
    day = timezone.localdate() + dt.timedelta(days=1)
    date = {"event_on_day": day.day, "event_on_month": day.month, "event_on_year": day.year}
    answer, page = send(officer, small_fund, language, **date)
    assert answer.status_code == 422
    assert words in page, answer.context["form"].errors


def test_a_date_in_a_closed_period_goes_to_the_open_one_and_the_page_says_so(small_fund, officer):
    year = timezone.localdate().year
    last = Period.objects.create(starts_on=dt.date(year - 1, 1, 1), ends_on=dt.date(year - 1, 12, 31))
    close_period(period=last, by=small_fund.approver)
    answer, _page = send(officer, small_fund, event_on_day=1, event_on_month=3, event_on_year=year - 1)
    assert answer.status_code == 302
    page = officer.get(answer["Location"]).content.decode()
    assert f"The period of 1 March {year - 1} is closed" in page.replace("March 1, ", "1 March ")


def test_a_date_for_which_no_period_is_open_is_refused(small_fund, officer):
    close_period(period=Period.objects.get(), by=small_fund.approver)
    answer, page = send(officer, small_fund)
    assert answer.status_code == 422
    assert "No period is open for this date." in page
    assert set(answer.context["form"].errors) == {"event_on"}


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"donor": ""}, "donor"),
        ({"donor": "999999"}, "donor"),
        ({"donor": "x"}, "donor"),
        ({"description": ""}, "description"),
        ({"description": "x" * 501}, "description"),
        ({"description": "a\x00b"}, "description"),
        ({"language": "de"}, "language"),
        ({"earmark": "topic:nothing"}, "earmark"),
        ({"key": "no key"}, "key"),
        ({"event_on_day": "32"}, "event_on"),
        ({"event_on_day": ""}, "event_on"),
        ({"event_on_year": "99999"}, "event_on"),
        ({"amount": ""}, "amount"),
    ],
)
def test_every_other_fault_is_said_at_its_field(small_fund, officer, sent, field):
    answer, _page = send(officer, small_fund, **sent)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert DraftEntry.objects.count() == 0


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=40) | st.from_regex(r"[0-9.,\' -]{1,25}", fullmatch=True),
    st.sampled_from(["USD", "JPY", "KWD"]),
)
def test_any_text_is_read_or_refused(small_fund, text, code):
    """No text makes the amount fall over, and what is accepted is a positive whole number."""
    try:
        found = MoneyField(required=False).clean((text, code))
    except ValidationError:
        return
    assert found is None or 0 < found.units <= 10**15
