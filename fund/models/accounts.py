"""Accounts, and what is maintained about them in each posting: balances, turnovers, snapshots."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..choices import AccountKind, AccountRole, ContributionKind, EntryKind
from ..querysets import AccountQuerySet, BalanceQuerySet, TurnoverQuerySet
from .giving import Agreement, Donor, Earmark
from .projects import Project
from .reference import Currency, Fund, Period

SMALLEST, LARGEST = -(2**63), 2**63 - 1


class Account(models.Model):
    """A place of the ledger, in one currency; never changed once made. Its name follows from its role.

    `floor` and `ceiling` bound its balance (debits less credits) in smallest units.
    """

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="accounts")
    code = models.CharField(_("code"), max_length=60, unique=True)
    role = models.CharField(_("role"), max_length=20, choices=AccountRole)
    kind = models.CharField(_("kind"), max_length=12, choices=AccountKind)
    currency = models.ForeignKey(Currency, on_delete=models.PROTECT, related_name="+")
    donor = models.ForeignKey(Donor, on_delete=models.PROTECT, null=True, related_name="accounts")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="accounts")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, related_name="accounts")
    earmark = models.ForeignKey(Earmark, on_delete=models.PROTECT, null=True, related_name="accounts")
    contribution_kind = models.CharField(
        _("kind of contribution"), max_length=20, choices=ContributionKind, blank=True
    )
    floor = models.BigIntegerField(_("lowest balance"), default=SMALLEST)
    ceiling = models.BigIntegerField(_("highest balance"), default=LARGEST)

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(fields=["id", "currency"], name="fund_account_currency"),
            models.CheckConstraint(condition=Q(kind__in=AccountKind.values), name="fund_account_kind"),
        ]

    def __str__(self) -> str:
        return self.code


class AccountBalance(models.Model):
    """What an account holds now: debits less credits, kept by a trigger in the transaction that posts."""

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, related_name="balance"
    )
    amount = models.BigIntegerField(_("balance"), default=0)
    floor = models.BigIntegerField()
    ceiling = models.BigIntegerField()
    leg_count = models.BigIntegerField(_("legs"), default=0)
    last_entry = models.BigIntegerField(_("last entry"), default=0)

    objects = BalanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("balance")
        verbose_name_plural = _("balances")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=models.F("floor")), name="fund_balance_floor"),
            models.CheckConstraint(condition=Q(amount__lte=models.F("ceiling")), name="fund_balance_ceiling"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.amount}"


class AccountTurnover(models.Model):
    """Debits and credits of an account per year and kind of entry; a reversal counts as what it reverses."""

    pk = models.CompositePrimaryKey("account", "year", "kind")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="turnovers", db_index=False)
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind of entry"), max_length=20, choices=EntryKind)
    debit = models.BigIntegerField(_("debit"), default=0)
    credit = models.BigIntegerField(_("credit"), default=0)
    leg_count = models.BigIntegerField(_("legs"), default=0)

    objects = TurnoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("turnover")
        verbose_name_plural = _("turnovers")

    def __str__(self) -> str:
        return f"{self.account_id} {self.year} {self.kind}"


class Snapshot(models.Model):
    """What an account held at the end of a closed period."""

    pk = models.CompositePrimaryKey("period", "account")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="snapshots", db_index=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="snapshots", db_index=False)
    amount = models.BigIntegerField(_("balance"))

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")

    def __str__(self) -> str:
        return f"{self.period_id} {self.account_id}: {self.amount}"
