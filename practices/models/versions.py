"""What a published practice said before its present version."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import PartQuerySet


class PracticeVersion(models.Model):
    """A version that a newer one has replaced; never changed afterwards.

    `content` is the record as `practices.services.content.content_of` gives it, in its source language.
    """

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField()
    published_at = models.DateTimeField(_("published"))
    replaced_at = models.DateTimeField(_("replaced"))
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a practice")
        verbose_name_plural = _("versions of practices")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["practice", "number"], name="practice_version_number"),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id}, {self.number}"
