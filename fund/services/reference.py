"""The Fund itself and its currencies: what every installation begins with."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_noop

from ..models import Currency, Fund

CODE = "voluntary"
NAME = gettext_noop("Voluntary Fund for the Prevention of Violence and Crime")

#: Currencies of the member states and of usual donors, with the decimals of ISO 4217.
CURRENCIES = {
    2: "USD EUR CAD GBP CHF SEK NOK MXN GTQ HNL NIO CRC PAB DOP HTG JMD BBD BSD BZD TTD XCD GYD SRD COP PEN "
    "BOB BRL ARS UYU CNY",
    0: "JPY KRW CLP PYG",
    3: "BHD KWD",
}


@transaction.atomic
def load_fund_reference() -> Fund:
    """Add the currencies and the Fund where they are missing."""
    currencies = [
        Currency(code=code, exponent=exponent)
        for exponent, codes in CURRENCIES.items()
        for code in codes.split()
    ]
    Currency.objects.bulk_create(currencies, ignore_conflicts=True)  # one statement
    names = {}
    for language in ("en", "es", "fr", "pt"):
        with translation.override(language):
            names[f"name_{language}"] = translation.gettext(NAME)
    fund, _created = Fund.objects.get_or_create(code=CODE, defaults={"base_currency_id": "USD", **names})
    return fund


def the_fund() -> Fund:
    """The Voluntary Fund."""
    return Fund.objects.select_related("base_currency").get(code=CODE)


def licence() -> str:
    """The address of the licence under which the Fund's data may be reused."""
    return str(settings.FUND_DATA_LICENCE)
