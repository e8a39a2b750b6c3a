"""Closed lists of the outbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Queue(models.TextChoices):
    """The broker's queues; one each, so that mail never waits for long work."""

    MAIL = "mail", _("Mail")
    DEFAULT = "default", _("Everyday work")
    TRANSLATE = "translate", _("Translation")
    BULK = "bulk", _("Large jobs")


class EntryState(models.TextChoices):
    """How far a piece of work has come."""

    WAITING = "waiting", _("Waiting")
    DONE = "done", _("Done")
    SKIPPED = "skipped", _("Skipped")
    FAILED = "failed", _("Failed")
