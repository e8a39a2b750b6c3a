"""Threads: a subject in a space, and the figures that lists are served from."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel
from network.ui import languages

from ..querysets import VISIBLE_THREAD, ThreadMoveQuerySet, ThreadQuerySet
from .spaces import AgendaItem, Space

POSTS_PER_PAGE = 50


class Thread(SourceTextModel):
    """A subject. Its title stands in a column per language (`title_es`); `source_language` is the author's.

    Figures are of published posts alone, and are written in the transaction that changes a state:
    `visible_count`; `last_visible_seq` and `last_visible_at`, number and time of the last one. `last_seq` is
    the highest number ever given and never falls. `pending_count` is for moderators. `submitted_at` is empty
    while its first post is a draft: then only `starter` knows of it. Others see a thread that has published
    posts and is not hidden.
    """

    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="threads", db_index=False)
    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="threads"
    )
    title_en = models.CharField(max_length=200, blank=True, default="")
    title_es = models.CharField(max_length=200, blank=True, default="")
    title_fr = models.CharField(max_length=200, blank=True, default="")
    title_pt = models.CharField(max_length=200, blank=True, default="")
    starter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="threads_started"
    )
    starter_name = models.CharField(max_length=150, blank=True)
    is_pinned = models.BooleanField(_("pinned"), default=False)
    is_locked = models.BooleanField(_("closed to new posts"), default=False)
    is_archived = models.BooleanField(_("archived"), default=False)
    is_hidden = models.BooleanField(_("hidden by moderation"), default=False)
    hidden_reason = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True)
    visible_count = models.PositiveIntegerField(default=0)
    pending_count = models.PositiveIntegerField(default=0)
    last_seq = models.PositiveIntegerField(default=0)
    last_visible_seq = models.PositiveIntegerField(default=0)
    last_visible_at = models.DateTimeField(null=True)
    is_demonstration = models.BooleanField(default=False)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        indexes = [
            models.Index(
                "space",
                F("last_visible_at").desc(),
                F("id").desc(),
                condition=VISIBLE_THREAD & Q(is_pinned=False),
                name="fora_thread_list",
            ),
            models.Index(
                "space", "id", condition=VISIBLE_THREAD & Q(is_pinned=True), name="fora_thread_pinned"
            ),
            models.Index("space", condition=Q(pending_count__gt=0), name="fora_thread_waiting"),
            models.Index(fields=["space", "id"], name="fora_thread_of_space"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_visible_seq__lte=F("last_seq"), visible_count__lte=F("last_seq")),
                name="fora_thread_figures",
            ),
            models.CheckConstraint(
                condition=Q(visible_count=0, last_visible_seq=0, last_visible_at__isnull=True)
                | Q(visible_count__gt=0, last_visible_seq__gt=0, last_visible_at__isnull=False),
                name="fora_thread_last_visible",
            ),
        ]

    def __str__(self) -> str:
        return self.passage("title").text or f"{self.pk}"

    def get_absolute_url(self) -> str:
        """The thread in the active language."""
        return f"/{languages.active()}/{self.path}"

    @property
    def path(self) -> str:
        """The address without its language; `space` should be at hand."""
        return f"fora/{self.space.slug}/{self.pk}/"

    @property
    def is_visible(self) -> bool:
        """Whether readers of the space see it."""
        return self.visible_count > 0 and not self.is_hidden

    @property
    def page_count(self) -> int:
        """Pages by number: places of hidden posts count, so that links stay."""
        return page_of(self.last_seq)


class ThreadMove(models.Model):
    """A thread stood in this space before it was moved: its old address and its old place lead on."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="moves")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="moved_away", db_index=False)
    moved_at = models.DateTimeField(default=timezone.now)

    objects = ThreadMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move of a thread")
        verbose_name_plural = _("moves of threads")
        constraints = [models.UniqueConstraint(fields=["space", "thread"], name="fora_thread_moved_once")]

    def __str__(self) -> str:
        return f"{self.thread_id} ← {self.space_id}"


def page_of(seq: int) -> int:
    """The page, from 1, that shows the post of this number."""
    return max(0, seq - 1) // POSTS_PER_PAGE + 1
