"""How the Fund stands: the head of the chain, the periods, and what changes with anything else that shows."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import ExtractYear, JSONObject

from ...models import LedgerHead, Period
from .chain import Head, head_beside, with_head
from .kept import OF_THE_FUND, with_versions


@dataclass(frozen=True)
class Standing:
    """`versions`: see `with_versions`; `periods`: year and is_certified of each, oldest first."""

    head: Head
    versions: str
    periods: list[dict[str, Any]]

    @property
    def years(self) -> list[int]:
        """Calendar years that have a period, newest first."""
        return sorted({period["year"] for period in self.periods}, reverse=True)


def standing() -> Standing:
    """Read in one query, and before the figures: so nothing older is kept under a newer head."""
    periods = Period.objects.values(
        said=JSONObject(year=ExtractYear("starts_on"), is_certified="is_certified")
    )
    rows = with_versions(with_head(LedgerHead.objects.all()), OF_THE_FUND)
    row = rows.annotate(periods=ArraySubquery(periods)).get()
    return Standing(head_beside(row), row.versions, row.periods)
