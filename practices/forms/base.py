"""What the forms of all sections share: reading a record, telling valid from invalid, giving nothing up."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from ..models import Practice
from ..models.parts import Part
from .fields import Text

MOST_ROWS = 30


class RecordForm(forms.Form):
    """A form over the columns of one record, in the language that the record is written in."""

    use_required_attribute = False

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if language and isinstance(field, Text):
                field.widget.attrs |= {"lang": language, "dir": "auto"}

    def values(self) -> dict[str, Any]:
        """What can be stored: cleaned values, and the empty value of each field that is at fault."""
        if not hasattr(self, "cleaned_data"):
            self.full_clean()
        cleaned = getattr(self, "cleaned_data", {})
        return {name: cleaned.get(name, empty_of(field)) for name, field in self.fields.items()}

    def complain(self, name: str, message: Any) -> None:
        """Say what is wrong with a field that does not have another fault already."""
        if name not in self.errors:
            self.add_error(name, ValidationError(message))


def empty_of(field: forms.Field) -> Any:
    """What a field holds when nothing is filled in."""
    if isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField):
        return []
    if isinstance(field, forms.BooleanField):
        return False
    if isinstance(field, forms.IntegerField | forms.ModelChoiceField | forms.TypedChoiceField):
        return None
    return ""


def read(record: Model, names: Any) -> dict[str, Any]:
    """The record's values as initial values of a form: text as its author wrote it."""
    found = {}
    for name in names:
        if hasattr(record, f"{name}_en"):
            found[name] = record.original(name)
        else:
            found[name] = _as_initial(getattr(record, name, None))
    return found


def _as_initial(value: Any) -> Any:
    """A number without the zeros that its column adds; a set as a list."""
    if isinstance(value, Decimal):
        return value.to_integral() if value == value.to_integral() else value.normalize()
    return list(value.all()) if hasattr(value, "all") else value


class SectionForm(RecordForm):
    """The fields of one section that are the practice's own."""

    def __init__(self, data: Any = None, *, practice: Practice, **kwargs: Any) -> None:
        self.practice = practice
        initial = {**read(practice, self.base_fields), **self.initial_of(practice)}
        super().__init__(data, initial=initial, language=practice.source_language, **kwargs)

    def initial_of(self, practice: Practice) -> dict[str, Any]:
        """Initial values that are not simply columns."""
        return {}


class RowIdField(forms.IntegerField):
    """The id of a stored row; anything else is no id, and the row is a new one."""

    def clean(self, value: Any) -> int | None:
        """Never complains: nobody typed it."""
        try:
            return super().clean(value)
        except ValidationError:
            return None


class PartForm(RecordForm):
    """A row of a list within the section; wholly empty, it is as if it were not there."""

    id = RowIdField(required=False, widget=forms.HiddenInput)
    anchor: ClassVar[str]
    anchor_message: ClassVar[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["empty_permitted"] = True
        super().__init__(*args, **kwargs)

    def has_changed(self) -> bool:
        """Whether anything is filled in."""
        return any(_is_filled(self[name].data) for name, field in self.fields.items() if name != "id")

    def clean(self) -> dict[str, Any]:
        """A row that says something must say what it is about."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get(self.anchor):
            self.complain(self.anchor, self.anchor_message)
        return cleaned


def _is_filled(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return any(value) if isinstance(value, tuple) else bool(value)


class PartFormSet(forms.BaseFormSet):
    """A list within the section; shows one empty row when there is none, or when one more is asked for."""

    title: ClassVar[Any]
    add_label: ClassVar[Any]
    remove_label: ClassVar[Any]
    related: ClassVar[str]

    def __init__(
        self, *args: Any, records: list[Part] | None = None, language: str = "", **kwargs: Any
    ) -> None:
        names = [name for name in self.form.base_fields if name != "id"]
        self.records = {record.pk: record for record in records or []}
        initial = [{"id": record.pk, **read(record, names)} for record in records or []]
        super().__init__(*args, initial=initial, form_kwargs={"language": language}, **kwargs)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.BaseForm:
        """A row knows its heading, the label of its button and the record that it shows."""
        form = super()._construct_form(i, **kwargs)
        form.heading = self.title % {"number": i + 1}
        form.remove_label = self.remove_label % {"number": i + 1}
        known = str(form["id"].value() or "")
        form.record = self.records.get(int(known)) if known.isdecimal() else None
        return form

    def rows(self) -> list[PartForm]:
        """The forms that say something."""
        return [form for form in self.forms if form.has_changed()]


def formset_of(form: type[PartForm], name: str, *, title: Any, add: Any, remove: Any) -> type[PartFormSet]:
    """A list of `form`; `title` takes %(number)s, `add` and `remove` are labels of buttons."""
    made = forms.formset_factory(
        form, formset=PartFormSet, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )
    return type(
        f"{form.__name__}Set",
        (made,),
        {"title": title, "add_label": add, "remove_label": remove, "related": name},
    )
