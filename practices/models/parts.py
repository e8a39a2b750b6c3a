"""What belongs to a practice: blocks, partners, outcomes, evaluations, materials."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import SourceTextModel

from ..choices import Direction, EvaluationDesign, MaterialKind, Sector, Strength, Studies, Unit
from ..choices.instrument import step_of
from ..querysets import PartQuerySet
from .fields import PartialDateField


class Part(SourceTextModel):
    """A piece of a practice, in the practice's source language, at its place.

    `revises` is the published piece that this one, of a draft of the next version, is to replace.
    """

    position = models.PositiveSmallIntegerField(default=0)
    revises = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="+", null=True, editable=False
    )

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("position", "id")


class BuildingBlock(Part):
    """A replicable piece: what it is, what enabled it, what was learned."""

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="building_blocks")
    name = models.CharField(_("name"), max_length=150)
    description = models.TextField(_("what it is"), max_length=2000, blank=True)
    enabled_by = models.TextField(_("what made it possible"), max_length=2000, blank=True)
    learned = models.TextField(_("what was learned"), max_length=2000, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("building block")
        verbose_name_plural = _("building blocks")

    def __str__(self) -> str:
        return self.original("name")


class Partner(Part):
    """A body that works on the practice, by sector; its name stays in its own language."""

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=200)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector)

    class Meta(Part.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name

    def original(self, field: str) -> str:
        """Names of bodies are not translated."""
        return getattr(self, field)


class Outcome(Part):
    """A change that was measured; with the strength and direction of its evidence once these were rated."""

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="outcomes")
    indicator = models.CharField(_("indicator"), max_length=250)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, blank=True)
    unit_name = models.CharField(_("name of the unit"), max_length=80, blank=True)
    baseline = models.DecimalField(_("baseline"), max_digits=18, decimal_places=4, null=True, blank=True)
    result = models.DecimalField(_("result"), max_digits=18, decimal_places=4, null=True, blank=True)
    measured_from = PartialDateField(_("start of the measurement"), blank=True)
    measured_until = PartialDateField(_("end of the measurement"), blank=True)
    finding = models.TextField(_("what was found"), max_length=3000, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    disaggregation = models.CharField(_("disaggregation"), max_length=300, blank=True)
    strength = models.CharField(
        _("strength"), max_length=12, choices=Strength, blank=True, default="", db_default="", editable=False
    )
    direction = models.CharField(
        _("direction"), max_length=8, choices=Direction, blank=True, default="", db_default="", editable=False
    )
    studies = models.CharField(
        _("studies"), max_length=7, choices=Studies, blank=True, default="", db_default="", editable=False
    )

    class Meta(Part.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")

    def __str__(self) -> str:
        return self.original("indicator")

    @property
    def strength_step(self) -> int | None:
        """How many of four cells are filled; None when it is not rated."""
        return step_of(self.strength) if self.strength else None


class Evaluation(Part):
    """A study of the practice's effect."""

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="evaluations")
    design = models.CharField(_("design"), max_length=20, choices=EvaluationDesign)
    evaluator = models.CharField(_("evaluator"), max_length=200, blank=True)
    is_independent = models.BooleanField(_("independent of who carries the practice out"), default=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    document_url = models.URLField(_("address of the document"), blank=True)
    finding = models.TextField(_("finding"), max_length=3000, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")

    def __str__(self) -> str:
        return f"{self.get_design_display()} {self.year or ''}".strip()


def material_path(material: "Material", filename: str) -> str:
    """Where a file is kept: by a random name, so that nothing of the visitor's text reaches the disk."""
    return f"practices/{material.uuid.hex[:2]}/{material.uuid}"


class ExtractionState(models.TextChoices):
    """Whether a file's text has reached the search row."""

    NOT_NEEDED = "not_needed", _("No text to read")
    WAITING = "waiting", _("Waiting")
    DONE = "done", _("Done")
    FAILED = "failed", _("Could not be read")


class Material(Part):
    """A file, an image with alternative text, or a link."""

    practice = models.ForeignKey("Practice", on_delete=models.CASCADE, related_name="materials")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=6, choices=MaterialKind)
    title = models.CharField(_("title"), max_length=200)
    alternative_text = models.CharField(_("alternative text"), max_length=300, blank=True)
    document_language = models.CharField(
        _("language of the document"), max_length=2, choices=Language, blank=True
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    file = models.FileField(_("file"), upload_to=material_path, blank=True)
    file_name = models.CharField(max_length=200, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(default=0, editable=False, help_text="bytes")
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    extraction_state = models.CharField(
        max_length=10, choices=ExtractionState, default=ExtractionState.NOT_NEEDED, editable=False
    )
    extracted_text = models.TextField(blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Part.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="link", file="") & ~Q(url="") | ~Q(kind="link") & ~Q(file=""),
                name="material_is_file_or_link",
            )
        ]

    def __str__(self) -> str:
        return self.original("title")
