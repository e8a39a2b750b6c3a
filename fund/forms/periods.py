"""Periods: opening, certifying."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.ui.fields import DayField

from ..models import Period


class PeriodForm(forms.Form):
    """The days of a new period."""

    use_required_attribute = False
    starts_on = DayField(label=_("First day"), first_year=2000)
    ends_on = DayField(label=_("Last day"), first_year=2000)

    def clean(self) -> dict:
        """The last day is not before the first."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day comes before the first."))
        return data


class CertificationForm(forms.Form):
    """Who certified the figures of a closed period."""

    use_required_attribute = False
    certified_by = forms.CharField(
        label=_("Certified by"),
        max_length=Period._meta.get_field("certified_by").max_length,
        help_text=_("The body that audited, with the date and number of its report."),
    )
