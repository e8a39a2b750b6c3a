"""Section 5: what changed and how that is known."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import EvaluationDesign, Unit
from ..models import Evaluation, Outcome
from .base import PartForm, SectionForm, formset_of
from .fields import WholeNumberField, address, choice, date, decimal, is_before, line, text, tick

FIRST_YEAR = 1950
PERCENT = Decimal(100)


class ResultsForm(SectionForm):
    """Section 5 has no fields of its own: it holds two lists."""


class OutcomeForm(PartForm):
    """A change that was measured."""

    anchor = "indicator"
    anchor_message = _("Say what was measured: the indicator.")
    indicator = line(Outcome, "indicator", _("What is measured, in the words of your institution."))
    unit = choice(Outcome, "unit")
    unit_name = line(Outcome, "unit_name", _("For a score or another unit: its name and its scale."))
    baseline = decimal(Outcome, "baseline", _("The number alone, without the sign of per cent."))
    result = decimal(Outcome, "result", _("The number alone, without the sign of per cent."))
    measured_from = date(
        Outcome, "measured_from", _("For example, 27 3 2024. If you know only the year, the year is enough.")
    )
    measured_until = date(Outcome, "measured_until")
    finding = text(
        Outcome,
        "finding",
        _("Also what did not work. It is translated like the rest of the record."),
        rows=5,
    )
    source = line(Outcome, "source", _("Who measured it, and where it can be read."))
    disaggregation = line(Outcome, "disaggregation", _("By sex, age, territory or otherwise."))

    def clean(self) -> dict[str, Any]:
        """Percentages lie between 0 and 100; measuring ends after it began."""
        cleaned = super().clean()
        for name in ("baseline", "result"):
            self._check_number(name, cleaned.get(name), cleaned.get("unit"))
        if is_before(cleaned.get("measured_until", ""), cleaned.get("measured_from", "")):
            self.complain("measured_until", _("The measurement ends before it begins: check the dates."))
        return cleaned

    def _check_number(self, name: str, value: Decimal | None, unit: str | None) -> None:
        if value is None or unit not in (Unit.PERCENT, Unit.COUNT, Unit.RATE_100K):
            return
        if value < 0:
            self.complain(name, _("This number cannot be less than 0 in the unit that you chose."))
        elif unit == Unit.PERCENT and value > PERCENT:
            self.complain(name, _("A percentage cannot be more than 100."))


class EvaluationForm(PartForm):
    """A study of the effect."""

    anchor = "design"
    anchor_message = _("Choose the design of the evaluation.")
    design = choice(Evaluation, "design")
    evaluator = line(Evaluation, "evaluator", _("The body that evaluated."))
    is_independent = tick(Evaluation, "is_independent")
    year = WholeNumberField(label=_("Year"), required=False)
    document_url = address(_("Address of the document"), 200, _("Files can be attached in section 7."))
    finding = text(Evaluation, "finding", rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].widget.attrs["class"] = "input--4"

    def clean_year(self) -> int | None:
        """A year of the last decades, not of the future."""
        year, last = self.cleaned_data["year"], timezone.now().year
        if year is not None and not FIRST_YEAR <= year <= last:
            words = {"first": FIRST_YEAR, "last": last}
            raise ValidationError(_("The year must lie between %(first)s and %(last)s.") % words)
        return year

    def clean(self) -> dict[str, Any]:
        """Without an evaluation there is nothing independent."""
        cleaned = super().clean()
        if cleaned.get("design") == EvaluationDesign.NONE and cleaned.get("is_independent"):
            self.complain("is_independent", _("Without an evaluation there is no independent evaluator."))
        return cleaned


OutcomeSet = formset_of(
    OutcomeForm,
    "outcomes",
    title=_("Outcome %(number)s"),
    add=_("Add another outcome"),
    remove=_("Remove outcome %(number)s"),
)
EvaluationSet = formset_of(
    EvaluationForm,
    "evaluations",
    title=_("Evaluation %(number)s"),
    add=_("Add another evaluation"),
    remove=_("Remove evaluation %(number)s"),
)
