"""Selections of needs: what documents say, rounds of the survey, what states answer."""

import datetime as dt
from typing import Any, Self

from django.db.models import Q, QuerySet

from network.choices import Role


class SurveyRoundQuerySet(QuerySet):
    """Selections of rounds of the needs survey."""

    def visible_to(self, user: Any) -> Self:
        """Everyone may know of a round that has begun; staff managers of all."""
        if user.is_authenticated and user.has_role(Role.STAFF_MANAGER):
            return self
        return self.filter(opens_on__lte=dt.datetime.now(tz=dt.UTC).date())

    def open(self, day: dt.date) -> Self:
        """Those that take answers on a day."""
        return self.filter(opens_on__lte=day, closes_on__gte=day)

    def begun(self, day: dt.date) -> Self:
        """Those that took answers on a day or before."""
        return self.filter(opens_on__lte=day)


class NeedsAnswerQuerySet(QuerySet):
    """Selections of the answers of states; what is counted of them is public, who said what is not."""

    def visible_to(self, user: Any) -> Self:
        """A state's own for its people; all for staff managers."""
        return _of_states(self, user, "country__in")


class RankedTopicQuerySet(QuerySet):
    """Selections of topics that states ranked, with what they need."""

    def visible_to(self, user: Any) -> Self:
        """A state's own for its people; all for staff managers."""
        return _of_states(self, user, "answer__country__in")


class DocumentedNeedQuerySet(QuerySet):
    """Selections of needs that the documents of the process state."""

    def visible_to(self, user: Any) -> Self:
        """They are public, as the documents are."""
        return self


def _of_states(found: Any, user: Any, condition: str) -> Any:
    if user.is_anonymous:
        return found.none()
    if user.has_role(Role.STAFF_MANAGER):
        return found
    return found.filter(Q(**{condition: user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT)}))
