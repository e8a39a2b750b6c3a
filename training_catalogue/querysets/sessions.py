"""Selections of sessions; `visible_to` is the only door to them."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Q, QuerySet

from ..choices import SessionState
from .courses import readable_by


class SessionQuerySet(QuerySet):
    """Selections of sessions; visible where the course is."""

    def visible_to(self, user: Any) -> Self:
        """Sessions of courses that the person may read."""
        return self.filter(readable_by(user, "course__"))

    def coming(self, now: datetime) -> Self:
        """Neither ended nor cancelled: what one may still take part in, or plan for."""
        gone = (SessionState.ENDED, SessionState.CANCELLED)
        return self.exclude(state__in=gone).filter(Q(is_any_time=True) | Q(ends_at__gte=now))

    def between(self, start: datetime, end: datetime) -> Self:
        """Dated ones that touch the time from `start` to `end`, by their hours or their deadline."""
        return self.filter(
            Q(starts_at__lt=end, ends_at__gte=start) | Q(deadline_at__gte=start, deadline_at__lt=end)
        )
