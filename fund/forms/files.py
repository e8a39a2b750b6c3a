"""Attaching a file."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.services.inspecting import ACCEPTED, KINDS_IN_WORDS, too_large
from network.ui.uploads import too_large_files
from network.ui.widgets import FileUpload


def _file_hint() -> str:
    return gettext("%(kinds)s, up to %(size)s MB.") % {
        "kinds": KINDS_IN_WORDS,
        "size": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }


class FileForm(forms.Form):
    """One file; `dropped` is the request, which knows whether a file was too large to be read."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("File"),
        help_text=lazy(_file_hint, str)(),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
        widget=FileUpload(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args: Any, dropped: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, prefix="upload", **kwargs)
        if dropped is not None and too_large_files(dropped):
            self.fields["file"].error_messages["required"] = too_large()
