"""One row per object, field and language: the job of translating it, and its text."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..choices import (
    APPROVED_MARK,
    AT_THE_DESK,
    MACHINE_MARK,
    SHOWN,
    STALE_MARK,
    JobState,
    Origin,
    Step,
    SuggestionState,
)
from ..querysets import SuggestionQuerySet, TranslationQuerySet

_DESK = Q(state__in=[state.value for state in AT_THE_DESK])


class Translation(models.Model):
    """The translation of one field of one object into one language.

    `text` is what readers see; it stands in the record's column too. It was made from `source_text`. When
    the original has changed since, `newer_text` is the original as it stands (`newer_hash` is then not
    empty): a person's `text` stays meanwhile, marked stale. `draft` is a text that nobody sees but the desk:
    an engine's that is not good enough or waits behind a person's text (made from the source of
    `draft_hash`), or a person's that is not finished (`draft_by`).

    `due_at`: when an engine may work on it, None when none shall; `taken_until` and `token`: which run does.
    `root` names the record that it belongs to, "kind:key". `is_readable` and `is_public` say who reads that
    record and change with it. `charged` is what was last counted against an engine's budget.
    """

    kind = models.CharField(_("kind"), max_length=40)
    object_key = models.CharField(max_length=50)
    field = models.CharField(_("field"), max_length=40)
    root = models.CharField(max_length=91)
    source_language = models.CharField(_("from"), max_length=2, choices=Language)
    target_language = models.CharField(_("into"), max_length=2, choices=Language)
    country = models.ForeignKey(
        "network.MemberState", on_delete=models.CASCADE, null=True, db_index=False, related_name="+"
    )
    is_readable = models.BooleanField(default=True)
    is_public = models.BooleanField(default=True)

    source_hash = models.CharField(max_length=64)
    source_text = models.TextField(_("original"))
    newer_hash = models.CharField(max_length=64, blank=True)
    newer_text = models.TextField(_("original as it stands"), blank=True)
    text = models.TextField(_("translation"), blank=True)
    draft = models.TextField(_("draft"), blank=True)
    draft_hash = models.CharField(max_length=64, blank=True)
    draft_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    origin = models.CharField(_("origin"), max_length=10, choices=Origin, blank=True)
    engine = models.CharField(_("engine"), max_length=30, blank=True)
    version = models.CharField(_("version of the engine"), max_length=120, blank=True)
    glossary_hash = models.CharField(max_length=64, blank=True)
    confidence = models.FloatField(_("confidence"), null=True)
    flags = ArrayField(models.CharField(max_length=40), default=list)
    characters = models.PositiveIntegerField(_("characters sent"), default=0)
    charged = models.JSONField(default=dict)

    state = models.CharField(_("state"), max_length=20, choices=JobState, default=JobState.PENDING)
    reason = models.CharField(_("reason"), max_length=20, blank=True)
    error = models.CharField(_("details"), max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(null=True)
    taken_until = models.DateTimeField(null=True)
    token = models.UUIDField(null=True)

    waiting_since = models.DateTimeField(_("waiting since"), default=timezone.now)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    claimed_until = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    approved_at = models.DateTimeField(_("approved"), null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_key", "field", "target_language"], name="translation_once"
            ),
        ]
        indexes = [
            models.Index(fields=["root", "target_language"], name="translation_of_root"),
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="translation_due"),
            models.Index(
                fields=["target_language", "waiting_since", "id"], condition=_DESK, name="translation_desk"
            ),
            models.Index(
                fields=["country", "waiting_since", "id"], condition=_DESK, name="translation_desk_state"
            ),
            models.Index(fields=["waiting_since", "id"], condition=_DESK, name="translation_desk_all"),
            models.Index(
                fields=["target_language", "state", "waiting_since", "id"],
                condition=_DESK,
                name="translation_desk_states",
            ),
            models.Index(
                fields=["target_language", "kind", "waiting_since", "id"],
                condition=_DESK,
                name="translation_desk_kinds",
            ),
            models.Index(
                fields=["target_language", "confidence", "id"], condition=_DESK, name="translation_desk_sure"
            ),
            models.Index(fields=["kind", "target_language", "state"], name="translation_progress"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_key} {self.field} → {self.target_language}"

    @property
    def column(self) -> str:
        """The record's column that holds the text."""
        return f"{self.field}_{self.target_language}"

    @property
    def is_stale(self) -> bool:
        """Whether the original has changed since `text` was made."""
        return bool(self.newer_hash)

    @property
    def current_text(self) -> str:
        """The original as it stands."""
        return self.newer_text if self.newer_hash else self.source_text

    @property
    def current_hash(self) -> str:
        """Hash of the original as it stands: pages hand it back, so that a change meanwhile is noticed."""
        return self.newer_hash or self.source_hash

    @property
    def proposed_text(self) -> str:
        """What a person at the desk begins with: the draft, or what readers see."""
        return self.draft or self.text

    @property
    def is_human(self) -> bool:
        """Whether the text is a person's: then no machine writes over it."""
        return self.origin == Origin.HUMAN and bool(self.text)

    @property
    def shown_text(self) -> str:
        """What stands in the record's column."""
        return self.text if self.state in SHOWN and self.current_text else ""

    @property
    def mark(self) -> str:
        """What the record says of the text: "approved", "stale", "machine:apertium"; empty when not shown."""
        if not self.shown_text:
            return ""
        if self.origin != Origin.HUMAN:
            return f"{MACHINE_MARK}{self.engine}"
        return STALE_MARK if self.newer_hash else APPROVED_MARK

    def is_claimed_by_other(self, user: object) -> bool:
        """Whether another person works on it now."""
        until = self.claimed_until
        return (
            until is not None and until > timezone.now() and self.claimed_by_id != getattr(user, "pk", None)
        )


class TranslationStep(models.Model):
    """What a person did with a translation, and the words; never changed, so that nobody's text is lost."""

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(_("step"), max_length=10, choices=Step)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    text = models.TextField(_("text"), blank=True)
    source_hash = models.CharField(max_length=64)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("step of a translation")
        verbose_name_plural = _("steps of translations")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.step} {self.at:%Y-%m-%d}"


class Suggestion(models.Model):
    """A better translation that a reader proposes; a reviser decides."""

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="suggestions")
    text = models.TextField(_("suggested text"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    source_hash = models.CharField(max_length=64)
    state = models.CharField(
        _("state"), max_length=10, choices=SuggestionState, default=SuggestionState.WAITING
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggested translation")
        verbose_name_plural = _("suggested translations")
        ordering = ("at", "id")
        indexes = [models.Index(fields=["at", "id"], condition=Q(state="waiting"), name="suggestion_waiting")]

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.state}"
