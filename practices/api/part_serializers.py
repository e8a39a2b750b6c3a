"""How the parts of a practice look in answers of the API."""

from django.urls import reverse
from rest_framework import serializers

from network.api import CodedField, PassageField, RecordSerializer

from ..choices import Direction, EvaluationDesign, Grade, MaterialKind, Sector, Strength, Studies, Unit
from ..models import Material


class BuildingBlockSerializer(RecordSerializer):
    """A replicable piece."""

    name = PassageField()
    description = PassageField()
    enabled_by = PassageField()
    learned = PassageField()


class PartnerSerializer(RecordSerializer):
    """A body that works on the practice."""

    name = serializers.CharField()
    sector = CodedField(Sector)


class OutcomeSerializer(RecordSerializer):
    """A measured change; numbers are decimal text, dates ISO 8601 as exact as they are known."""

    indicator = PassageField()
    unit = CodedField(Unit)
    unit_name = PassageField()
    baseline = serializers.DecimalField(
        max_digits=18, decimal_places=4, allow_null=True, normalize_output=True
    )
    result = serializers.DecimalField(max_digits=18, decimal_places=4, allow_null=True, normalize_output=True)
    measured_from = serializers.CharField()
    measured_until = serializers.CharField()
    finding = PassageField()
    source = PassageField(source="*")
    disaggregation = PassageField()
    strength = CodedField(Strength, help_text="how far one can rely on it; null: not rated")
    direction = CodedField(Direction, help_text="which way the effect went; null: not rated")
    studies = CodedField(Studies)


class EvaluationSerializer(RecordSerializer):
    """A study of the effect."""

    design = CodedField(EvaluationDesign)
    evaluator = serializers.CharField()
    is_independent = serializers.BooleanField()
    year = serializers.IntegerField(allow_null=True)
    document_url = serializers.CharField()
    finding = PassageField()


class RatingSerializer(RecordSerializer):
    """What two reviewers concluded on the whole; strength and direction stand with each outcome."""

    instrument = serializers.CharField(help_text="version of the published instrument")
    version = serializers.IntegerField(help_text="version of the record that was judged")
    rated_at = serializers.DateTimeField()
    relevance = CodedField(Grade)
    replicability = CodedField(Grade)
    effect = PassageField()
    mechanism = PassageField()
    moderators = PassageField()
    implementation = PassageField()
    economics = PassageField()


class MaterialSerializer(RecordSerializer):
    """A file, an image or a link."""

    kind = CodedField(MaterialKind)
    title = PassageField()
    alternative_text = PassageField()
    language = serializers.CharField(source="document_language")
    media_type = serializers.CharField()
    size = serializers.IntegerField(help_text="bytes; 0 for links")
    url = serializers.SerializerMethodField()

    def get_url(self, material: Material) -> str:
        """Where it can be had."""
        if material.url:
            return material.url
        return self.context["request"].build_absolute_uri(reverse("practices:material", args=[material.uuid]))
