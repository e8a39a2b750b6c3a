"""The ledger itself: entries, their legs, and the head of the chain. Nothing here is ever changed."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..querysets import EntryQuerySet, LegQuerySet
from .accounts import Account
from .drafts import DraftEntry, EntryFacts
from .reference import Currency, Period

MOST = 10**15  # smallest units in one leg


class Entry(EntryFacts):
    """A posted entry. Its hash covers the hash before it, all columns and all legs (sql/entry_text.sql).

    `event_on` is when it happened, `booked_on` the day it counts on: later when its period was closed.
    """

    number = models.BigIntegerField(_("number"), primary_key=True)
    booked_on = models.DateField(_("booked on"))
    posted_at = models.DateTimeField(_("posted at"))
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="entries", db_index=False)
    leg_count = models.PositiveSmallIntegerField(_("legs"))
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    draft = models.OneToOneField(
        DraftEntry, on_delete=models.PROTECT, db_constraint=False, related_name="entry"
    )  # with prepared_by: a composite key in sql/ledger.sql
    draft_hash = models.BinaryField()
    prepared_by = models.ForeignKey(
        "network.User", on_delete=models.PROTECT, db_constraint=False, db_index=False, related_name="+"
    )
    approved_by = models.ForeignKey(
        "network.User", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    idempotency_key = models.UUIDField(unique=True)
    request_hash = models.BinaryField()
    prev_hash = models.BinaryField(unique=True)
    hash = models.BinaryField(unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ("-number",)
        indexes = [
            models.Index(fields=["kind", "-number"], name="fund_entry_of_kind"),
            models.Index(
                fields=["donor", "-number"], name="fund_entry_of_donor", condition=Q(donor__isnull=False)
            ),
            models.Index(
                fields=["project", "-number"],
                name="fund_entry_of_project",
                condition=Q(project__isnull=False),
            ),
            models.Index(fields=["booked_on", "number"], name="fund_entry_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "leg_count", "booked_on"], name="fund_entry_for_its_legs"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="fund_entry_counts_from_one"),
            models.CheckConstraint(condition=Q(leg_count__gte=2), name="fund_entry_two_legs"),
            models.CheckConstraint(
                condition=~Q(approved_by=models.F("prepared_by")), name="fund_entry_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(booked_on__gte=models.F("event_on")), name="fund_entry_booked_after_event"
            ),
            models.CheckConstraint(
                condition=Q(kind="reversal", reverses__isnull=False)
                | (~Q(kind="reversal") & Q(reverses__isnull=True)),
                name="fund_entry_reversal_names_entry",
            ),
            models.CheckConstraint(
                condition=~Q(kind="in_kind") | (Q(is_memorandum=True) & ~Q(valuation="")),
                name="fund_entry_in_kind_is_valued",
            ),
            models.CheckConstraint(
                condition=~Q(kind="exchange")
                | (Q(rate__isnull=False, rate_on__isnull=False, rate__gt=0) & ~Q(rate_source="")),
                name="fund_entry_exchange_has_rate",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    def get_absolute_url(self) -> str:
        """Address of the entry's page."""
        return reverse("fund:entry", args=[self.number])

    @property
    def fingerprint(self) -> str:
        """The hash as people compare it: hexadecimal."""
        return bytes(self.hash).hex()

    @cached_property
    def is_late(self) -> bool:
        """Whether it counts on a later day than it happened, its period being closed."""
        return self.booked_on > self.event_on


class Leg(models.Model):
    """One side of an entry: an amount on an account in smallest units, debits positive, credits negative."""

    pk = models.CompositePrimaryKey("entry_id", "n")
    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, db_constraint=False, db_index=False, related_name="legs"
    )
    n = models.PositiveSmallIntegerField(_("line"))
    leg_count = models.PositiveSmallIntegerField(_("legs"))
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, db_constraint=False, db_index=False, related_name="legs"
    )
    currency = models.ForeignKey(
        Currency, on_delete=models.PROTECT, db_constraint=False, db_index=False, related_name="+"
    )
    amount = models.BigIntegerField(_("amount"))
    booked_on = models.DateField(_("booked on"))

    objects = LegQuerySet.as_manager()

    class Meta:
        verbose_name = _("leg")
        verbose_name_plural = _("legs")
        ordering = ("entry_id", "n")
        indexes = [
            models.Index(
                fields=["account", "currency", "booked_on"], include=["amount"], name="fund_leg_as_of"
            ),
            models.Index(fields=["account", "-entry"], name="fund_leg_of_account"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(n__gte=1, n__lte=models.F("leg_count")), name="fund_leg_slot"),
            models.CheckConstraint(
                condition=Q(amount__gte=-MOST, amount__lte=MOST) & ~Q(amount=0), name="fund_leg_amount"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}.{self.n}"


class LedgerHead(models.Model):
    """The one row that says how far the chain reaches; its lock makes numbers gapless."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.BinaryField()

    class Meta:
        verbose_name = _("head of the ledger")
        verbose_name_plural = _("heads of the ledger")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="fund_head_is_one")]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def fingerprint(self) -> str:
        """The hash of the last entry, hexadecimal."""
        return bytes(self.hash).hex()
