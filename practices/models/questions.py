"""Questions to those who provide a practice, and their answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..querysets.questions import QuestionQuerySet
from .practice import Practice


class Question(models.Model):
    """A member asks the focal points of a practice's state; the answer is for that member alone.

    `to_secretariat`: the state had no focal point when it was asked. Both texts stay in the language that
    they were written in.
    """

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="questions")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("question"), max_length=3000)
    language = models.CharField(max_length=2, choices=Language)
    to_secretariat = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("answer"), max_length=5000, blank=True)
    answer_language = models.CharField(max_length=2, choices=Language, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question about a practice")
        verbose_name_plural = _("questions about practices")
        indexes = [
            models.Index(fields=["asker", "-asked_at"], name="practice_question_asker"),
            models.Index(
                fields=["practice"], condition=Q(answered_at__isnull=True), name="practice_question_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice}: {self.pk}"

    def get_absolute_url(self) -> str:
        """Where both sides read it."""
        return reverse("practices:question", args=[self.pk])
