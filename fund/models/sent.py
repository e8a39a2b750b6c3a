"""Forms that have been sent: the same form sent twice does its work once."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SentForm(models.Model):
    """The key of a form that has done its work, and the address where it led."""

    key = models.UUIDField(primary_key=True)
    by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    led_to = models.CharField(_("led to"), max_length=200, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("form that was sent")
        verbose_name_plural = _("forms that were sent")

    def __str__(self) -> str:
        return str(self.key)
