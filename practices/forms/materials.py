"""Section 7: files, pictures and links."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.services.inspecting import ACCEPTED, file_hint, too_large
from network.ui.uploads import too_large_files
from network.ui.widgets import FileUpload

from ..choices import MaterialKind
from ..models import Material
from .base import PartForm, SectionForm, formset_of
from .fields import address, line

LANGUAGES = [("", _("Not said")), *Language.choices]


class MaterialsForm(SectionForm):
    """Section 7 has no fields of its own: it holds a list, and the forms that add to it."""


class MaterialForm(PartForm):
    """The words about a file or link that is attached already."""

    anchor = "title"
    anchor_message = _("Give it a title that says what it is.")
    title = line(Material, "title")
    alternative_text = line(
        Material, "alternative_text", _("For a picture: what it shows, for those who cannot see it.")
    )
    document_language = forms.ChoiceField(
        label=_("Language of the document"), required=False, choices=LANGUAGES
    )


MaterialSet = formset_of(MaterialForm, "materials", title="%(number)s", add="", remove=_("Remove"))


class UploadForm(forms.Form):
    """A file to attach."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("File"),
        help_text=file_hint(),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
        widget=FileUpload(attrs={"accept": ACCEPTED}),
    )
    title = line(Material, "title", _("What it is, for example: evaluation report 2025."))
    alternative_text = line(
        Material, "alternative_text", _("For a picture: what it shows, for those who cannot see it.")
    )
    document_language = forms.ChoiceField(
        label=_("Language of the document"), required=False, choices=LANGUAGES
    )

    def __init__(self, *args: Any, dropped: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, prefix="upload", **kwargs)
        self.fields["file"].widget.attrs.pop("multiple", None)
        if dropped is not None and too_large_files(dropped):
            self.fields["file"].error_messages["required"] = too_large()

    def clean(self) -> dict[str, Any]:
        """A picture is described in words."""
        cleaned = super().clean() or self.cleaned_data
        name = getattr(cleaned.get("file"), "name", "").lower()
        if name.endswith((".jpg", ".jpeg", ".png")) and not cleaned.get("alternative_text"):
            self.add_error(
                "alternative_text", _("Describe the picture in words, for those who cannot see it.")
            )
        return cleaned


class LinkForm(forms.Form):
    """A link to something elsewhere."""

    use_required_attribute = False
    url = address(_("Address"), 500)
    title = line(Material, "title", _("What it is, for example: annual report."))
    document_language = forms.ChoiceField(
        label=_("Language of the document"), required=False, choices=LANGUAGES
    )
    kind = MaterialKind.LINK

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="link", **kwargs)
        for name, message in (
            ("url", _("Write the address.")),
            ("title", _("Give it a title that says what it is.")),
        ):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message
