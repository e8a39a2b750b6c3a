"""A question to those who provide a practice, and the answer."""

from django import forms
from django.utils.translation import gettext_lazy as _


class QuestionForm(forms.Form):
    """What a member wants to know."""

    text = forms.CharField(
        label=_("Your question"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Write in your own language. Your name is shown to those who answer, your address is not."
        ),
    )


class AnswerForm(forms.Form):
    """What those who know answer."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Only the person who asked reads it. Your name is shown, your address is not."),
    )
