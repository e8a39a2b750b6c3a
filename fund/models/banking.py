"""Statements of the bank, and which entry each of their lines is."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import LineState
from ..querysets import BankLineQuerySet
from .entries import Entry
from .reference import Currency, Fund


class BankFile(models.Model):
    """A statement that was read in; the same file comes in once."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="bank_files")
    currency = models.ForeignKey(Currency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("file name"), max_length=200)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    read_at = models.DateTimeField(_("read at"), default=timezone.now)
    read_by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bank file")
        verbose_name_plural = _("bank files")
        ordering = ("-read_at", "-id")

    def __str__(self) -> str:
        return self.name


class BankLine(models.Model):
    """A movement at the bank, incoming positive; matched with the entry that records it, or set aside."""

    file = models.ForeignKey(BankFile, on_delete=models.PROTECT, related_name="lines")
    row = models.PositiveIntegerField(_("row"))
    booked_on = models.DateField(_("booked on"))
    amount = models.BigIntegerField(_("amount"))
    text = models.CharField(_("text"), max_length=500)
    reference = models.CharField(_("reference"), max_length=140, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=LineState, default=LineState.OPEN)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="bank_line")
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    decided_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True)

    objects = BankLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("bank line")
        verbose_name_plural = _("bank lines")
        ordering = ("booked_on", "id")
        constraints = [
            models.UniqueConstraint(fields=["file", "row"], name="fund_bank_line_once"),
            models.CheckConstraint(condition=~Q(amount=0), name="fund_bank_line_moves"),
            models.CheckConstraint(
                condition=Q(state="open", entry__isnull=True)
                | Q(state="matched", entry__isnull=False, decided_by__isnull=False)
                | Q(state="set_aside", entry__isnull=True, decided_by__isnull=False) & ~Q(reason=""),
                name="fund_bank_line_decided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.booked_on} {self.amount}"
