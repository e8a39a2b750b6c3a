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


class Category(models.TextChoices):
    """Groups of kinds, as the preferences show them."""

    ACCOUNT = "account", _("My account and roles")
    TASKS = "tasks", _("What waits for me")
    PRACTICES = "practices", _("Practices I take part in")
    TRAINING = "training", _("Courses and assistance I take part in")
    FORA = "fora", _("Fora I take part in")
    FOLLOWED = "followed", _("What I follow")
    NETWORK = "network", _("From the Network")


class Frequency(models.TextChoices):
    """When somebody wants to hear of a kind of news by mail; the inbox always has it."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week")
    NEVER = "never", _("Never")


class Channel(models.TextChoices):
    """How a notification goes by mail: as it was decided when it was written."""

    ALONE = "alone", _("A mail of its own")
    DAILY = "daily", _("Daily summary")
    WEEKLY = "weekly", _("Weekly summary")
    FOLDED = "folded", _("One mail for many")
    NONE = "none", _("No mail")


class Weekday(models.IntegerChoices):
    """Days of the week as Python's date.weekday() counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class AnnouncementState(models.TextChoices):
    """How far an announcement has come; a second person lets it out."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Awaits a second person")
    SENT = "sent", _("Sent")
