"""Posts, their revisions, and what hangs on them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import SourceTextModel
from network.ui import languages

from ..choices import PLACED, PostState
from ..querysets import OfPostQuerySet, PostMoveQuerySet, PostQuerySet, QuoteQuerySet, RevisionQuerySet
from .threads import Thread, page_of


class Post(SourceTextModel):
    """What somebody says in a thread.

    `seq` is its number there, given at first publication: a late approval must not land below readers'
    marks. `body_es` … hold Markdown, `html_es` … the same rendered and cleaned; the column of
    `source_language` is the author's, the others are translations. They are the text of revision number
    `revision` (0 while a draft). Who wrote stays readable when the account is gone: `author_name`, and for
    whom (`author_office`, `country`). `placed_at`: when it got its number here; moving gives it a new one.
    """

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="posts", db_index=False)
    seq = models.PositiveIntegerField(_("number"), null=True)
    reply_to = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="replies")
    state = models.CharField(_("state"), max_length=10, choices=PostState, default=PostState.DRAFT)
    state_reason = models.CharField(max_length=20, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="posts", db_index=False
    )
    author_name = models.CharField(max_length=150, blank=True)
    author_office = models.CharField(max_length=250, blank=True)
    author_kind = models.CharField(max_length=20, blank=True)
    country = models.ForeignKey(
        "network.MemberState", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    revision = models.PositiveIntegerField(default=0)
    body_en = models.TextField(blank=True, default="")
    body_es = models.TextField(blank=True, default="")
    body_fr = models.TextField(blank=True, default="")
    body_pt = models.TextField(blank=True, default="")
    html_en = models.TextField(blank=True, default="")
    html_es = models.TextField(blank=True, default="")
    html_fr = models.TextField(blank=True, default="")
    html_pt = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    placed_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
    is_demonstration = models.BooleanField(default=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(fields=["thread", "seq"], name="fora_post_number"),
            models.CheckConstraint(
                condition=Q(seq__isnull=True) | Q(state__in=[state.value for state in PLACED]),
                name="fora_post_number_once_published",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PostState.PUBLISHED.value, PostState.HIDDEN.value])
                | Q(seq__isnull=False, published_at__isnull=False),
                name="fora_published_post_has_number",
            ),
        ]
        indexes = [
            models.Index(
                fields=["thread", "submitted_at", "id"],
                condition=Q(state=PostState.PENDING.value),
                name="fora_post_pending",
            ),
            models.Index(fields=["author", "submitted_at"], name="fora_post_of_author"),
            models.Index(
                fields=["author", "thread"],
                condition=Q(state=PostState.DRAFT.value),
                name="fora_post_draft",
            ),
            models.Index(
                fields=["thread", "state"], condition=Q(seq__isnull=True), name="fora_post_without_number"
            ),
            models.Index(
                "country", F("placed_at").desc(), condition=Q(seq=1), name="fora_post_opening_of_state"
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.seq}" if self.seq else f"{self.get_state_display()} {self.pk}"

    def get_absolute_url(self) -> str:
        """Its place on its page of the thread, in the active language."""
        return f"/{languages.active()}/{self.path}"

    @property
    def path(self) -> str:
        """The address without its language; `thread.space` should be at hand."""
        if self.seq is None:
            return f"{self.thread.path}?post={self.pk}"
        page = page_of(self.seq)
        query = f"?page={page}" if page > 1 else ""
        return f"{self.thread.path}{query}#p{self.seq}"

    @property
    def is_placed(self) -> bool:
        """Whether it has, or had, a place among the posts of its thread."""
        return self.seq is not None


class PostRevision(models.Model):
    """A text of a post as it was submitted; revision 1 is the first. Redaction empties it and leaves the row.

    Readers see those that were once the published text (`published_at`); what an author changed before that
    stays between author and moderators. Moderators may hide an earlier revision alone (`is_hidden`).
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField(_("revision"))
    language = models.CharField(_("language of the text"), max_length=2, choices=Language)
    text = models.TextField()
    html = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    is_hidden = models.BooleanField(default=False)
    wiped_at = models.DateTimeField(null=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="fora_revision_number")]

    def __str__(self) -> str:
        return f"{self.post_id}/{self.number}"


class Quote(models.Model):
    """A post quotes a revision of another: by reference, so that what is hidden there is not read here.

    `starts` and `ends` are characters of the revision's text; 0 and 0 mean all of it.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="quotes")
    revision = models.ForeignKey(PostRevision, on_delete=models.CASCADE, related_name="quoted_in")
    position = models.PositiveSmallIntegerField(default=0)
    starts = models.PositiveIntegerField(default=0)
    ends = models.PositiveIntegerField(default=0)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ("position", "id")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=models.F("starts")), name="fora_quote_forward")
        ]

    def __str__(self) -> str:
        return f"{self.post_id} ← {self.revision_id}"


class Mention(models.Model):
    """A person named in a post; told once it is published, if they may read it."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions")
    told_at = models.DateTimeField(null=True)

    objects = OfPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [models.UniqueConstraint(fields=["post", "user"], name="fora_mention_once")]

    def __str__(self) -> str:
        return f"{self.post_id} @{self.user_id}"


def attachment_path(attachment: "PostAttachment", filename: str) -> str:
    """Where a file is kept: by a random name, so that nothing of the writer's text reaches the disk."""
    return f"fora/posts/{attachment.uuid.hex[:2]}/{attachment.uuid}"


class PostAttachment(models.Model):
    """A file of a post, already inspected; handed out by a view that asks who may read the post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="attachments")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to=attachment_path)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(default=0, help_text="bytes")
    sha256 = models.CharField(max_length=64)
    alternative_text = models.CharField(_("alternative text"), max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("id",)

    def __str__(self) -> str:
        return self.file_name


class PostMove(models.Model):
    """Where a post stood before it was moved: its old address leads to the new one."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="moves")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="moved_away", db_index=False)
    seq = models.PositiveIntegerField()
    moved_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PostMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        constraints = [models.UniqueConstraint(fields=["thread", "seq"], name="fora_move_once")]

    def __str__(self) -> str:
        return f"{self.thread_id} #{self.seq}"
