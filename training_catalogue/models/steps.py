"""What all steps on a way hold."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StepModel(models.Model):
    """Who moved a record, when, from where to where and why; never changed afterwards."""

    verb = models.CharField(_("step"), max_length=20)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    comment = models.TextField(_("comment"), max_length=3000, blank=True)

    class Meta:
        abstract = True
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.verb}: {self.from_state} → {self.to_state}"
