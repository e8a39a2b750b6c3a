"""Offers and requests of assistance, and what belongs to them."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import SourceTextModel

from ..choices.assistance import (
    AssistanceKind,
    AssistanceState,
    CostSharing,
    Modality,
    Priority,
    RecordedBy,
    Strength,
)
from ..choices.parties import Audience
from ..querysets.assistance import AssistanceQuerySet, InquiryQuerySet, OfAssistanceQuerySet
from .steps import StepModel


class Assistance(SourceTextModel):
    """What a member state or an organization offers or asks for.

    `country` or `organization` is the party: one of the two. `is_two_way`: it both gives and asks.
    `starts_on` and `ends_on` say when an offer can be had, or when help is wished for. What the Secretariat
    recorded from a report of the ministers' meetings has `recorded_by` the Rapporteur, its place there, and
    perhaps how firm the words were (`strength`), for whom they were said and who reports them; what the
    Secretariat itself asked of all member states there is a call. `confirmed_on`: when the party last said
    that it stands; `reminded_on`: when it was asked since, after a year.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=AssistanceKind)
    state = models.CharField(
        _("state"), max_length=20, choices=AssistanceState, default=AssistanceState.DRAFT
    )
    recorded_by = models.CharField(
        max_length=10, choices=RecordedBy, default=RecordedBy.PARTY, editable=False
    )
    country = models.ForeignKey(
        "network.MemberState",
        on_delete=models.PROTECT,
        related_name="assistance",
        verbose_name=_("member state"),
        null=True,
        blank=True,
    )
    organization = models.ForeignKey(
        "network.Organization",
        on_delete=models.PROTECT,
        related_name="assistance",
        verbose_name=_("organization"),
        null=True,
        blank=True,
    )
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), max_length=5000, blank=True)
    conditions = models.TextField(_("conditions"), max_length=3000, blank=True)
    in_return = models.TextField(_("what is offered or asked for in return"), max_length=2000, blank=True)
    topics = models.ManyToManyField(
        "network.Topic", verbose_name=_("topics"), related_name="assistance", blank=True
    )
    modalities = ArrayField(
        models.CharField(max_length=15, choices=Modality),
        verbose_name=_("in which shape"),
        default=list,
        blank=True,
    )
    languages = ArrayField(
        models.CharField(max_length=2, choices=Language),
        verbose_name=_("working languages"),
        default=list,
        blank=True,
    )
    addressed_to = ArrayField(
        models.CharField(max_length=15, choices=Audience),
        verbose_name=_("addressed to"),
        default=list,
        blank=True,
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    cost_sharing = models.CharField(_("costs"), max_length=10, choices=CostSharing, blank=True)
    priority = models.CharField(_("priority"), max_length=10, choices=Priority, blank=True)
    is_two_way = models.BooleanField(_("both ways: gives and asks"), default=False)
    contact_unit = models.CharField(_("contact: unit"), max_length=200, blank=True)

    strength = models.CharField(_("strength"), max_length=15, choices=Strength, blank=True, editable=False)
    on_behalf_of = models.CharField(_("on behalf of"), max_length=200, blank=True, editable=False)
    reported_by = models.CharField(_("reported by"), max_length=200, blank=True, editable=False)
    practice_named = models.CharField(_("practice named"), max_length=200, blank=True, editable=False)
    source_document = models.CharField(_("source"), max_length=300, blank=True, editable=False)
    source_place = models.CharField(_("place in the source"), max_length=50, blank=True, editable=False)

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assistance", editable=False
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    confirmed_on = models.DateField(_("confirmed"), null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = AssistanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer or request of assistance")
        verbose_name_plural = _("offers and requests of assistance")
        ordering = ("-published_at", "-id")
        indexes = [
            models.Index(
                "kind",
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(state=AssistanceState.PUBLISHED),
                name="training_assistance_newest",
            ),
            models.Index(fields=["state", "submitted_at"], name="training_assistance_desk"),
            models.Index(fields=["author", "-changed_at"], name="training_assistance_author"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(country__isnull=False, organization__isnull=True)
                | Q(country__isnull=True, organization__isnull=False),
                name="training_assistance_one_party",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="training_assistance_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssistanceState.PUBLISHED) | Q(published_at__isnull=False),
                name="training_assistance_published_when",
            ),
            models.UniqueConstraint(
                fields=["source_document", "kind", "country", "organization", "title_en"],
                condition=~Q(source_document=""),
                name="training_assistance_once_per_source",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.passage("title").text

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("training:assistance", args=[self.pk])

    @property
    def party(self) -> Any:
        """The member state or organization that offers or asks."""
        return self.country or self.organization

    @property
    def party_language(self) -> str:
        """The language of the party's name where it is not the reader's."""
        return "" if self.country_id else self.organization.name_language

    @property
    def is_recorded(self) -> bool:
        """Whether the Secretariat recorded it from a report, and nobody changes or confirms it."""
        return self.recorded_by != RecordedBy.PARTY

    @property
    def is_call(self) -> bool:
        """Whether the Secretariat asks it of all member states: nothing that one match would meet."""
        return self.recorded_by == RecordedBy.CALL

    @property
    def is_open(self) -> bool:
        """Whether it stands."""
        return self.state == AssistanceState.PUBLISHED


class AssistanceStep(StepModel):
    """A step of an offer or a request; without a person it is the portal's."""

    assistance = models.ForeignKey(Assistance, on_delete=models.CASCADE, related_name="steps")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    objects = OfAssistanceQuerySet.as_manager()

    class Meta(StepModel.Meta):
        verbose_name = _("step of an offer or request")
        verbose_name_plural = _("steps of offers and requests")


class Inquiry(models.Model):
    """What a person wrote to those who speak for a party, about its offer or request."""

    assistance = models.ForeignKey(Assistance, on_delete=models.CASCADE, related_name="inquiries")
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="inquiries"
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    text = models.TextField(_("message"), max_length=3000)
    at = models.DateTimeField(auto_now_add=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("message about an offer or request")
        verbose_name_plural = _("messages about offers and requests")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.assistance_id}: {self.sender_id}"

    def get_absolute_url(self) -> str:
        """Where it is read: below the record."""
        return f"{self.assistance.get_absolute_url()}#messages"
