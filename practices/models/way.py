"""The way that a practice has come: its transitions and the comments on its fields."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..choices import PracticeState
from ..querysets import FieldCommentQuerySet, WayQuerySet


class TransitionEvent(models.Model):
    """Who moved a practice, when, from where to where and why; never changed afterwards.

    `by` is None where scores did it: a reviewer's name stands with the review alone.
    """

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="transitions")
    verb = models.CharField(_("step"), max_length=20)
    from_state = models.CharField(max_length=20, choices=PracticeState, blank=True)
    to_state = models.CharField(max_length=20, choices=PracticeState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    comment = models.TextField(_("comment"), max_length=3000, blank=True)

    objects = WayQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a practice")
        verbose_name_plural = _("steps of practices")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.verb}: {self.from_state} → {self.to_state}"


class FieldComment(models.Model):
    """A comment of the screener on one field, answered by the author before the practice comes back."""

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="field_comments")
    section = models.CharField(_("section"), max_length=20)
    field = models.CharField(_("field"), max_length=40)
    text = models.TextField(_("comment"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_sent = models.BooleanField(default=False, editable=False)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = FieldCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a field")
        verbose_name_plural = _("comments on fields")
        ordering = ("at", "id")
        indexes = [
            models.Index(
                fields=["practice"],
                condition=Q(answered_at__isnull=True, is_sent=True),
                name="practice_open_comment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.section}.{self.field}"


class IdentifierSequence(models.Model):
    """The last number given in a year; taken under lock, so that no number is given twice or skipped."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("identifier sequence")
        verbose_name_plural = _("identifier sequences")

    def __str__(self) -> str:
        return f"GP-{self.year}-{self.last:04d}"
