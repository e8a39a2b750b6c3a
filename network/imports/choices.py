"""Closed lists of imports."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportState(models.TextChoices):
    """How far an import has come."""

    READING = "reading", pgettext_lazy("import", "Being read")
    READY = "ready", pgettext_lazy("import", "To be looked at")
    TAKING = "taking", pgettext_lazy("import", "Being taken over")
    DONE = "done", pgettext_lazy("import", "Taken over")
    FAILED = "failed", pgettext_lazy("import", "Not readable")
    CANCELLED = "cancelled", pgettext_lazy("import", "Cancelled")


class Origin(models.TextChoices):
    """Where the rows come from."""

    FILE = "file", _("A file")
    HARVEST = "harvest", _("A harvest")


class Verdict(models.TextChoices):
    """What taking a row over would do."""

    NEW = "new", pgettext_lazy("row of an import", "New")
    CHANGES = "changes", pgettext_lazy("row of an import", "Changes an entry")
    SAME = "same", pgettext_lazy("row of an import", "Known already")
    FAULTY = "faulty", pgettext_lazy("row of an import", "With errors")


class Outcome(models.TextChoices):
    """What taking a row over did."""

    WAITING = "", pgettext_lazy("row of an import", "Waits")
    MADE = "made", pgettext_lazy("row of an import", "Entered")
    CHANGED = "changed", pgettext_lazy("row of an import", "Changed")
    SAME = "same", pgettext_lazy("row of an import", "Left as it is")
    REFUSED = "refused", pgettext_lazy("row of an import", "Left out")


class ColumnKind(models.TextChoices):
    """What the cells of a column hold."""

    TEXT = "text", _("Text")
    CHOICE = "choice", _("One of the list")
    CHOICES = "choices", _("Several of the list, parted by semicolons")
    YES = "yes", _("Yes or no")
    NUMBER = "number", _("A number")
    DAY = "day", _("A day")
    PARTIAL = "partial", _("A day, a month or a year")
    HOUR = "hour", _("A day and an hour")
