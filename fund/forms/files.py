"""Attaching a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.services.inspecting import ACCEPTED, file_hint, too_large
from network.ui.uploads import too_large_files
from network.ui.widgets import FileUpload


class FileForm(forms.Form):
    """One file; `dropped` is the request, which knows whether a file was too large to be read."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("File"),
        help_text=file_hint(),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
        widget=FileUpload(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args: Any, dropped: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, prefix="upload", **kwargs)
        if dropped is not None and too_large_files(dropped):
            self.fields["file"].error_messages["required"] = too_large()
