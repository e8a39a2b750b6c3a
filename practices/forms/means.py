"""Section 4: who carries it out, with whom, and what it costs."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..models import Partner, Practice
from .base import PartForm, SectionForm, formset_of
from .fields import CurrencyField, choice, date, decimal, is_before, line, text


class MeansForm(SectionForm):
    """Section 4."""

    implementing_bodies = text(
        Practice, "implementing_bodies", _("Which bodies do the work, and what each does."), rows=4
    )
    cost_amount = decimal(
        Practice, "cost_amount", _("The amount alone, without the currency's sign."), min_value=0
    )
    cost_currency = CurrencyField(label=_("Currency"), required=False)
    cost_from = date(Practice, "cost_from", _("The period that the amount covers. The year is enough."))
    cost_until = date(Practice, "cost_until")
    funding_sources = text(
        Practice, "funding_sources", _("National or municipal budget, cooperation, private funds."), rows=3
    )
    staff = text(Practice, "staff", _("How many people, with which training, for how many hours."), rows=3)

    def clean(self) -> dict[str, Any]:
        """An amount has a currency; its period runs forward."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("cost_amount") is not None and not cleaned.get("cost_currency"):
            self.complain("cost_currency", _("Say in which currency the cost is."))
        if is_before(cleaned.get("cost_until", ""), cleaned.get("cost_from", "")):
            self.complain("cost_until", _("The end lies before the start: check both dates."))
        return cleaned


class PartnerForm(PartForm):
    """A body that works on the practice with others."""

    anchor = "name"
    anchor_message = _("Write the partner's name.")
    name = line(Partner, "name", _("As the body calls itself."))
    sector = choice(Partner, "sector")

    def clean(self) -> dict[str, Any]:
        """Partners are listed by sector."""
        cleaned = super().clean()
        if cleaned.get("name") and not cleaned.get("sector"):
            self.complain("sector", _("Say which sector the partner belongs to."))
        return cleaned


PartnerSet = formset_of(
    PartnerForm,
    "partners",
    title=_("Partner %(number)s"),
    add=_("Add another partner"),
    remove=_("Remove partner %(number)s"),
)
