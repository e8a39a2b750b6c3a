"""What may stand in a person's name and in a time zone: guards against tricks, not against people."""

import re
import unicodedata
from functools import lru_cache
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MARKS = " '’ʼ‘-‐‑–.,·()ªº"  # the signs that names are written with
MOST_ACCENTS = 3  # in a row, on one letter


def validate_person_name(value: str) -> None:
    """Refuse what is no name: hidden or turning characters, pictures, addresses that mail would link.

    Letters of every script, accents, digits and the usual signs are welcome.
    """
    text = unicodedata.normalize("NFC", value)
    if not any(unicodedata.category(letter).startswith("L") for letter in text):
        raise ValidationError(_("Write the name with letters."), code="no_letters")
    if not all(_fits(letter) for letter in text) or _too_many_accents(text):
        raise ValidationError(
            _("A name has letters, spaces, hyphens and apostrophes; other signs cannot be used here."),
            code="signs",
        )
    if re.search(r"\w{2,}\.\w{2,}|www\.", text, re.IGNORECASE):
        raise ValidationError(_("Write a name here, not an address."), code="address")


def _fits(letter: str) -> bool:
    return letter in MARKS or unicodedata.category(letter)[0] in "LM" or letter.isdecimal()


def _too_many_accents(text: str) -> bool:
    row = 0
    for letter in text:
        row = row + 1 if unicodedata.combining(letter) else 0
        if row > MOST_ACCENTS:
            return True
    return False


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """Names of the IANA time zones that this machine knows, without the historical single words."""
    return frozenset(
        name for name in available_timezones() if "/" in name and not name.startswith("Etc/")
    ) | {"UTC"}


def validate_time_zone(value: str) -> None:
    """Refuse what is not the name of a time zone."""
    if value not in time_zones():
        raise ValidationError(_("Choose a time zone of the list."), code="time_zone")
