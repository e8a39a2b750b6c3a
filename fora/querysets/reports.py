"""Selections of final reports and what they cite."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from ..choices import ReportState
from .standing import readable_revisions, readable_spaces, standing_of


def readable_reports(user: Any, prefix: str = "") -> Q:
    """Published ones of spaces that the person may read; drafts for those who lead the space."""
    who = standing_of(user)
    if who.everywhere:
        return Q()
    published = Q(**{f"{prefix}state": ReportState.PUBLISHED.value})
    allowed = published | Q(**{f"{prefix}space__in": sorted(who.led)})
    return readable_spaces(user, f"{prefix}space__") & allowed


class ReportQuerySet(QuerySet):
    """Selections of final reports."""

    def visible_to(self, user: Any) -> Self:
        """Published ones of spaces that the person may read; drafts for those who lead the space."""
        return self.filter(readable_reports(user))

    def published(self) -> Self:
        """Those that readers of the space read."""
        return self.filter(state=ReportState.PUBLISHED)


class CitationQuerySet(QuerySet):
    """Selections of citations."""

    def visible_to(self, user: Any) -> Self:
        """Those of reports that the person may read, as far as the cited words may be read still."""
        return self.filter(readable_reports(user, "report__") & readable_revisions(user, "revision__"))

    def unfiltered(self) -> Self:
        """All, whoever asks: the report keeps the number of a citation whose words are gone."""
        return self
