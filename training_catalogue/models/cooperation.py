"""Matches of offers and requests, and the cooperations that come of them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel

from ..choices.cooperation import CooperationState, MatchOrigin, MatchState
from ..choices.parties import Side
from ..querysets.cooperation import (
    CooperationQuerySet,
    CooperationReportQuerySet,
    CooperationStepQuerySet,
    MatchQuerySet,
)
from .assistance import Assistance
from .steps import StepModel


class Match(models.Model):
    """An offer and a request that fit. `offer` is the record that gives: an offer, or one of both ways.

    `score` is out of 100; `reasons` says why, as data that is put into words for each reader: a list of
    {"code", "points", …} (services/matching/reasons.py).
    """

    offer = models.ForeignKey(Assistance, on_delete=models.CASCADE, related_name="matches_as_offer")
    request = models.ForeignKey(Assistance, on_delete=models.CASCADE, related_name="matches_as_request")
    score = models.PositiveSmallIntegerField(_("score"), default=0)
    reasons = models.JSONField(default=list)
    origin = models.CharField(_("found by"), max_length=10, choices=MatchOrigin)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    note = models.TextField(_("why the two fit"), max_length=1000, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=MatchState, default=MatchState.PROPOSED)
    proposed_at = models.DateTimeField(auto_now_add=True)
    provider_agreed_at = models.DateTimeField(null=True)
    requester_agreed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decline_reason = models.TextField(_("reason"), max_length=1000, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ("-score", "-id")
        constraints = [
            models.UniqueConstraint(fields=["offer", "request"], name="training_match_once"),
            models.CheckConstraint(condition=~Q(offer=F("request")), name="training_match_of_two"),
            models.CheckConstraint(
                condition=~Q(state=MatchState.AGREED)
                | Q(provider_agreed_at__isnull=False, requester_agreed_at__isnull=False),
                name="training_match_agreed_by_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} → {self.request_id}"

    def get_absolute_url(self) -> str:
        """Its page, for both sides."""
        return reverse("training:match", args=[self.pk])


class Cooperation(SourceTextModel):
    """What two sides do together after they agreed on a match; its texts are in the language of the terms.

    `terms_side` wrote the terms last: the other side agrees to them.
    """

    match = models.OneToOneField(Match, on_delete=models.PROTECT, related_name="cooperation")
    state = models.CharField(
        _("state"), max_length=20, choices=CooperationState, default=CooperationState.PROPOSED
    )
    title = models.CharField(_("title"), max_length=200)
    objective = models.TextField(_("objective"), max_length=3000, blank=True)
    activities = models.TextField(_("activities"), max_length=5000, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    terms_side = models.CharField(max_length=10, choices=Side, blank=True)
    terms_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    agreed_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = CooperationQuerySet.as_manager()

    class Meta:
        verbose_name = _("cooperation")
        verbose_name_plural = _("cooperations")
        ordering = ("-created_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="training_cooperation_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=CooperationState.COMPLETED) | Q(completed_at__isnull=False),
                name="training_cooperation_completed_when",
            ),
        ]
        indexes = [models.Index(F("completed_at").desc(), F("id").desc(), name="training_cooperation_newest")]

    def __str__(self) -> str:
        return self.passage("title").text

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("training:cooperation", args=[self.pk])

    @property
    def has_terms(self) -> bool:
        """Whether it says what is to be done and when."""
        return bool(self.original("objective") and self.original("activities") and self.starts_on)


class CooperationStep(StepModel):
    """A step of a cooperation."""

    cooperation = models.ForeignKey(Cooperation, on_delete=models.CASCADE, related_name="steps")

    objects = CooperationStepQuerySet.as_manager()

    class Meta(StepModel.Meta):
        verbose_name = _("step of a cooperation")
        verbose_name_plural = _("steps of cooperations")


class CooperationReport(SourceTextModel):
    """What came of a cooperation: the result in short, the report as text and perhaps as a file."""

    cooperation = models.OneToOneField(Cooperation, on_delete=models.CASCADE, related_name="report")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    result = models.TextField(_("result"), max_length=2000)
    body = models.TextField(_("report"), max_length=20_000)
    file = models.FileField(upload_to="cooperations/", blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now=True)

    objects = CooperationReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a cooperation")
        verbose_name_plural = _("reports of cooperations")

    def __str__(self) -> str:
        return str(self.cooperation_id)

    def get_absolute_url(self) -> str:
        """Where it is read."""
        return f"{self.cooperation.get_absolute_url()}#report"
