"""Which work may be claimed, published again, or thrown away."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Optional, Self

from django.apps import apps
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Now

from network.choices import Role

from .choices import AnnouncementState, Channel, EntryState

if TYPE_CHECKING:
    from .models import Announcement, Notification, OutboxEntry

UNREAD_SHOWN = 100  # beyond it the bell says 99+


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
