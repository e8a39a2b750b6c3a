"""Closed lists of translation: where a text comes from, how far its job has come, why it stopped."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """How far the translation of one field into one language has come.

    A text is shown to readers in MACHINE_DRAFT, APPROVED and STALE; in the others they read the original.
    """

    PENDING = "pending", _("Waiting for its turn")
    RUNNING = "running", _("Being translated")
    MACHINE_DRAFT = "machine_draft", _("Machine translation")
    NEEDS_REVIEW = "needs_review", _("Needs a person")
    FAILED_RETRYABLE = "failed_retryable", _("Failed, will be tried again")
    FAILED_FINAL = "failed_final", _("Failed")
    SKIPPED = "skipped", _("Not translated")
    BUDGET_HELD = "budget_held", _("Held until the budget allows")
    APPROVED = "approved", _("Approved")
    STALE = "stale", _("Approved, the original has changed")


#: What people at the desk may still do something about, in the order of urgency.
AT_THE_DESK = (JobState.STALE, JobState.NEEDS_REVIEW, JobState.FAILED_FINAL, JobState.MACHINE_DRAFT)
SHOWN = (JobState.MACHINE_DRAFT, JobState.APPROVED, JobState.STALE)


class Origin(models.TextChoices):
    """Whose words a translation is made of."""

    MACHINE = "machine", _("Machine")
    HUMAN = "human", _("Person")
    MEMORY = "memory", _("Translation memory")


class Reason(models.TextChoices):
    """Why a job stopped, or why its text waits for a person."""

    NO_ENGINE = "no_engine", _("No engine translates these languages here")
    NOTHING = "nothing", _("There is nothing to translate")
    NOT_READABLE = "not_readable", _("The text is not read by others any more")
    CONFIDENTIAL = "confidential", _("The text is confidential and no engine of this house can translate it")
    LOW_QUALITY = "low_quality", _("The machine translation is not good enough to be shown")
    BUSY = "busy", _("The engine is busy or does not answer")
    REFUSED = "refused", _("The engine refuses to work")
    GARBAGE = "garbage", _("The engine's answer could not be read")
    BROKEN = "broken", _("The engine failed")
    BUDGET = "budget", _("The engine's budget of this month is used up")
    REJECTED = "rejected", _("A person rejected the translation")


class Step(models.TextChoices):
    """What a person did with a translation."""

    APPROVED = "approved", _("Approved")
    EDITED = "edited", _("Edited")
    REJECTED = "rejected", _("Rejected")
    WRITTEN = "written", _("Written with the record")


class SuggestionState(models.TextChoices):
    """What became of a reader's suggestion."""

    WAITING = "waiting", _("Waiting")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


#: Marks on records (`translation_marks`), by language and field.
APPROVED_MARK, STALE_MARK, MACHINE_MARK = "approved", "stale", "machine:"
