"""Form fields that understand how people write dates and numbers in four languages."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import languages, numbers
from .widgets import Checkboxes, FilesUpload, PartialDateWidget, parts_of


class PartialDateField(forms.Field):
    """A date of which the year alone, or year and month, may be known.

    Cleans to an ISO 8601 string of reduced precision: "2024", "2024-03" or "2024-03-27"; "" for nothing.
    """

    widget = PartialDateWidget
    default_error_messages = {
        "year": _("Enter the year."),
        "year_digits": _("Write the year with four digits, as in 2024."),
        "year_range": _("The year must lie between %(first)s and %(last)s."),
        "month": _("Enter the month, or leave the day out too."),
        "month_range": _("The month must be a number from 1 to 12."),
        "day": _("This day does not exist: check the day and the month."),
    }

    def __init__(self, *, first_year: int = 1900, last_year: int = 2100, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.first_year, self.last_year = first_year, last_year

    def to_python(self, value: Any) -> str:
        """Check the parts from the largest to the smallest; each fault has its own message."""
        day, month, year = parts_of(value)
        if not (day or month or year):
            return ""
        found = [self._year(year)]
        if month or day:
            found.append(self._month(month))
        if day:
            found.append(self._day(day, found[0], found[1]))
        return "-".join(found)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is meant, not how it was typed."""
        return parts_of(initial) != parts_of(data)

    def _fail(self, code: str, **params: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)

    def _year(self, text: str) -> str:
        if not text:
            raise self._fail("year")
        if not re.fullmatch(r"[0-9]{4}", text):
            raise self._fail("year_digits")
        if not self.first_year <= int(text) <= self.last_year:
            raise self._fail("year_range", first=self.first_year, last=self.last_year)
        return text

    def _month(self, text: str) -> str:
        if not text:
            raise self._fail("month")
        if not re.fullmatch(r"0?[1-9]|1[0-2]", text):
            raise self._fail("month_range")
        return text.zfill(2)

    def _day(self, text: str, year: str, month: str) -> str:
        if not re.fullmatch(r"[0-9]{1,2}", text):
            raise self._fail("day")
        try:
            return f"{dt.date(int(year), int(month), int(text)).day:02}"
        except ValueError as error:
            raise self._fail("day") from error


class DayField(PartialDateField):
    """A whole day; cleans to a date, or None for nothing."""

    default_error_messages = {"whole": _("Enter day, month and year.")}

    def to_python(self, value: Any) -> dt.date | None:  # type: ignore[override]
        """Check the parts, then that all are there."""
        text = super().to_python(value)
        if text and text.count("-") != 2:
            raise self._fail("whole")
        return dt.date.fromisoformat(text) if text else None


class PastDayField(DayField):
    """A whole day that has come."""

    default_error_messages = {"future": _("The date lies in the future.")}

    def to_python(self, value: Any) -> dt.date | None:  # type: ignore[override]
        """Check the day, then that it has come."""
        day = super().to_python(value)
        if day and day > timezone.localdate():
            raise self._fail("future")
        return day


class LocalizedDecimalField(forms.DecimalField):
    """A number as people write it: 41,5 or 41.5, with or without signs for thousands.

    One sign before exactly three digits is the doubtful case. Where the language is of one mind (en, pt;
    fr for the comma) it is read so; Spanish differs between countries, so there it is asked, not guessed.
    """

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Enter a number, as in %(example)s."),
        "doubtful": _(
            "This number can be read in two ways. Write thousands without a sign (%(thousands)s), "
            "or one decimal more (%(decimals)s)."
        ),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A keyboard with figures on phones; no numeric control, which would refuse the comma."""
        return {
            "inputmode": "decimal",
            "autocomplete": "off",
            "class": widget.attrs.get("class", "input--10"),
        }

    def prepare_value(self, value: Any) -> Any:
        """A stored number as the language writes it; what was typed stays as typed."""
        return numbers.plain(value) if isinstance(value, Decimal | int | float) else value

    def to_python(self, value: Any) -> Decimal | None:
        """Read the number; raises ValidationError "invalid" or "doubtful"."""
        if value in self.empty_values:
            return None
        if isinstance(value, str):
            value = self._plain(re.sub(r"[\s\u00a0\u202f'’]", "", value))
        return super().to_python(value)

    def _plain(self, text: str) -> str:
        decimal_sign, _group = numbers.separators()
        if not re.fullmatch(r"[-+−]?[0-9][0-9.,]*", text):
            raise self._invalid(decimal_sign)
        text = text.replace("−", "-")
        signs = [sign for sign in ".," if sign in text]
        if not signs:
            return text
        if len(signs) == 1 and text.count(signs[0]) == 1:
            return self._with_one_sign(text, signs[0], decimal_sign)
        last = max(signs, key=text.rfind)
        whole, decimals = text.rsplit(last, 1) if len(signs) == 2 else (text, "")
        group = "".join(signs).replace(last, "") if len(signs) == 2 else last
        if not re.fullmatch(rf"[-+]?[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+", whole):
            raise self._invalid(decimal_sign)
        return f"{whole.replace(group, '')}.{decimals or '0'}"

    def _with_one_sign(self, text: str, sign: str, decimal_sign: str) -> str:
        if not re.fullmatch(rf"[-+]?[1-9][0-9]{{0,2}}\{sign}[0-9]{{3}}", text):
            return text.replace(sign, ".")
        language = languages.active()
        if sign == decimal_sign and language != "es":
            return text.replace(sign, ".")
        if language in ("en", "pt"):
            return text.replace(sign, "")
        raise ValidationError(
            self.error_messages["doubtful"],
            code="doubtful",
            params={
                "thousands": text.replace(sign, ""),
                "decimals": text.replace(sign, decimal_sign) + "0",
            },
        )

    def _invalid(self, decimal_sign: str) -> ValidationError:
        return ValidationError(
            self.error_messages["invalid"], code="invalid", params={"example": f"41{decimal_sign}5"}
        )


class MultipleCheckboxes(forms.MultipleChoiceField):
    """Several of a list, as boxes to tick."""

    widget = Checkboxes


class FilesField(forms.FileField):
    """One or more files; cleans to a list."""

    widget = FilesUpload

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file is checked as a single one would be."""
        files = data if isinstance(data, list | tuple) else [data]
        return [cleaned for file in files if (cleaned := super(FilesField, self).clean(file, initial))]
