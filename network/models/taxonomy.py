"""Topics and the sections of the International Classification of Crime for Statistical Purposes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import Language
from ..querysets import TopicQuerySet
from .text import SourceTextModel


class Topic(SourceTextModel):
    """A subject, under a group; a group is a topic without parent.

    Names are people's, complete in four languages; descriptions are read by `passage`.
    """

    slug = models.SlugField(_("slug"), primary_key=True, max_length=50)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source_language = models.CharField(
        _("language of the text"), max_length=2, choices=Language, default=Language.EN
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the topic's page."""
        return reverse("network:topic", args=[self.slug])


class IccsSection(models.Model):
    """A level-1 section of ICCS 1.0 (UNODC, 2015)."""

    code = models.CharField(_("code"), primary_key=True, max_length=2)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("ICCS section")
        verbose_name_plural = _("ICCS sections")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
