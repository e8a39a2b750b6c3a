"""What an approver sends: the fingerprint of what was read, and a reason where one is needed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import DraftEntry


class ReadForm(forms.Form):
    """A decision about what was read; `seen` is the fingerprint of it."""

    use_required_attribute = False
    seen = forms.CharField(widget=forms.HiddenInput)

    def clean_seen(self) -> bytes:
        """The fingerprint; anything else is one that no draft has."""
        try:
            return bytes.fromhex(self.cleaned_data["seen"])
        except ValueError:
            return b""


class ApprovalForm(ReadForm):
    """Approval; the key makes the same button pressed twice one approval."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class ReturnForm(ReadForm):
    """Return, with a reason."""

    reason = forms.CharField(
        label=_("Reason, as the officer will read it"),
        max_length=DraftEntry._meta.get_field("reason").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, so that it can be corrected.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="return_%s", **kwargs)
