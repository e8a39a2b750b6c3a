"""Column types that practices need."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

PARTIAL_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


def rated(choices: Any, length: int) -> models.CharField:
    """A column that a rating fills; empty before."""
    return models.CharField(
        max_length=length, choices=choices, blank=True, default="", db_default="", editable=False
    )


class PartialDateField(models.CharField):
    """A date of which perhaps only the year or the month is known: ISO 8601 with reduced precision.

    "2013", "2013-05" and "2013-05-01" sort as text in the order of time.
    """

    default_validators = [RegexValidator(PARTIAL_DATE, _("Enter a year, a month or a day."))]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Leave out the length, which is part of the type."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs
