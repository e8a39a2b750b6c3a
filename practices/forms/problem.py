"""Section 2: what the practice answers to, and whom it reaches."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..models import Practice
from .base import SectionForm
from .fields import choice, count, text

OLDEST = 120  # years


class ProblemForm(SectionForm):
    """Section 2."""

    diagnosis = text(
        Practice, "diagnosis", _("The situation before, with figures, their date and their source."), rows=8
    )
    risk_factors = text(Practice, "risk_factors", _("What made violence or crime more likely."), rows=4)
    protective_factors = text(
        Practice, "protective_factors", _("What people and places could build on."), rows=4
    )
    population_description = text(
        Practice, "population_description", _("Who takes part or benefits, in words."), rows=4
    )
    age_from = count(Practice, "age_from", largest=OLDEST)
    age_until = count(Practice, "age_until", largest=OLDEST)
    gender_focus = choice(Practice, "gender_focus")
    reached_from = count(
        Practice, "reached_from", _("Number of people. If you know one exact number, write it twice.")
    )
    reached_until = count(Practice, "reached_until")
    reach_basis = choice(Practice, "reach_basis")

    def clean(self) -> dict[str, Any]:
        """The lower bound comes first."""
        cleaned = super().clean() or self.cleaned_data
        if _reversed(cleaned.get("age_from"), cleaned.get("age_until")):
            self.complain("age_until", _("The oldest age is below the youngest: check both."))
        if _reversed(cleaned.get("reached_from"), cleaned.get("reached_until")):
            self.complain("reached_until", _("“At most” is below “at least”: check both numbers."))
        return cleaned


def _reversed(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high
