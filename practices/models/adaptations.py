"""Adaptations: what became of a practice elsewhere, told by those who took it over."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel
from network.models.text import Passage

from ..choices.adaptations import AdaptationState
from ..querysets.adaptations import AdaptationQuerySet, AdaptationStepQuerySet
from .fields import PartialDateField
from .practice import Practice

SAMPLE_SIGN = "◇"  # of what is invented for the demonstration


class Adaptation(SourceTextModel):
    """A state, or an organization of it, says that it adapted a published practice.

    `origin` is the practice that was adapted, `resulting_practice` the practice of the adapting state that
    came of it, once that is published: it is based on `origin`. `country` is the adapting state. `topics` are
    those of the origin when it was begun. The number in its address never changes.
    """

    origin = models.ForeignKey(
        Practice, on_delete=models.PROTECT, related_name="adaptations", verbose_name=_("practice adapted")
    )
    resulting_practice = models.ForeignKey(
        Practice,
        on_delete=models.PROTECT,
        related_name="based_on",
        verbose_name=_("practice that came of it"),
        null=True,
        blank=True,
    )
    state = models.CharField(
        _("state"), max_length=20, choices=AdaptationState, default=AdaptationState.DRAFT
    )
    country = models.ForeignKey(
        "network.MemberState",
        on_delete=models.PROTECT,
        related_name="adaptations",
        verbose_name=_("member state"),
    )
    organization = models.ForeignKey(
        "network.Organization",
        on_delete=models.PROTECT,
        related_name="adaptations",
        verbose_name=_("organization"),
        null=True,
        blank=True,
    )
    topics = models.ManyToManyField(
        "network.Topic", verbose_name=_("topics"), related_name="adaptations", blank=True, editable=False
    )
    title = models.CharField(_("name of the adaptation"), max_length=200)
    places = models.CharField(_("places"), max_length=300)
    started_on = PartialDateField(_("start"))
    ended_on = PartialDateField(_("end"), blank=True)
    is_ongoing = models.BooleanField(_("still running"), default=False)
    kept = models.TextField(_("what was kept"), max_length=3000)
    changed = models.TextField(_("what was changed"), max_length=3000)
    result = models.TextField(_("result"), max_length=3000, blank=True)
    contact_unit = models.CharField(_("contact: unit"), max_length=200)

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="adaptations", editable=False
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = AdaptationQuerySet.as_manager()

    class Meta:
        verbose_name = _("adaptation of a practice")
        verbose_name_plural = _("adaptations of practices")
        ordering = ("-published_at", "-id")
        indexes = [
            models.Index(
                fields=["origin"],
                condition=Q(state=AdaptationState.PUBLISHED),
                name="practice_adapted_public",
            ),
            models.Index(fields=["state", "submitted_at"], name="practice_adaptation_desk"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=AdaptationState.PUBLISHED) | Q(published_at__isnull=False),
                name="practice_adaptation_public_when",
            ),
            models.CheckConstraint(
                condition=Q(resulting_practice__isnull=True) | ~Q(resulting_practice=F("origin")),
                name="practice_adaptation_of_another",
            ),
            models.CheckConstraint(
                condition=Q(is_ongoing=False) | Q(ended_on=""), name="practice_adaptation_one_end"
            ),
        ]

    def __str__(self) -> str:
        return self.passage("title").text

    def get_absolute_url(self) -> str:
        """Its permanent address."""
        return reverse("practices:adaptation", args=[self.pk])

    @property
    def title_passage(self) -> Passage:
        """Its name, for templates."""
        return self.passage("title")

    @property
    def places_passage(self) -> Passage:
        """Where, for templates."""
        return self.passage("places")

    @property
    def contact_passage(self) -> Passage:
        """Whom to ask, for templates."""
        return self.passage("contact_unit")

    @property
    def wants_sample_sign(self) -> bool:
        """Whether templates mark it as invented: its title does not."""
        return self.is_demonstration and SAMPLE_SIGN not in self.original("title")

    @property
    def is_public(self) -> bool:
        """Whether everyone reads it."""
        return self.state == AdaptationState.PUBLISHED

    @property
    def body_language(self) -> str:
        """The language of the organization's name."""
        return self.organization.name_language if self.organization else ""


class AdaptationStep(models.Model):
    """Who moved an adaptation, when, from where to where and why; never changed afterwards."""

    adaptation = models.ForeignKey(Adaptation, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(_("step"), max_length=20)
    from_state = models.CharField(max_length=20, choices=AdaptationState, blank=True)
    to_state = models.CharField(max_length=20, choices=AdaptationState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    comment = models.TextField(_("comment"), max_length=3000, blank=True)

    objects = AdaptationStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of an adaptation")
        verbose_name_plural = _("steps of adaptations")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.verb}: {self.from_state} → {self.to_state}"
