"""The glossary and the translation memory."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..querysets import MemoryQuerySet, ToolQuerySet


class GlossaryTerm(models.Model):
    """A term in the four languages; `keep` means: use each language's form as it stands."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    en = models.CharField("English", max_length=250, blank=True)
    es = models.CharField("Español", max_length=250, blank=True)
    fr = models.CharField("Français", max_length=250, blank=True)
    pt = models.CharField("Português", max_length=250, blank=True)
    keep = models.BooleanField(_("use the form as it stands (acronyms, names)"), default=False)
    attested = ArrayField(
        models.CharField(max_length=2, choices=Language),
        verbose_name=_("languages in which it was met in a public text"),
        default=list,
        blank=True,
    )
    note = models.TextField(_("note"), max_length=1000, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = ToolQuerySet.as_manager()

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key

    @property
    def forms(self) -> dict[str, str]:
        """The term by language, without the languages that have none."""
        return {code: form for code in Language.values if (form := getattr(self, code))}


class MemorySegment(models.Model):
    """A block of text that a person approved, with its translation; newer words take the older's place."""

    source_language = models.CharField(_("from"), max_length=2, choices=Language)
    target_language = models.CharField(_("into"), max_length=2, choices=Language)
    source_hash = models.CharField(max_length=64)
    source = models.TextField(_("original"))
    text = models.TextField(_("translation"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    approved_at = models.DateTimeField(_("approved"), default=timezone.now)
    translation = models.ForeignKey(
        "l10n.Translation",
        on_delete=models.CASCADE,
        null=True,
        related_name="segments",
        editable=False,
    )

    objects = MemoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("segment of the translation memory")
        verbose_name_plural = _("translation memory")
        constraints = [
            models.UniqueConstraint(
                fields=["source_language", "target_language", "source_hash"], name="memory_once"
            )
        ]
        indexes = [
            GinIndex(OpClass("source", name="gin_trgm_ops"), name="memory_trigrams"),
        ]

    def __str__(self) -> str:
        return f"{self.source[:60]} → {self.target_language}"
