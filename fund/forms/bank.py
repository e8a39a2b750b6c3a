"""Statements of the bank: the file, and what becomes of a line."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.services.inspecting import too_large
from network.ui.uploads import too_large_files
from network.ui.widgets import FileUpload

from ..models import BankLine
from .fields import BASE, currencies


class BankFileForm(forms.Form):
    """A statement of one account in one currency."""

    use_required_attribute = False
    currency = forms.ChoiceField(label=_("Currency of the account"), choices=currencies, initial=BASE)
    file = forms.FileField(
        label=_("Statement"),
        help_text=_(
            "CSV in UTF-8. The first line names the columns: date, amount, text, reference. Dates are "
            "written as 2026-03-27, amounts as 1005.00, outgoing ones as -1005.00."
        ),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
        widget=FileUpload(attrs={"accept": ".csv,text/csv"}),
    )

    def __init__(self, *args: Any, dropped: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if dropped is not None and too_large_files(dropped):
            self.fields["file"].error_messages["required"] = too_large()


class AsideForm(forms.Form):
    """Why a line is no entry."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Why it is no entry"),
        max_length=BankLine._meta.get_field("reason").max_length,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why.")},
    )
