"""Member states of the Organization and how they stand to it over time."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import Language, Region, StateStatus
from ..querysets import MemberStateQuerySet


class MemberState(models.Model):
    """A member state; `status` is the current one, its history is in `status_periods`."""

    iso2 = models.CharField(_("ISO 3166-1 alpha-2 code"), max_length=2, primary_key=True)
    iso3 = models.CharField(_("ISO 3166-1 alpha-3 code"), max_length=3, unique=True)
    name = models.CharField(_("name"), max_length=100)
    region = models.CharField(_("region"), max_length=20, choices=Region)
    groups = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    joined_year = models.PositiveSmallIntegerField(_("member since"))
    languages = ArrayField(models.CharField(max_length=2, choices=Language), default=list)
    status = models.CharField(_("status"), max_length=20, choices=StateStatus, default=StateStatus.ACTIVE)
    office = models.ForeignKey(
        "network.Organization",
        verbose_name=_("focal point's office"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = MemberStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("member state")
        verbose_name_plural = _("member states")
        ordering = ("iso2",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the state's page."""
        return reverse("network:state", args=[self.iso2])

    @property
    def is_active(self) -> bool:
        """Whether the state takes part: receives grants, counts in figures."""
        return self.status == StateStatus.ACTIVE


class StateStatusPeriod(models.Model):
    """A state's status from a day on, with the note and source that support it."""

    state = models.ForeignKey(MemberState, on_delete=models.CASCADE, related_name="status_periods")
    status = models.CharField(_("status"), max_length=20, choices=StateStatus)
    since_on = models.DateField(_("since"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    source = models.TextField(_("source"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("status of a member state")
        verbose_name_plural = _("statuses of member states")
        ordering = ("-recorded_at", "-id")

    def __str__(self) -> str:
        return f"{self.state_id} {self.status}"
