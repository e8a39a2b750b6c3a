"""Numbers, dates and money in the reader's language, through Babel."""

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel import dates, numbers, units
from django.utils import timezone
from django.utils.translation import gettext as _

from . import languages


def locale() -> str:
    """Babel's locale of the active language."""
    return languages.LOCALES[languages.active()]


def number(value: int | float | Decimal | str | None, digits: int | None = None) -> str:
    """`value` with the language's separators; `digits` fixes the decimals. An unknown is said, never zero."""
    if value is None or value == "":
        return _("Not yet known")
    return _number(str(value), digits, locale())


@lru_cache(maxsize=10_000)
def _number(value: str, digits: int | None, locale_name: str) -> str:
    """Kept, because lists show a hundred counts, and the same ones again and again."""
    shape = "#,##0.######" if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return numbers.format_decimal(Decimal(value), format=shape, locale=locale_name)


def percent(value: int | float | Decimal | None) -> str:
    """`value` in hundredths (41.5 is 41.5 %) with the sign where the language puts it."""
    if value is None:
        return _("Not yet known")
    return numbers.format_percent(
        Decimal(str(value)) / 100, format=None, locale=locale(), decimal_quantization=False
    )


def money(amount: Decimal | int | None, currency: str) -> str:
    """An amount in an ISO 4217 currency, with its code where the sign alone would be ambiguous."""
    if amount is None:
        return _("Not yet known")
    shape = "#,##0.00 ¤¤" if Decimal(amount) % 1 else "#,##0 ¤¤"
    return numbers.format_currency(
        Decimal(amount), currency, format=shape, locale=locale(), currency_digits=False
    )


def size(value: int) -> str:
    """A file's size in kilobytes or megabytes of 1,000, as operating systems show it."""
    megabytes = value >= 1_000_000
    amount = round(value / (1_000_000 if megabytes else 1_000), 1 if megabytes else 0)
    unit = "digital-megabyte" if megabytes else "digital-kilobyte"
    return units.format_unit(amount, unit, length="short", locale=locale())


def day(value: dt.date | None, length: str = "long") -> str:
    """A date: "27 March 2024" (long) or "27 Mar 2024" (medium)."""
    if value is None:
        return _("Not yet known")
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date()
    return _day(value, length, locale())


@lru_cache(maxsize=5_000)
def _day(value: dt.date, length: str, locale_name: str) -> str:
    """Kept, because what was said on one day stands on one page."""
    return dates.format_date(value, format=length, locale=locale_name)


def day_and_clock(value: dt.datetime) -> str:
    """A date with hour and minute in the reader's time zone, for lists that name the zone once."""
    return day_and_clock_of(timezone.localtime(value))


def day_and_clock_of(shown: dt.datetime) -> str:
    """A date with hour and minute as the moment itself says them, in whatever zone it is."""
    return f"{_day(shown.date(), 'medium', locale())}, {shown:%H:%M}"


def zone_name() -> str:
    """The reader's time zone by its name."""
    return _zone_name(timezone.get_current_timezone_name(), locale())


@lru_cache(maxsize=500)
def _zone_name(zone: str, locale_name: str) -> str:
    return dates.get_timezone_location(zone, locale=locale_name) if "/" in zone else zone


def moment(value: dt.datetime | None) -> str:
    """A date and time in the reader's time zone, which is named."""
    if value is None:
        return _("Not yet known")
    zone = timezone.get_current_timezone()
    shown = dates.format_datetime(value, format="d MMM y, HH:mm", tzinfo=zone, locale=locale())
    return f"{shown} {dates.get_timezone_name(value.astimezone(zone), width='short', locale=locale())}"


def clock(value: dt.datetime) -> str:
    """Hour and minute in the reader's time zone, as "10:42"."""
    return timezone.localtime(value).strftime("%H:%M")


def partial_day(value: str | None) -> str:
    """A date of reduced precision (ISO 8601: 2024, 2024-03 or 2024-03-27) in words of the language."""
    if not value:
        return _("Not yet known")
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    date = dt.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    if len(parts) > 2:
        return day(date)
    return dates.format_skeleton("yMMMM", date, locale=locale())


def separators() -> tuple[str, str]:
    """Decimal sign and group sign of the active language."""
    return numbers.get_decimal_symbol(locale()), numbers.get_group_symbol(locale())


def plain(value: Any) -> str:
    """A number as a person of the active language types it: no groups, the language's decimal sign."""
    if value is None or value == "":
        return ""
    return format(Decimal(str(value)), "f").replace(".", separators()[0])
