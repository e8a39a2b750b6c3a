"""What states need: as documents say, and as states answer in rounds of a survey."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel

from ..choices.needs import MOST_RANKED, NeedKind
from ..querysets.needs import (
    DocumentedNeedQuerySet,
    NeedsAnswerQuerySet,
    RankedTopicQuerySet,
    SurveyRoundQuerySet,
)


class DocumentedNeed(SourceTextModel):
    """A need for training that a document of the ministers' process states, with its source."""

    code = models.CharField(max_length=30, unique=True)
    subject = models.CharField(_("subject"), max_length=400)
    audience = models.CharField(_("audience"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=40, choices=NeedKind)
    topics = models.ManyToManyField("network.Topic", related_name="documented_needs")
    mandates = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    source = models.CharField(_("source"), max_length=500)
    reservation = models.CharField(_("reservation"), max_length=400, blank=True)
    reserved_by = models.ForeignKey(
        "network.MemberState", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DocumentedNeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("need stated in a document")
        verbose_name_plural = _("needs stated in documents")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        """Where it is shown."""
        return f"{reverse('training:gaps')}#documents"


class SurveyRound(SourceTextModel):
    """A round of the needs survey: open from its first to its last day (UTC)."""

    title = models.CharField(_("title"), max_length=200)
    introduction = models.TextField(_("introduction"), max_length=3000, blank=True)
    opens_on = models.DateField(_("first day"))
    closes_on = models.DateField(_("last day"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField(null=True, editable=False)
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = SurveyRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round of the needs survey")
        verbose_name_plural = _("rounds of the needs survey")
        ordering = ("-opens_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="training_round_dates_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.passage("title").text

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("training:needs_round", args=[self.pk])


class NeedsAnswer(models.Model):
    """What one member state answers in one round."""

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="answers")
    country = models.ForeignKey("network.MemberState", on_delete=models.PROTECT, related_name="needs_answers")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(auto_now=True)

    objects = NeedsAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to the needs survey")
        verbose_name_plural = _("answers to the needs survey")
        constraints = [
            models.UniqueConstraint(fields=["round", "country"], name="training_answer_once_per_state")
        ]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.country_id}"


class RankedTopic(SourceTextModel):
    """A topic at its rank (1 is the most pressing), with what the state needs on it."""

    answer = models.ForeignKey(NeedsAnswer, on_delete=models.CASCADE, related_name="ranks")
    topic = models.ForeignKey("network.Topic", on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField(_("rank"))
    need = models.TextField(_("what is needed"), max_length=2000, blank=True)

    objects = RankedTopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("ranked topic")
        verbose_name_plural = _("ranked topics")
        ordering = ("rank",)
        constraints = [
            models.UniqueConstraint(fields=["answer", "topic"], name="training_rank_topic_once"),
            models.UniqueConstraint(fields=["answer", "rank"], name="training_rank_once"),
            models.CheckConstraint(
                condition=Q(rank__gte=1, rank__lte=MOST_RANKED), name="training_rank_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rank}. {self.topic_id}"

    def get_absolute_url(self) -> str:
        """Where it is read."""
        return self.answer.round.get_absolute_url()
