"""Who gives and what was said and signed: donors, earmarks, pledges, agreements."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..choices import ContributionKind, DonorKind, EarmarkKind, PledgeState, Stipulation
from ..querysets import AgreementQuerySet, DonorQuerySet, PledgeQuerySet
from .reference import Currency, Fund


class Donor(models.Model):
    """A state or an organization that gives; `name` is the giving body as the source names it."""

    kind = models.CharField(_("kind"), max_length=20, choices=DonorKind)
    state = models.ForeignKey(
        "network.MemberState", on_delete=models.PROTECT, null=True, blank=True, related_name="donors"
    )
    organization = models.ForeignKey(
        "network.Organization", on_delete=models.PROTECT, null=True, blank=True, related_name="donors"
    )
    name = models.CharField(_("name"), max_length=250)
    name_language = models.CharField(_("language of the name"), max_length=2, choices=Language, blank=True)
    is_demonstration = models.BooleanField(_("example"), default=False, editable=False)

    objects = DonorQuerySet.as_manager()

    class Meta:
        verbose_name = _("donor")
        verbose_name_plural = _("donors")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="state", state__isnull=False)
                | Q(kind="organization", organization__isnull=False),
                name="fund_donor_is_someone",
            ),
            models.UniqueConstraint(
                "state", "organization", "name", name="fund_donor_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Earmark(models.Model):
    """What money is tied to: a topic, a project or a state. Money without earmark has none."""

    kind = models.CharField(_("kind"), max_length=10, choices=EarmarkKind)
    topic = models.OneToOneField("network.Topic", on_delete=models.PROTECT, null=True, related_name="+")
    project = models.OneToOneField("fund.Project", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.OneToOneField("network.MemberState", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("earmark")
        verbose_name_plural = _("earmarks")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="topic", topic__isnull=False, project__isnull=True, state__isnull=True)
                | Q(kind="project", topic__isnull=True, project__isnull=False, state__isnull=True)
                | Q(kind="state", topic__isnull=True, project__isnull=True, state__isnull=False),
                name="fund_earmark_names_one",
            )
        ]

    def __str__(self) -> str:
        return str(self.topic or self.project or self.state)


@pghistory.track(append_only=True)
class Pledge(models.Model):
    """An announced contribution: shown beside what was received, never added to it."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="pledges")
    donor = models.ForeignKey(Donor, on_delete=models.PROTECT, related_name="pledges")
    kind = models.CharField(_("kind"), max_length=20, choices=ContributionKind)
    amount = models.BigIntegerField(_("amount"))
    currency = models.ForeignKey(Currency, on_delete=models.PROTECT, related_name="+")
    announced_on = models.DateField(_("announced on"))
    source = models.CharField(_("where it was announced"), max_length=500)
    state = models.CharField(_("state"), max_length=10, choices=PledgeState, default=PledgeState.ANNOUNCED)
    is_demonstration = models.BooleanField(_("example"), default=False, editable=False)
    recorded_by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ("-announced_on", "-id")
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="fund_pledge_is_positive")]

    def __str__(self) -> str:
        return f"{self.donor_id} {self.amount} {self.currency_id}"


@pghistory.track(append_only=True)
class Agreement(models.Model):
    """A signed promise. Its rate of indirect cost recovery (a fraction) is its own; none needs a reason."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="agreements")
    donor = models.ForeignKey(Donor, on_delete=models.PROTECT, related_name="agreements")
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, null=True, related_name="agreements")
    reference = models.CharField(_("reference"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ContributionKind)
    amount = models.BigIntegerField(_("amount"))
    currency = models.ForeignKey(Currency, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(_("signed on"))
    purpose = models.TextField(_("purpose"), blank=True)
    language = models.CharField(_("language of the agreement"), max_length=2, choices=Language)
    earmark = models.ForeignKey(Earmark, on_delete=models.PROTECT, null=True, related_name="agreements")
    stipulation = models.CharField(
        _("stipulation"), max_length=12, choices=Stipulation, default=Stipulation.NONE
    )
    icr_rate = models.DecimalField(_("rate of indirect cost recovery"), max_digits=5, decimal_places=4)
    icr_exemption = models.CharField(_("reason for the exemption"), max_length=500, blank=True)
    is_demonstration = models.BooleanField(_("example"), default=False, editable=False)
    recorded_by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("-signed_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="fund_agreement_is_positive"),
            models.CheckConstraint(
                condition=Q(icr_rate__gt=0, icr_rate__lt=1) | (Q(icr_rate=0) & ~Q(icr_exemption="")),
                name="fund_agreement_icr_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
