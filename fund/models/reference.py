"""What the ledger stands on: funds, currencies, periods."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Func, Q, Value
from django.utils.translation import gettext_lazy as _

from ..choices import PeriodState
from ..querysets import PeriodQuerySet

LARGEST_EXPONENT = 4  # ISO 4217


class Currency(models.Model):
    """A currency of ISO 4217; amounts are whole numbers of its smallest unit (`exponent` decimals)."""

    code = models.CharField(_("code"), max_length=3, primary_key=True)
    exponent = models.PositiveSmallIntegerField(_("decimals"))

    class Meta:
        verbose_name = _("currency")
        verbose_name_plural = _("currencies")
        ordering = ("code",)
        constraints = [
            models.CheckConstraint(condition=Q(code__regex="^[A-Z]{3}$"), name="fund_currency_code"),
            models.CheckConstraint(
                condition=Q(exponent__lte=LARGEST_EXPONENT), name="fund_currency_exponent"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Fund(models.Model):
    """A fund with a base currency; other currencies are kept in accounts of their own."""

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=200)
    base_currency = models.ForeignKey(
        Currency, verbose_name=_("base currency"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("fund")
        verbose_name_plural = _("funds")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Period(models.Model):
    """A span of days, both included, that entries are booked in; once closed it stays closed.

    Periods do not overlap. An event of a closed period is booked in the oldest open one that follows,
    with its own date.
    """

    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    state = models.CharField(_("state"), max_length=10, choices=PeriodState, default=PeriodState.OPEN)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    closed_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    is_certified = models.BooleanField(_("certified"), default=False)
    certified_by = models.CharField(_("certified by"), max_length=200, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ("starts_on",)
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="fund_period_span"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True, closed_by__isnull=True)
                | Q(state="closed", closed_at__isnull=False, closed_by__isnull=False),
                name="fund_period_closed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(is_certified=False) | Q(state="closed") & ~Q(certified_by=""),
                name="fund_period_certified_when_closed",
            ),
            ExclusionConstraint(
                name="fund_period_no_overlap",
                expressions=[
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            Value("[]"),
                            function="DATERANGE",
                            output_field=models.TextField(),
                        ),
                        RangeOperators.OVERLAPS,
                    )
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"

    @property
    def is_open(self) -> bool:
        """Whether entries may be booked in it."""
        return self.state == PeriodState.OPEN
