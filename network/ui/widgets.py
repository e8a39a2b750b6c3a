"""Controls that Django does not have, or draws otherwise; templates in templates/components/forms/."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict


class Checkboxes(forms.CheckboxSelectMultiple):
    """A list of boxes to tick, each a target of its own."""

    template_name = "components/forms/choices.html"


class Radios(forms.RadioSelect):
    """A list of which one can be chosen."""

    template_name = "components/forms/choices.html"


class MarkdownTextarea(forms.Textarea):
    """A text with a small toolbar and a preview where scripts run; a plain text field where not."""

    template_name = "components/forms/markdown.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 6, **(attrs or {})})


class DayInput(forms.DateInput):
    """The browser's own control for a day. It reads 2026-11-27 whatever the language of the page, and drops
    anything else."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__({"class": "input--10"}, format="%Y-%m-%d")


class FileUpload(forms.FileInput):
    """Choose a file; kinds and size are said in the field's help text, `accept` narrows the dialogue."""

    template_name = "components/forms/upload.html"


class FilesUpload(FileUpload):
    """Choose several files at once."""

    allow_multiple_selected = True


class PartialDateWidget(forms.Widget):
    """Day, month and year as three short inputs; the year alone may be filled in.

    Its value is an ISO 8601 date of reduced precision, or what was typed as (day, month, year).
    """

    template_name = "components/forms/partial_date.html"
    use_fieldset = True

    @staticmethod
    def first_id(auto_id: str) -> str:
        """Where a link from the summary of errors leads."""
        return f"{auto_id}_day"

    def id_for_label(self, id_: str) -> str:
        """The legend labels the group; each input has a label of its own."""
        return ""

    def value_from_datadict(
        self, data: Any, files: MultiValueDict, name: str
    ) -> tuple[str, str, str] | str | None:
        """What was typed, without spaces at the ends; also a whole ISO date under the field's own name."""
        if name in data:
            return data[name]
        parts = tuple(str(data.get(f"{name}_{part}") or "").strip() for part in ("day", "month", "year"))
        return parts if any(parts) else None  # type: ignore[return-value]

    def value_omitted_from_data(self, data: Any, files: MultiValueDict, name: str) -> bool:
        """Whether none of the three inputs was sent."""
        return name not in data and all(f"{name}_{part}" not in data for part in ("day", "month", "year"))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Three inputs with what is known."""
        context = super().get_context(name, None, attrs)
        context["widget"]["day"], context["widget"]["month"], context["widget"]["year"] = parts_of(value)
        context["widget"]["invalid"] = bool(attrs and attrs.get("aria-invalid"))
        return context


def parts_of(value: Any) -> tuple[str, str, str]:
    """(day, month, year) as typed of a date, an ISO date of any precision, or parts."""
    if isinstance(value, dt.date):
        value = value.isoformat()
    if isinstance(value, str):
        year, month, day = (*value.split("-"), "", "")[:3]
        return day.lstrip("0"), month.lstrip("0"), year
    return value or ("", "", "")
