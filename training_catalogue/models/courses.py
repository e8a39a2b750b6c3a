"""A course of a provider, and the way that it has come."""

import uuid
from collections.abc import Sequence

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel

from ..choices import (
    Admission,
    Certificate,
    CourseLevel,
    CourseState,
    LanguageLevel,
    Mode,
    Pillar,
    TeachingLanguage,
)
from ..querysets import CourseQuerySet, CourseStepEventQuerySet

REQUIRED = ("title", "summary", "topics", "pillar", "level", "mode", "languages")
"""What a course needs before anybody else reads it; and a link or an address to write to."""


class Course(SourceTextModel):
    """What a provider teaches, apart from when: that is a session's.

    Drafts are addressed by `uuid`; `identifier` (TC-YYYY-NNNN) is given at first publication and stays.
    `revision` rises with every save, so that two people writing at once are told of each other.
    `confirmed_on` is the day on which the provider last said that all of it holds. `source_key` is the
    provider's own name for it in what is imported or harvested. `turns_on` is the next day on which the clock
    alone changes by what it is found. `link_fault` says why the link did not answer, `link_failing_since`
    since when.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    identifier = models.CharField(_("identifier"), max_length=16, unique=True, null=True, editable=False)
    provider = models.ForeignKey(
        "network.Organization", on_delete=models.PROTECT, related_name="courses", verbose_name=_("provider")
    )
    state = models.CharField(_("state"), max_length=10, choices=CourseState, default=CourseState.DRAFT)
    revision = models.PositiveIntegerField(default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="courses", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    turns_on = models.DateField(null=True, editable=False)
    source_key = models.CharField(max_length=200, blank=True, editable=False)
    is_demonstration = models.BooleanField(default=False, editable=False)

    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    outcomes = models.TextField(_("what participants learn to do"), max_length=3000, blank=True)
    audience = models.TextField(_("for whom"), max_length=1000, blank=True)
    requirements = models.TextField(_("entry requirements"), max_length=2000, blank=True)
    topics = models.ManyToManyField(
        "network.Topic", verbose_name=_("topics"), related_name="courses", blank=True
    )
    pillar = models.CharField(_("ministerial area"), max_length=15, choices=Pillar, blank=True)
    level = models.CharField(_("level"), max_length=15, choices=CourseLevel, blank=True)
    mode = models.CharField(_("mode"), max_length=20, choices=Mode, blank=True)
    languages = ArrayField(
        models.CharField(max_length=2, choices=TeachingLanguage),
        verbose_name=_("languages of instruction"),
        default=list,
        blank=True,
    )
    required_language = models.CharField(
        _("language that participants must know"), max_length=2, choices=TeachingLanguage, blank=True
    )
    required_language_level = models.CharField(
        _("level of that language (CEFR)"), max_length=2, choices=LanguageLevel, blank=True
    )
    hours = models.PositiveSmallIntegerField(
        _("hours in all"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    hours_a_week = models.PositiveSmallIntegerField(
        _("hours a week"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    weeks = models.PositiveSmallIntegerField(
        _("weeks"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    certificate = models.CharField(_("certificate"), max_length=12, choices=Certificate, blank=True)
    is_free = models.BooleanField(_("free of charge"), default=False)
    fee_amount = models.DecimalField(
        _("fee"), max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    fee_currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        validators=[
            RegexValidator(r"^[A-Z]{3}$", _("Enter the currency by its three letters, such as USD."))
        ],
    )
    has_grants = models.BooleanField(_("grants are offered"), default=False)
    grants_note = models.TextField(_("what grants cover"), max_length=1000, blank=True)
    admission = models.CharField(_("application"), max_length=12, choices=Admission, default=Admission.DIRECT)
    admission_note = models.TextField(_("how to apply"), max_length=2000, blank=True)
    link = models.URLField(_("page of the course"), max_length=500, blank=True)
    contact_unit = models.CharField(_("contact: unit"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact: e-mail address of the unit"), blank=True)
    link_checked_at = models.DateTimeField(null=True, editable=False)
    link_fault = models.CharField(max_length=200, blank=True, editable=False)
    link_failing_since = models.DateTimeField(null=True, editable=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ("-published_at", "-id")
        indexes = [
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(state=CourseState.PUBLISHED.value),
                name="course_newest",
            ),
            models.Index(fields=["provider", "-changed_at"], name="course_of_provider"),
            models.Index(
                fields=["submitted_at"], condition=Q(state=CourseState.SUBMITTED.value), name="course_waiting"
            ),
            models.Index(
                fields=["confirmed_on"],
                condition=Q(state=CourseState.PUBLISHED.value),
                name="course_to_confirm",
            ),
            models.Index(fields=["turns_on"], condition=Q(turns_on__isnull=False), name="course_turning"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CourseState.PUBLISHED.value)
                | Q(identifier__isnull=False, published_at__isnull=False, confirmed_on__isnull=False),
                name="course_published_has_identifier",
            ),
            models.CheckConstraint(
                condition=Q(fee_amount__isnull=True) | Q(fee_amount__gte=0, fee_currency__regex="^[A-Z]{3}$"),
                name="course_fee_has_currency",
            ),
            models.CheckConstraint(
                condition=Q(is_free=False) | Q(fee_amount__isnull=True) | Q(fee_amount=0),
                name="course_free_has_no_fee",
            ),
            models.CheckConstraint(
                condition=Q(required_language="", required_language_level="")
                | ~Q(required_language="") & ~Q(required_language_level=""),
                name="course_language_has_level",
            ),
            models.UniqueConstraint(
                fields=["provider", "source_key"], condition=~Q(source_key=""), name="course_once_per_source"
            ),
        ]

    def __str__(self) -> str:
        return self.identifier or str(self.uuid)

    def get_absolute_url(self) -> str:
        """The permanent address, or the draft's."""
        if self.identifier:
            return reverse("training:course", args=[self.identifier])
        return reverse("training:draft", args=[self.uuid])

    @property
    def costs_nothing(self) -> bool:
        """Whether participants pay no fee."""
        return self.is_free or self.fee_amount == 0

    def missing(self, topics: Sequence[object] | None = None) -> list[str]:
        """Names of what is still empty and must not be, before anybody else reads it.

        `topics` are those that it will have, of one that is not stored yet.
        """
        empty = [
            name
            for name in REQUIRED
            if not (topics if name == "topics" and topics is not None else self._value_of(name))
        ]
        return empty + ([] if self.link or self.contact_email else ["link"])

    def _value_of(self, name: str) -> object:
        if name in ("title", "summary"):
            return self.original(name)
        return self.topics.exists() if name == "topics" else getattr(self, name)


class CourseStepEvent(models.Model):
    """Who moved a course, when, from where to where and why; never changed afterwards."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(_("step"), max_length=20)
    from_state = models.CharField(max_length=10, choices=CourseState, blank=True)
    to_state = models.CharField(max_length=10, choices=CourseState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)

    objects = CourseStepEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a course")
        verbose_name_plural = _("steps of courses")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.verb}: {self.from_state} → {self.to_state}"


class CourseSequence(models.Model):
    """The last number given in a year; taken under lock, so that no number is given twice or skipped."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("sequence of identifiers of courses")
        verbose_name_plural = _("sequences of identifiers of courses")

    def __str__(self) -> str:
        return f"TC-{self.year}-{self.last:04d}"
