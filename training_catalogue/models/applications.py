"""Applications to the sessions that take them in the portal."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..choices.applications import LIVE, ApplicationState
from ..querysets.applications import ApplicationQuerySet, ApplicationStepQuerySet
from .sessions import Session
from .steps import StepModel


class Application(models.Model):
    """A person asks for a seat in a session.

    `needs_clearance` and `country` are kept as they were when the person applied. `place` orders the waiting
    list of a session: the smallest is the next. `reason` is what the applicant was told last.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="applications")
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="course_applications"
    )
    country = models.ForeignKey(
        "network.MemberState",
        on_delete=models.PROTECT,
        related_name="course_applications",
        verbose_name=_("member state"),
        null=True,
    )
    needs_clearance = models.BooleanField(default=False)
    state = models.CharField(
        _("state"), max_length=20, choices=ApplicationState, default=ApplicationState.APPLIED
    )
    place = models.PositiveIntegerField(null=True)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    motivation = models.TextField(_("why you want to take part"), max_length=3000, blank=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    applied_at = models.DateTimeField(auto_now_add=True)
    cleared_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application to a session")
        verbose_name_plural = _("applications to sessions")
        ordering = ("applied_at", "id")
        indexes = [
            models.Index(fields=["session", "state"], name="application_of_session"),
            models.Index(fields=["country", "state"], name="application_to_clear"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant", "session"],
                condition=Q(state__in=[state.value for state in LIVE]),
                name="application_once",
            ),
            models.UniqueConstraint(
                fields=["session", "place"],
                condition=Q(place__isnull=False),
                name="application_place_once",
            ),
            models.CheckConstraint(
                condition=Q(state=ApplicationState.WAIT_LISTED.value, place__isnull=False)
                | (~Q(state=ApplicationState.WAIT_LISTED.value) & Q(place__isnull=True)),
                name="application_listed_with_place",
            ),
            models.CheckConstraint(
                condition=Q(needs_clearance=False) | Q(country__isnull=False),
                name="application_cleared_by_a_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.applicant_id}: {self.session_id} ({self.state})"

    def get_absolute_url(self) -> str:
        """Its page, for those whom it concerns."""
        return reverse("training:application", args=[self.uuid])

    @property
    def reaches_provider(self) -> bool:
        """Whether the provider reads it: it needs no clearance, or has it."""
        return not self.needs_clearance or self.cleared_at is not None


class ApplicationStep(StepModel):
    """A step of an application; the portal's own have no person."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="steps")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    objects = ApplicationStepQuerySet.as_manager()

    class Meta(StepModel.Meta):
        verbose_name = _("step of an application")
        verbose_name_plural = _("steps of applications")
