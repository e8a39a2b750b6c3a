"""Section 6: what others should know before they adopt it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.ui.widgets import Radios

from ..models import Practice
from .base import SectionForm
from .fields import choice, text

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class LessonsForm(SectionForm):
    """Section 6."""

    not_worked = text(
        Practice, "not_worked", _("What was tried and given up, and why. It helps others most."), rows=5
    )
    transfer_conditions = text(
        Practice, "transfer_conditions", _("What must be in place elsewhere for it to work."), rows=5
    )
    adoption_effort = choice(Practice, "adoption_effort", radios=True)
    adoption_notes = text(Practice, "adoption_notes", rows=3)
    offers_assistance = forms.TypedChoiceField(
        label=_("Does the state offer assistance to others who want to adopt it?"),
        required=False,
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=Radios,
    )

    def initial_of(self, practice: Practice) -> dict[str, str]:
        """Yes, no, or not said."""
        return {"offers_assistance": {True: "yes", False: "no", None: ""}[practice.offers_assistance]}
