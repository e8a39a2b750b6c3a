"""Form fields made from the columns of a practice; none is required, for a draft may have gaps."""

import re
from typing import Any

from babel import numbers as babel_numbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db.models import Model
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.ui.fields import LocalizedDecimalField, PartialDateField
from network.ui.widgets import MarkdownTextarea, Radios

_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
AMERICAS = [
    "USD",
    "CAD",
    "MXN",
    "GTQ",
    "HNL",
    "NIO",
    "CRC",
    "PAB",
    "BZD",
    "DOP",
    "HTG",
    "CUP",
    "JMD",
    "BSD",
    "BBD",
    "TTD",
    "XCD",
    "GYD",
    "SRD",
    "COP",
    "VES",
    "PEN",
    "BOB",
    "CLP",
    "ARS",
    "UYU",
    "PYG",
    "BRL",
]
OTHERS = ["EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "JPY", "KRW", "CNY"]


class Text(forms.CharField):
    """Several lines; what is too long is said, not cut off, and line ends count once."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = max_length
        self.validators.append(
            MaxLengthValidator(
                max_length, _("Write at most %(limit_value)s characters; these are %(show_value)s.")
            )
        )

    def to_python(self, value: Any) -> str:
        """With line ends as one sign."""
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class WholeNumberField(forms.IntegerField):
    """A count as people write it: 70000, 70.000, 70,000 or 70 000 are the same; 70.5 is no count."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Enter a whole number, as in 1200.")}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A keyboard with figures on phones."""
        return {"inputmode": "numeric", "autocomplete": "off"}

    def to_python(self, value: Any) -> int | None:
        """Read the number; raises ValidationError "invalid"."""
        if value in self.empty_values:
            return None
        text = _SPACES.sub("", str(value))
        if _GROUPED.fullmatch(text):
            text = re.sub(r"[.,]", "", text)
        if not re.fullmatch(r"[0-9]{1,15}", text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(text)


class CurrencyField(forms.ChoiceField):
    """An ISO 4217 code that Babel knows; those of the Americas come first."""

    default_error_messages = {
        "invalid_choice": _("%(value)s is not a known currency. Choose one from the list.")
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=currencies, **kwargs)

    def valid_value(self, value: Any) -> bool:
        """Whether Babel knows the code, in the list or not."""
        return babel_numbers.is_currency(value)


def currencies() -> list[tuple[str, Any]]:
    """Groups of codes with their names in the active language."""
    language = (get_language() or "en")[:2]

    def named(codes: list[str]) -> list[tuple[str, str]]:
        return [
            (code, f"{code} – {babel_numbers.get_currency_name(code, locale=language)}") for code in codes
        ]

    return [
        ("", _("Choose")),
        (_("Currencies of the Americas"), named(AMERICAS)),
        (_("Other currencies"), named(OTHERS)),
    ]


def text(model: type[Model], name: str, hint: Any = "", rows: int = 6) -> forms.Field:
    """A Markdown text of several lines."""
    column = model._meta.get_field(name)
    return Text(
        label=_label(column),
        help_text=hint,
        required=False,
        max_length=column.max_length or 5000,
        widget=MarkdownTextarea({"rows": rows}),
    )


def plain(model: type[Model], name: str, hint: Any = "", rows: int = 3) -> forms.Field:
    """A text of several lines without formatting."""
    field = text(model, name, hint)
    field.widget = forms.Textarea({"rows": rows})
    return field


def line(model: type[Model], name: str, hint: Any = "", **attrs: Any) -> forms.Field:
    """A text of one line."""
    column = model._meta.get_field(name)
    return Text(
        label=_label(column),
        help_text=hint,
        required=False,
        max_length=column.max_length,
        widget=forms.TextInput(attrs),
    )


def choice(model: type[Model], name: str, hint: Any = "", *, radios: bool = False) -> forms.Field:
    """One of a closed list; a list of circles where it is short and needs explaining."""
    column = model._meta.get_field(name)
    return forms.ChoiceField(
        label=_label(column),
        help_text=hint,
        required=False,
        choices=list(column.choices) if radios else [("", _("Choose")), *column.choices],
        widget=Radios if radios else forms.Select,
    )


def tick(model: type[Model], name: str, hint: Any = "", label: Any = None) -> forms.Field:
    """A box to tick."""
    column = model._meta.get_field(name)
    return forms.BooleanField(label=label or _label(column), help_text=hint, required=False)


def date(model: type[Model], name: str, hint: Any = "", last_year: int = 2100) -> forms.Field:
    """A day, month and year of which the year alone may be known."""
    column = model._meta.get_field(name)
    return PartialDateField(label=_label(column), help_text=hint, required=False, last_year=last_year)


def count(model: type[Model], name: str, hint: Any = "", largest: int = 2_000_000_000) -> forms.Field:
    """A whole number from 0 to `largest`."""
    column = model._meta.get_field(name)
    return WholeNumberField(
        label=_label(column),
        help_text=hint,
        required=False,
        max_value=largest,
        widget=forms.TextInput({"class": "input--10"}),
    )


def decimal(model: type[Model], name: str, hint: Any = "", **limits: Any) -> forms.Field:
    """A number with decimals, in the writer's notation."""
    column = model._meta.get_field(name)
    return LocalizedDecimalField(
        label=_label(column),
        help_text=hint,
        required=False,
        max_digits=column.max_digits,
        decimal_places=column.decimal_places,
        widget=forms.TextInput({"class": "input--10"}),
        **limits,
    )


def address(label: Any, max_length: int, hint: Any = "") -> forms.Field:
    """An address of the web."""
    message = _("Enter a web address, as in https://example.org/report.")
    field = forms.URLField(
        label=label,
        help_text=hint,
        required=False,
        max_length=max_length,
        assume_scheme="https",
        error_messages={"invalid": message},
    )
    others = [check for check in field.validators if not isinstance(check, URLValidator)]
    field.validators = [URLValidator(schemes=["http", "https"]), *others]
    return field


def is_before(end: str, start: str) -> bool:
    """Whether one partial date lies before another, as far as both are known."""
    length = min(len(end), len(start))
    return bool(end and start) and end[:length] < start[:length]


_capitalized = lazy(capfirst, str)


def _label(column: Any) -> Any:
    """The column's name with its first letter in upper case, in whatever language it is read."""
    return _capitalized(column.verbose_name)
