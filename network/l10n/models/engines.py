"""What engines cost and whether they answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProviderMonth(models.Model):
    """Characters counted against an engine's budget of one month (UTC)."""

    provider = models.CharField(_("engine"), max_length=30)
    month = models.DateField(_("month"))  # its first day
    characters = models.BigIntegerField(_("characters"), default=0)

    class Meta:
        verbose_name = _("month of an engine")
        verbose_name_plural = _("months of engines")
        ordering = ("-month", "provider")
        constraints = [models.UniqueConstraint(fields=["provider", "month"], name="provider_month_once")]

    def __str__(self) -> str:
        return f"{self.provider} {self.month:%Y-%m}: {self.characters}"


class ProviderCircuit(models.Model):
    """An engine's troubles in a row; while `open_until` lies ahead nobody asks it."""

    provider = models.CharField(_("engine"), max_length=30, primary_key=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    open_until = models.DateTimeField(_("not asked until"), null=True)
    reason = models.CharField(_("reason"), max_length=20, blank=True)
    error = models.CharField(_("details"), max_length=300, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("state of an engine")
        verbose_name_plural = _("states of engines")
        ordering = ("provider",)

    def __str__(self) -> str:
        return self.provider
