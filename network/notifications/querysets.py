"""Which work may be claimed, published again, or thrown away."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Optional, Self

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from .choices import EntryState

if TYPE_CHECKING:
    from .models import OutboxEntry


class OutboxQuerySet(QuerySet["OutboxEntry"]):
    """Work that waits, by the database's own clock, so that the clocks of hosts do not matter."""

    def waiting(self) -> Self:
        """Neither done nor given up."""
        return self.filter(state=EntryState.WAITING)

    def claimable(self) -> Self:
        """Due now, and in nobody's hands."""
        free = Q(lease_until=None) | Q(lease_until__lte=Now())
        return self.waiting().filter(free, next_at__lte=Now())

    def to_publish(self) -> Self:
        """Whose message seems lost, or was never sent; longest overdue first."""
        return self.waiting().filter(publish_at__lte=Now()).order_by("publish_at")

    def finished_before(self, age: timedelta) -> Self:
        """Done or skipped longer ago than `age`; failed work stays until staff have seen it."""
        return self.filter(state__in=[EntryState.DONE, EntryState.SKIPPED], done_at__lt=Now() - age)

    def claim(self, entry_id: int, *, lease: timedelta) -> Optional["OutboxEntry"]:
        """Take one piece of work for as long as `lease`, or None when it is taken, done or not due.

        One UPDATE decides, so that of two workers with the same message one gets it.
        """
        token = uuid.uuid4()
        taken = (
            self.claimable()
            .filter(pk=entry_id)
            .update(
                token=token,
                lease_until=Now() + lease,
                publish_at=Now() + lease,
                publishes=0,
                attempts=F("attempts") + 1,
            )
        )
        return self.get(pk=entry_id) if taken else None
