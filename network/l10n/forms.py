"""Forms of the translation desk's tools, and of readers who suggest."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from .models import GlossaryTerm
from .services.suggesting import LONGEST

LARGEST_TABLE = 1_000_000  # bytes


class SuggestForm(forms.Form):
    """A better wording of one text."""

    use_required_attribute = False
    text = forms.CharField(
        label=_("Your wording"),
        help_text=_("A reviser reads it and decides. Numbers and names stay as in the original."),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Write a wording that differs from the present one.")},
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs |= {"lang": language, "dir": "auto"}


class TermForm(forms.ModelForm):
    """A term of the glossary in the four languages."""

    use_required_attribute = False
    attested = forms.MultipleChoiceField(
        label=_("Met in a public text in"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Languages in which the term stands in an official document."),
    )

    class Meta:
        model = GlossaryTerm
        fields = ("key", *Language.values, "keep", "attested", "note")
        widgets = {"note": forms.Textarea({"rows": 3})}
        help_texts = {
            "key": _("Short name without spaces, such as “youth-at-risk”. It does not change later."),
            "keep": _("For acronyms and names that machines must not translate."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in Language.values:
            self.fields[code].widget.attrs["lang"] = code
        if self.instance.pk:
            del self.fields["key"]

    def clean(self) -> dict[str, Any]:
        """A term of one language helps nobody."""
        cleaned = super().clean() or self.cleaned_data
        if sum(bool(cleaned.get(code)) for code in Language.values) < 2:
            self.add_error("en", _("Write the term in two languages at least."))
        return cleaned


class TableForm(forms.Form):
    """A CSV file to be looked at before anything is taken over."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("UTF-8, with the columns of the file that is exported here; up to 1 MB."),
        widget=forms.FileInput({"accept": ".csv,text/csv"}),
        error_messages={"required": _("Choose a file first.")},
    )

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_TABLE:
            raise ValidationError(_("The file is larger than 1 MB: divide it."))
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(_("The file is not text in UTF-8: save it as “CSV UTF-8”.")) from None
