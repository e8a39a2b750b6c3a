"""What a person wants to hear of, and what has been found for it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .querysets import InterestQuerySet


class Interest(models.Model):
    """A search that a person saved, or something that a person follows.

    `subject` names what is followed ("state:GT", "topic:youth", "practice:12"); it is empty for a search.
    `kind` is that of the records to be found, empty for every kind. `finds`: whether new records are held
    against it; what happens to a single followed record is told by its app.

    A record fits when it carries all facets of `must`, one of each list in `either`, and meets
    `words_query`: the words as network/search reads them, by the rules of `words_rules`. `query` is the list
    as its address says it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="interests", db_index=False
    )
    subject = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    query = models.CharField(max_length=1500, blank=True)
    words = models.CharField(max_length=200, blank=True)
    words_query = models.TextField(blank=True)
    words_rules = models.PositiveSmallIntegerField(default=0)
    must = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    either = models.JSONField(default=list, blank=True)
    finds = models.BooleanField(default=True)
    is_paused = models.BooleanField(_("paused"), default=False)
    made_at = models.DateTimeField(default=timezone.now)

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        indexes = [
            models.Index(fields=["user", "subject"], name="following_of_person"),
            models.Index(fields=["subject"], condition=~Q(subject=""), name="following_of_subject"),
            models.Index(fields=["kind"], condition=Q(finds=True, is_paused=False), name="following_finds"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "subject"], condition=~Q(subject=""), name="following_subject_once"
            ),
            models.UniqueConstraint(
                fields=["user", "kind", "query"], condition=Q(subject=""), name="following_search_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.subject


class Hit(models.Model):
    """A record was found for an interest: never a second time."""

    interest = models.ForeignKey(Interest, on_delete=models.CASCADE, related_name="hits", db_index=False)
    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("record found for a saved search")
        verbose_name_plural = _("records found for saved searches")
        constraints = [
            models.UniqueConstraint(fields=["interest", "kind", "object_id"], name="following_hit_once")
        ]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="following_hit_of_record"),
            models.Index(fields=["at"], name="following_hit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.interest_id}: {self.kind} {self.object_id}"
