"""The outbox: work that was promised in a transaction, and the canaries that show it is being done."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..choices import EntryState, Queue
from ..querysets import OutboxQuerySet


class OutboxEntry(models.Model):
    """One piece of work, written in the transaction that made it necessary.

    The row is the truth; a broker message only says that there is something to do. It holds
    ids and no text, so it reveals nothing and never goes stale.
    """

    queue = models.CharField(_("queue"), max_length=20, choices=Queue.choices, default=Queue.DEFAULT)
    task = models.CharField(_("task"), max_length=100)
    kind = models.CharField(_("kind of news"), max_length=100, blank=True, db_default="", default="")
    args = models.JSONField(_("arguments"), default=dict, encoder=DjangoJSONEncoder)
    dedupe_key = models.CharField(_("key that makes it unique"), max_length=200, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=EntryState.choices, default=EntryState.WAITING
    )
    created_at = models.DateTimeField(_("created"), db_default=Now())
    next_at = models.DateTimeField(_("not before"), db_default=Now())
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(_("taken until"), null=True, blank=True)
    token = models.UUIDField(_("token of who took it"), null=True, blank=True)
    publish_at = models.DateTimeField(_("publish again at"), db_default=Now())
    publishes = models.PositiveSmallIntegerField(_("times published since last taken"), default=0)
    error = models.CharField(_("last error or reason"), max_length=500, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("piece of work")
        verbose_name_plural = _("outbox")
        indexes = [
            models.Index(
                fields=["publish_at"], name="outbox_to_publish", condition=models.Q(state="waiting")
            ),
            models.Index(fields=["created_at"], name="outbox_waiting", condition=models.Q(state="waiting")),
            models.Index(fields=["-created_at"], name="outbox_failed", condition=models.Q(state="failed")),
            models.Index(
                fields=["done_at"], name="outbox_finished", condition=models.Q(state__in=["done", "skipped"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} ({self.dedupe_key})"


class Canary(models.Model):
    """When a message was last sent through a queue, and when it last came round."""

    queue = models.CharField(_("queue"), max_length=20, choices=Queue.choices, primary_key=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    returned_at = models.DateTimeField(_("came round"), null=True, blank=True)

    class Meta:
        verbose_name = _("canary")
        verbose_name_plural = _("canaries")

    def __str__(self) -> str:
        return self.queue
