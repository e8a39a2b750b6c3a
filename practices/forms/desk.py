"""What screeners send from the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choices import RECORD_FIELDS
from ..models import FieldComment, TransitionEvent


class StepForm(forms.Form):
    """A step along the way: the revision on the page, and words where the step needs them."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    comment = forms.CharField(
        required=False,
        max_length=TransitionEvent._meta.get_field("comment").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class CommentForm(forms.Form):
    """A comment on one field of the record."""

    section = forms.ChoiceField(choices=[(slug, slug) for slug in RECORD_FIELDS])
    field = forms.CharField()
    text = forms.CharField(
        label=_("Comment"),
        max_length=FieldComment._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, str]:
        """The field is one of the section's."""
        cleaned = super().clean() or {}
        if cleaned.get("field") not in RECORD_FIELDS.get(cleaned.get("section", ""), ()):
            raise forms.ValidationError(_("The record has no such field."))
        return cleaned


class WithdrawForm(StepForm):
    """The reason why a practice is taken back; everyone reads it at the practice's address."""

    comment = forms.CharField(
        label=_("Reason"),
        help_text=_("Everyone reads it at the practice’s address."),
        max_length=TransitionEvent._meta.get_field("comment").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
