"""Review by two: rounds, what each reviewer scored, and the rating that came of it.

Rounds and reviews are for the Secretariat and, each its own, for the reviewers. A `Rating` is public: it is
written when the practice is published, and nothing of it stands anywhere that others read before.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import INSTRUMENT, Grade, ReviewEnd
from ..querysets import ReviewQuerySet, RoundQuerySet
from .parts import Part


@pghistory.track(append_only=True)
class ReviewRound(models.Model):
    """One judgement of a practice by two people, by a version of the instrument; it stays for ever.

    `subject` is the title as it was, kept should the record be thrown away. `common` are the scores that the
    reviewers agree on where theirs differ; `result` what came of their scores, when it is settled. Scores
    are as `practices.services.scores` writes them.
    """

    practice = models.ForeignKey(
        "Practice", on_delete=models.SET_NULL, null=True, related_name="review_rounds"
    )
    subject = models.CharField(_("practice"), max_length=200)
    number = models.PositiveSmallIntegerField(_("round"))
    instrument = models.CharField(_("version of the instrument"), max_length=10, default=INSTRUMENT)
    version = models.PositiveSmallIntegerField(_("version of the practice"))
    due_on = models.DateField(_("due"))
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    common = models.JSONField(null=True, editable=False)
    result = models.JSONField(null=True, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_with = models.CharField(_("decision"), max_length=20, blank=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round of review")
        verbose_name_plural = _("rounds of review")
        ordering = ("practice", "number")
        constraints = [
            models.UniqueConstraint(fields=["practice", "number"], name="practice_round_number"),
            models.UniqueConstraint(
                fields=["practice"], condition=Q(closed_at__isnull=True), name="practice_one_open_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.number}"

    @property
    def is_settled(self) -> bool:
        """Whether the reviewers' result stands and the screener can decide on it."""
        return self.result is not None


@pghistory.track(append_only=True, exclude=["draft"])
class Review(models.Model):
    """One person's part in a round. `draft` is the form as last saved; `scores` never change once submitted.

    An ended one does not count: the person declined, was stopped for a conflict of interest, or replaced.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey(ReviewRound, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="practice_reviews"
    )
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField(auto_now_add=True)
    due_on = models.DateField(_("due"))
    accepted_at = models.DateTimeField(_("declared to have no conflict of interest"), null=True)
    draft = models.JSONField(default=dict, editable=False)
    saved_at = models.DateTimeField(null=True, editable=False)
    scores = models.JSONField(null=True, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    agreed_at = models.DateTimeField(_("agreed to the common scores"), null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    end_reason = models.CharField(max_length=12, choices=ReviewEnd, blank=True, editable=False)
    end_note = models.TextField(max_length=1000, blank=True, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ("named_at", "id")
        indexes = [
            models.Index(
                fields=["reviewer"], condition=Q(ended_at__isnull=True), name="practice_review_live"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "reviewer"],
                condition=Q(ended_at__isnull=True),
                name="practice_reviewer_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    def get_absolute_url(self) -> str:
        """Where the reviewer works on it."""
        return reverse("practices:review", args=[self.uuid])

    @property
    def is_live(self) -> bool:
        """Whether it counts."""
        return self.ended_at is None


class Rating(Part):
    """What two reviewers concluded on a published practice, with notes in words; one per practice.

    Strength and direction stand with each outcome. `version` is that of the practice's text that was judged.
    """

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="ratings")
    round = models.ForeignKey(ReviewRound, on_delete=models.SET_NULL, null=True, related_name="+")
    instrument = models.CharField(_("version of the instrument"), max_length=10)
    version = models.PositiveSmallIntegerField(_("version of the practice"))
    rated_at = models.DateTimeField(_("rated"))
    relevance = models.CharField(_("relevance"), max_length=10, choices=Grade)
    replicability = models.CharField(_("replicability"), max_length=10, choices=Grade)
    effect = models.TextField(_("effect"), max_length=3000, blank=True)
    mechanism = models.TextField(_("mechanism"), max_length=3000, blank=True)
    moderators = models.TextField(_("moderators"), max_length=3000, blank=True)
    implementation = models.TextField(_("implementation"), max_length=3000, blank=True)
    economics = models.TextField(_("economics"), max_length=3000, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        constraints = [models.UniqueConstraint(fields=["practice"], name="practice_rated_once")]

    def __str__(self) -> str:
        return f"{self.practice_id}, {self.rated_at:%Y-%m-%d}"
