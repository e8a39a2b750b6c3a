"""Handing a table in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.forms import fields
from network.models import User
from network.services.inspecting import RefusedFileError, check_file
from network.ui.uploads import too_large_files
from network.ui.widgets import FileUpload, Radios

from .registry import ImportKind

MOST_BYTES = 10 * 1024 * 1024
TABLES = (".xlsx", ".csv")
PUBLISH = [
    ("publish", gettext_lazy("Publish the entries that are complete")),
    ("draft", gettext_lazy("Keep all as drafts")),
]


class ImportForm(forms.Form):
    """A file, whose entries it holds, and the language of its texts."""

    use_required_attribute = False
    owner = forms.ChoiceField()
    language = fields.language(label=gettext_lazy("Language of the texts in the file"), widget=Radios)
    publish = forms.ChoiceField(
        label=gettext_lazy("What becomes of the rows"), choices=PUBLISH, initial="publish", widget=Radios
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX or CSV in UTF-8, up to 10 MB."),
        widget=FileUpload({"accept": ",".join(TABLES)}),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("The file is empty."),
        },
    )

    def __init__(
        self, *args: Any, kind: ImportKind, user: User, dropped: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dropped = dropped
        owners = kind.owners(user)
        owner: Any = self.fields["owner"]
        owner.label, owner.choices = kind.owner_label, owners
        if len(owners) == 1:
            owner.initial = owners[0][0]
        if not kind.asks_to_publish:
            del self.fields["publish"]

    def clean(self) -> dict[str, Any]:
        """A file that was dropped because of its size is not missing."""
        data = super().clean() or self.cleaned_data
        if self.dropped:
            self.errors.pop("file", None)
            self.add_error("file", _too_large())
        return data

    def clean_file(self) -> Any:
        """A table by its content, whatever its name says; `media_type` is set beside it."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_too_large())
        name = file.name.lower()
        if name.endswith((".xlsm", ".xltm", ".xlsb")):
            raise ValidationError(_("This file carries macros. Save it as XLSX, then hand it in again."))
        if name.endswith((".xls", ".ods", ".xltx")):
            raise ValidationError(_("Save the file as XLSX or as CSV in UTF-8, then hand it in again."))
        try:
            checked = check_file(upload=file, name=file.name)
        except RefusedFileError as error:
            raise ValidationError(str(error)) from error
        if checked.extension not in (*TABLES, ".txt"):
            raise ValidationError(_("Choose a table: an XLSX file, or CSV in UTF-8."))
        self.media_type, self.extension = checked.media_type, checked.extension
        return checked.content


def _too_large() -> str:
    return _("The file is larger than 10 MB. Divide it, and delete pictures and empty rows.")


def dropped_file(request: Any) -> bool:
    """Whether a file of the request was dropped while it came."""
    return bool(too_large_files(request))
