"""Which work may be claimed, published again, or thrown away."""

import json
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Optional, Self

from django.apps import apps
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast, Now

from network.choices import Role

from .choices import AnnouncementState, Channel, EntryState

if TYPE_CHECKING:
    from .models import Announcement, Notification, OutboxEntry  # noqa: F401 - named in bases as text

# A claim need not outlive a crash of the database, which frees the work: it does not wait for the disk.
CLAIM = """
WITH lease AS (
    SELECT set_config('synchronous_commit', 'off', true), statement_timestamp()
        + make_interval(secs => coalesce((%(leases)s::jsonb ->> task)::float8, %(lease)s)) AS ends
    FROM notifications_outboxentry WHERE id = %(id)s)
UPDATE notifications_outboxentry
SET token = %(token)s, lease_until = lease.ends, publish_at = lease.ends, publishes = 0,
    attempts = attempts + 1
FROM lease
WHERE id = %(id)s AND state = 'waiting' AND next_at <= statement_timestamp()
    AND (lease_until IS NULL OR lease_until <= statement_timestamp())
RETURNING notifications_outboxentry.*
"""
UNREAD_SHOWN = 100  # beyond it the bell says 99+


class OutboxQuerySet(QuerySet["OutboxEntry"]):
    """Work that waits, by the database's own clock, so that the clocks of hosts do not matter."""

    def waiting(self) -> Self:
        """Neither done nor given up."""
        return self.filter(state=EntryState.WAITING)

    def to_publish(self) -> Self:
        """Whose message seems lost, or was never sent; longest overdue first."""
        return self.waiting().filter(publish_at__lte=Now()).order_by("publish_at")

    def finished_before(self, age: timedelta) -> Self:
        """Done or skipped longer ago than `age`; failed work stays until staff have seen it."""
        return self.filter(state__in=[EntryState.DONE, EntryState.SKIPPED], done_at__lt=Now() - age)

    def claim(
        self, entry_id: int, *, lease: timedelta, leases: dict[str, float] | None = None
    ) -> Optional["OutboxEntry"]:
        """Take one piece of work for as long as `lease`, or None when it is taken, done or not due.

        `leases` says in seconds how long for which task, where that differs. One UPDATE decides, so that
        of two workers with the same message one gets it.
        """
        until = {"leases": json.dumps(leases or {}), "lease": lease.total_seconds()}
        taken = list(self.raw(CLAIM, {"id": entry_id, "token": uuid.uuid4(), **until}))
        return taken[0] if taken else None


class NotificationQuerySet(QuerySet["Notification"]):
    """Notifications; a person has the own ones and nobody else's."""

    def visible_to(self, user: Any) -> Self:
        """The person's own."""
        return self.none() if user.is_anonymous else self.filter(recipient=user)

    def unread(self) -> Self:
        """Not opened and not marked."""
        return self.filter(read_at__isnull=True)

    def count_for_bell(self, user: Any) -> int:
        """How many the person has not read, at most UNREAD_SHOWN: no count over history."""
        return self.filter(recipient=user).unread()[:UNREAD_SHOWN].count()

    def undelivered(self, *channels: Channel) -> Self:
        """What waits for a mail about several, and is in none yet."""
        return self.filter(mailed_at__isnull=True, digest__isnull=True, channel__in=channels)


class AnnouncementQuerySet(QuerySet["Announcement"]):
    """Announcements: for staff, and once sent for those who were told."""

    def visible_to(self, user: Any) -> Self:
        """All for staff managers; for others those that were sent to them."""
        from django.contrib.contenttypes.models import ContentType  # needs the app registry

        Notification = apps.get_model("notifications", "Notification")  # models import this module

        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self
        told = Notification.objects.filter(
            recipient=user,
            about_type=ContentType.objects.get_for_model(self.model),
            about_id=OuterRef("pk_text"),
        )
        return (
            self.filter(state=AnnouncementState.SENT)
            .alias(pk_text=Cast("pk", CharField()))
            .filter(Exists(told))
        )
