"""What people have read, and what they want to hear of. Never a row per post."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import Following
from ..querysets import OwnQuerySet
from .spaces import Space
from .threads import Thread


class ReadThread(models.Model):
    """Up to which post a person has read a thread."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    last_read_seq = models.PositiveIntegerField()
    read_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("read mark of a thread")
        verbose_name_plural = _("read marks of threads")
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="fora_read_thread_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.thread_id} #{self.last_read_seq}"


class ReadSpace(models.Model):
    """Since when a person counts what is new in a space: what came before `read_at` is read."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField(default=timezone.now)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("read mark of a space")
        verbose_name_plural = _("read marks of spaces")
        constraints = [models.UniqueConstraint(fields=["user", "space"], name="fora_read_space_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.space_id}"


class Subscription(models.Model):
    """How a person hears of new posts in a space or a thread; what is said of a thread goes first."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="fora_subscriptions"
    )
    space = models.ForeignKey(Space, on_delete=models.CASCADE, null=True, related_name="subscriptions")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, related_name="subscriptions")
    frequency = models.CharField(_("by mail"), max_length=10, choices=Following)
    since = models.DateTimeField(default=timezone.now)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "space", "thread"], name="fora_subscription_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(space__isnull=True, thread__isnull=False)
                | Q(space__isnull=False, thread__isnull=True),
                name="fora_subscription_to_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.frequency}"
