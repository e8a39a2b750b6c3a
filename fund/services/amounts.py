"""Amounts as people write them and as the ledger keeps them: whole numbers of the smallest unit."""

import re
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..models import Currency
from ..models.entries import MOST


class AmountError(ValueError):
    """Text that is no amount of this currency; `message` says why, `values` fill its placeholders."""

    def __init__(self, message: object, **values: object) -> None:
        self.message, self.values = message, values
        super().__init__(str(message))


NOT_A_NUMBER = _("Write an amount in digits, for example %(sample)s.")
AMBIGUOUS = _("Is “%(text)s” a thousand or a fraction? Write it with its decimals, for example %(sample)s.")
WRONG_DECIMALS = _("%(currency)s has %(decimals)s decimals: write for example %(sample)s.")
NEGATIVE = _("Write the amount without a sign: the kind of entry says which way it goes.")
ZERO = _("The amount must be more than zero.")
HUGE = _("This amount is larger than the ledger takes.")

POINT_DECIMAL = ("en",)  # English of the Americas writes 1,005.00; the others 1.005,00
GROUPS = {"en": ",", "fr": "\u202f"}  # signs for thousands; a point elsewhere
SPACES = re.compile(r"[\s\u00a0\u202f'’]")
GROUPED = re.compile(r"^\d{1,3}(?:([.,])\d{3})+$|^\d+$")


def to_units(amount: Decimal, currency: Currency) -> int:
    """The amount in smallest units. Raises AmountError when it has more decimals than the currency."""
    units = amount.scaleb(currency.exponent)
    if units != units.to_integral_value():
        raise AmountError(WRONG_DECIMALS, **_sample(currency))
    return int(units)


def from_units(units: int, currency: Currency) -> Decimal:
    """The amount as a decimal number with the currency's decimals."""
    return Decimal(units).scaleb(-currency.exponent)


def parse_amount(text: str, currency: Currency, language: str | None = None) -> int:
    """Read an amount as written: 1,005.00 and 1.005,00 are the same in every language.

    Where one sign stands alone before three digits (1,005 or 1.005), the language says whether it groups;
    when it would be a fraction of a currency without three decimals, the person is asked. Raises AmountError.
    """
    plain = SPACES.sub("", text).replace("\u2212", "-")
    if plain.startswith(("-", "(")) or plain.endswith("-"):
        raise AmountError(NEGATIVE)
    whole, fraction = _split(plain, currency, (language or get_language() or "en")[:2])
    if len(fraction) not in (0, currency.exponent):
        raise AmountError(WRONG_DECIMALS, **_sample(currency))
    if len(whole) > len(str(MOST)):
        raise AmountError(HUGE)
    units = int((whole or "0") + fraction.ljust(currency.exponent, "0"))
    if units == 0:
        raise AmountError(ZERO)
    if units > MOST:
        raise AmountError(HUGE)
    return units


def _split(plain: str, currency: Currency, language: str) -> tuple[str, str]:
    """Digits before and after the decimal sign."""
    marks = [sign for sign in plain if sign in ".,"]
    if not re.fullmatch(r"[0-9.,]*[0-9][0-9.,]*", plain, re.ASCII) or plain[-1] in ".,":
        raise AmountError(NOT_A_NUMBER, **_sample(currency))
    if not marks:
        return plain, ""
    last = marks[-1]
    whole, fraction = plain.rsplit(last, 1)
    if len(set(marks)) == 1 and _groups(plain, marks, fraction, currency, language):
        whole, fraction = plain, ""
    if not (GROUPED.match(whole) or whole == "") or (fraction and last in whole):
        raise AmountError(NOT_A_NUMBER, **_sample(currency))
    return re.sub(r"[.,]", "", whole), fraction


def _groups(plain: str, marks: list[str], fraction: str, currency: Currency, language: str) -> bool:
    """Whether the only kind of sign in it groups thousands."""
    if not GROUPED.match(plain):
        return False
    if len(marks) > 1:
        return True
    decimal_sign = "." if language in POINT_DECIMAL else ","
    if marks[0] != decimal_sign:
        return True
    if currency.exponent == len(fraction):
        return False
    raise AmountError(AMBIGUOUS, text=plain, **_sample(currency))


def _sample(currency: Currency) -> dict[str, object]:
    return {"currency": currency.pk, "decimals": currency.exponent, "sample": sample(currency.exponent)}


def sample(decimals: int) -> str:
    """A thousand and five, as the active language writes it with so many decimals."""
    mark = "." if _has_point() else ","
    group = GROUPS.get((get_language() or "en")[:2], ".")
    return f"1{group}005{mark}{'0' * decimals}" if decimals else f"1{group}005"


def written(units: int, currency: Currency) -> str:
    """An amount as the active language writes it, without signs for thousands: `parse_amount` reads it."""
    text = str(from_units(units, currency))
    return text if _has_point() else text.replace(".", ",")


def _has_point() -> bool:
    return (get_language() or "en")[:2] in POINT_DECIMAL
