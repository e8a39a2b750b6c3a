"""Section 8: whom to ask, under which terms, and what the state agrees to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.ui.widgets import Radios

from ..choices import Licence
from ..models import Practice
from .base import SectionForm
from .fields import line, tick


class ConsentForm(SectionForm):
    """Section 8."""

    contact_unit = line(Practice, "contact_unit", _("An office, not a person: it is shown in public."))
    contact_email = forms.EmailField(
        label=_("E-mail address of the unit"),
        help_text=_("The office's address, not a private one: it is shown in public."),
        required=False,
        max_length=254,
    )
    licence = forms.ChoiceField(
        label=_("Licence"),
        help_text=_("Under which terms others may reuse the text of this record."),
        required=False,
        choices=Licence.choices,
        widget=Radios,
    )
    consents_to_publish = tick(
        Practice,
        "consents_to_publish",
        _("Without this consent the practice cannot be submitted."),
        label=_("The institution agrees that this practice is published on the portal"),
    )
    consents_to_list_if_declined = tick(
        Practice,
        "consents_to_list_if_declined",
        label=_("If the practice is not published, it may be listed as considered and not rated"),
    )
    asks_for_rating = tick(
        Practice,
        "asks_for_rating",
        _("For a full record: two reviewers rate how strong the evidence of each outcome is."),
        label=_("The state asks for a rating of the evidence"),
    )
