"""Spaces of dialogue, who leads them, and what is laid before a forum."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import SourceTextModel
from network.ui import languages

from ..choices import LEADING, Access, Capacity, SpaceKind, SpaceState
from ..querysets import (
    AgendaItemQuerySet,
    PaperQuerySet,
    PaperVersionQuerySet,
    SpaceGrantQuerySet,
    SpaceQuerySet,
)


def all_languages() -> list[str]:
    """The languages of a space unless somebody says otherwise."""
    return list(Language.values)


class Space(SourceTextModel):
    """A place of dialogue: a permanent or virtual forum, a working group, a face-to-face forum.

    `slug` is its address and never changes. `opens_at` and `closes_at` are the hours of a virtual forum; the
    posting service checks them, whatever anybody announces. `mandates` and `group_code` are the Network's own
    codes (SPS-R23, WG-LETHAL-VIOLENCE). `place`, `starts_on`, `ends_on` belong to a face-to-face forum.
    """

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=15, choices=SpaceKind)
    access = models.CharField(_("who reads"), max_length=10, choices=Access, default=Access.PUBLIC)
    state = models.CharField(_("state"), max_length=12, choices=SpaceState, default=SpaceState.PREPARATION)
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), max_length=2000, blank=True)
    concept_note = models.TextField(_("concept note"), max_length=20_000, blank=True)
    is_premoderated = models.BooleanField(_("posts are read before they are published"), default=False)
    languages = ArrayField(
        models.CharField(max_length=2, choices=Language),
        verbose_name=_("languages"),
        default=all_languages,
    )
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    group_code = models.CharField(_("working group"), max_length=40, blank=True)
    mandates = ArrayField(
        models.CharField(max_length=20), verbose_name=_("mandates"), default=list, blank=True
    )
    topics = models.ManyToManyField(
        "network.Topic", verbose_name=_("topics"), related_name="spaces", blank=True
    )
    country = models.ForeignKey(
        "network.MemberState",
        verbose_name=_("proposed by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="spaces",
    )
    live_url = models.URLField(_("live session"), max_length=500, blank=True)
    recording_url = models.URLField(_("recording"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    closing_told_at = models.DateTimeField(null=True, editable=False)
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = SpaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("space")
        verbose_name_plural = _("spaces")
        ordering = ("position", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(opens_at__isnull=False, closes_at__gt=F("opens_at")),
                name="fora_space_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=~Q(kind=SpaceKind.VIRTUAL.value)
                | Q(opens_at__isnull=False, closes_at__isnull=False),
                name="fora_virtual_forum_has_hours",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="fora_space_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.passage("title").text or self.slug

    def get_absolute_url(self) -> str:
        """The space in the active language."""
        return f"/{languages.active()}/{self.path}"

    @property
    def path(self) -> str:
        """The address without its language, as search rows keep it."""
        return f"fora/{self.slug}/"

    @property
    def key(self) -> str:
        """What moderation calls the space."""
        return f"fora.space:{self.pk}"

    @property
    def visibility(self) -> str:
        """The key that opens its search rows."""
        return f"space:{self.pk}" if self.access == Access.PRIVATE else self.access

    @property
    def has_opened(self) -> bool:
        """Whether its first hour has come."""
        return self.opens_at is None or self.opens_at <= timezone.now()

    @property
    def has_closed(self) -> bool:
        """Whether its last hour has passed."""
        return self.closes_at is not None and self.closes_at <= timezone.now()

    @property
    def takes_posts(self) -> bool:
        """Whether those who may write here can write now."""
        return self.state == SpaceState.OPEN and self.has_opened and not self.has_closed

    @property
    def is_public(self) -> bool:
        """Whether everyone reads it."""
        return self.access == Access.PUBLIC and self.state != SpaceState.PREPARATION


@pghistory.track(append_only=True)
class SpaceGrant(models.Model):
    """What a person is in a space, until when, by whom and why; every change is kept in its event table.

    Moderators, facilitators and chairs hold the role of the Network besides: both must be in force.
    """

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="grants", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="space_grants")
    capacity = models.CharField(_("capacity"), max_length=12, choices=Capacity)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=500)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revoked_reason = models.CharField(_("reason for revoking"), max_length=500, blank=True)

    objects = SpaceGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in a space")
        verbose_name_plural = _("places in spaces")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["space", "user", "capacity"],
                condition=Q(revoked_at__isnull=True),
                name="fora_grant_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="fora_grant_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} – {self.get_capacity_display()}"

    @property
    def leads(self) -> bool:
        """Whether it is a facilitator's or a chair's."""
        return self.capacity in LEADING


class OfSpace(SourceTextModel):
    """What belongs to a space, at its place, in its own language."""

    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ("position", "id")


class AgendaItem(OfSpace):
    """A point of the agenda of a forum; it may have hours of its own within those of the forum."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="agenda_items")
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), max_length=2000, blank=True)
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta(OfSpace.Meta):
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(opens_at__isnull=False, closes_at__gt=F("opens_at")),
                name="fora_item_closes_after_opening",
            )
        ]

    def __str__(self) -> str:
        return self.passage("title").text

    @property
    def has_opened(self) -> bool:
        """Whether its first hour has come; without one it is open with the forum."""
        return self.opens_at is None or self.opens_at <= timezone.now()

    @property
    def has_closed(self) -> bool:
        """Whether its last hour has passed."""
        return self.closes_at is not None and self.closes_at <= timezone.now()


class BackgroundPaper(OfSpace):
    """A document that a forum rests on, with its versions by language."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(_("title"), max_length=300)
    symbol = models.CharField(_("symbol"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta(OfSpace.Meta):
        verbose_name = _("background paper")
        verbose_name_plural = _("background papers")

    def __str__(self) -> str:
        return self.symbol or self.passage("title").text


def paper_path(version: "PaperVersion", filename: str) -> str:
    """Where a file is kept: by a random name."""
    return f"fora/papers/{version.uuid.hex[:2]}/{version.uuid}"


class PaperVersion(models.Model):
    """A background paper in one language: a file or a link."""

    paper = models.ForeignKey(BackgroundPaper, on_delete=models.CASCADE, related_name="versions")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(_("language of the document"), max_length=2, choices=Language)
    url = models.URLField(_("address"), max_length=500, blank=True)
    file = models.FileField(_("file"), upload_to=paper_path, blank=True)
    file_name = models.CharField(max_length=200, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(default=0, editable=False, help_text="bytes")
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = PaperVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a paper")
        verbose_name_plural = _("versions of papers")
        ordering = ("language",)
        constraints = [
            models.UniqueConstraint(fields=["paper", "language"], name="fora_paper_once_per_language"),
            models.CheckConstraint(
                condition=Q(file="") & ~Q(url="") | Q(url="") & ~Q(file=""), name="fora_paper_file_or_link"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.language}"
