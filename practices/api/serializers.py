"""How a practice looks in answers of the API."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import CodedField, CodedSerializer, PassageField, RecordSerializer

from ..choices import (
    AdoptionEffort,
    Approach,
    Depth,
    Direction,
    GenderFocus,
    Licence,
    PopulationReach,
    PreventionLevel,
    Provenance,
    ReachBasis,
    Scale,
    Strength,
)
from ..models import Adaptation, Practice
from .adaptation_serializers import AdaptationSummarySerializer
from .named import NamedSerializer, OrganizationSerializer
from .part_serializers import (
    BuildingBlockSerializer,
    EvaluationSerializer,
    MaterialSerializer,
    OutcomeSerializer,
    PartnerSerializer,
    RatingSerializer,
)

SPECIMEN = "GP-0000-0000"
STRENGTHS, DIRECTIONS = dict(Strength.choices), dict(Direction.choices)
APPROACHES, LICENCE_NAMES = dict(Approach.choices), dict(Licence.choices)
LICENCES = {
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_NC_4: "https://creativecommons.org/licenses/by-nc/4.0/",
}


class LicenceSerializer(CodedSerializer):
    """The terms of reuse, with their address where they have one."""

    url = serializers.URLField(allow_null=True)


class RatingSummarySerializer(serializers.Serializer):
    """What two reviewers concluded, as a whole."""

    strength = CodedSerializer(allow_null=True)
    direction = CodedSerializer(allow_null=True)
    rated_at = serializers.DateTimeField()


class PracticeSummarySerializer(RecordSerializer):
    """What a list says of a practice."""

    identifier = serializers.CharField(help_text="GP-YYYY-NNNN, never changes")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    api_url = serializers.SerializerMethodField(help_text="the whole record")
    state = NamedSerializer(source="country")
    organization = OrganizationSerializer(allow_null=True)
    title = PassageField()
    summary = PassageField()
    source_language = serializers.CharField(help_text="that the record was written in")
    depth = CodedField(Depth)
    provenance = CodedField(Provenance)
    topics = NamedSerializer(many=True)
    prevention_level = CodedField(PreventionLevel)
    population_reach = CodedField(PopulationReach)
    approaches = serializers.SerializerMethodField()
    is_classification_confirmed = serializers.BooleanField(
        help_text="false: level, approaches and topics are the Secretariat's, not confirmed by the state"
    )
    scale = CodedField(Scale)
    licence = serializers.SerializerMethodField(help_text="null: none was stated")
    rating = serializers.SerializerMethodField(help_text="as a whole; null: the evidence has not been rated")
    published_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()

    def get_url(self, practice: Practice) -> str:
        """The permanent address."""
        return self.address("practices:detail", SPECIMEN).replace(SPECIMEN, practice.identifier or "")

    def get_api_url(self, practice: Practice) -> str:
        """The record's own address here."""
        return self.address("api:practice", SPECIMEN).replace(SPECIMEN, practice.identifier or "")

    @extend_schema_field(CodedSerializer(many=True))
    def get_approaches(self, practice: Practice) -> list[dict[str, str] | None]:
        """Codes with their names."""
        return [self.coded(APPROACHES, code) for code in practice.approaches]

    @extend_schema_field(LicenceSerializer(allow_null=True))
    def get_licence(self, practice: Practice) -> dict[str, Any] | None:
        """The licence that the state agreed to."""
        if not practice.licence:
            return None
        named = self.coded(LICENCE_NAMES, practice.licence) or {}
        return {**named, "url": LICENCES.get(Licence(practice.licence))}

    @extend_schema_field(RatingSummarySerializer(allow_null=True))
    def get_rating(self, practice: Practice) -> dict[str, Any] | None:
        """Strength and direction of the rated outcomes taken together, never in one grade."""
        if practice.rated_at is None:
            return None
        return {
            "strength": self.coded(STRENGTHS, practice.rated_strength),
            "direction": self.coded(DIRECTIONS, practice.rated_direction),
            "rated_at": serializers.DateTimeField().to_representation(practice.rated_at),
        }


class PracticeSerializer(PracticeSummarySerializer):
    """The whole public record of a practice."""

    iccs_sections = NamedSerializer(many=True)
    places = PassageField()
    started_on = serializers.CharField(help_text="ISO 8601: a year, a month or a day")
    ended_on = serializers.CharField(help_text="ISO 8601: a year, a month or a day")
    is_ongoing = serializers.BooleanField()
    diagnosis = PassageField()
    risk_factors = PassageField()
    protective_factors = PassageField()
    population_description = PassageField()
    age_from = serializers.IntegerField(allow_null=True, help_text="years")
    age_until = serializers.IntegerField(allow_null=True, help_text="years")
    gender_focus = CodedField(GenderFocus)
    reached_from = serializers.IntegerField(allow_null=True, help_text="people")
    reached_until = serializers.IntegerField(allow_null=True, help_text="people")
    reach_basis = CodedField(ReachBasis)
    objectives = PassageField()
    activities = PassageField()
    participation = PassageField()
    rights_and_gender = PassageField()
    building_blocks = BuildingBlockSerializer(many=True)
    implementing_bodies = PassageField()
    partners = PartnerSerializer(many=True)
    cost_amount = serializers.DecimalField(max_digits=15, decimal_places=2, allow_null=True)
    cost_currency = serializers.CharField(help_text="ISO 4217")
    cost_from = serializers.CharField()
    cost_until = serializers.CharField()
    funding_sources = PassageField()
    staff = PassageField()
    outcomes = OutcomeSerializer(many=True)
    evaluations = EvaluationSerializer(many=True)
    ratings = RatingSerializer(many=True, help_text="one, or none")
    not_worked = PassageField()
    transfer_conditions = PassageField()
    adoption_effort = CodedField(AdoptionEffort)
    adoption_notes = PassageField()
    offers_assistance = serializers.BooleanField(allow_null=True)
    materials = MaterialSerializer(many=True)
    contact_unit = PassageField()
    contact_email = serializers.CharField()
    source_document = serializers.CharField(help_text="of records that the Secretariat made from a document")
    source_place = serializers.CharField()
    source_note = PassageField()
    presented_by = serializers.CharField()
    based_on = serializers.SerializerMethodField(help_text="adaptations that led to this practice")
    adapted_in = serializers.SerializerMethodField(
        help_text="adaptations of this practice, the earliest first"
    )

    @extend_schema_field(AdaptationSummarySerializer(many=True))
    def get_based_on(self, practice: Practice) -> list[dict[str, Any]]:
        """What it was made from elsewhere."""
        return self._adaptations(practice, lambda each: each.origin_id != practice.pk)

    @extend_schema_field(AdaptationSummarySerializer(many=True))
    def get_adapted_in(self, practice: Practice) -> list[dict[str, Any]]:
        """What others made of it."""
        return self._adaptations(practice, lambda each: each.origin_id == practice.pk)

    def _adaptations(self, practice: Any, wanted: Callable[[Adaptation], bool]) -> list[dict[str, Any]]:
        """Published ones alone; read once, and not at all where there is nothing."""
        if not getattr(practice, "is_in_lineage", True):
            return []
        if practice.pk not in self._lineage:
            self._lineage[practice.pk] = list(Adaptation.objects.of_practice(practice.pk).for_lines())
        write = self.nested(AdaptationSummarySerializer).to_representation
        return [write(each) for each in self._lineage[practice.pk] if wanted(each)]

    @cached_property
    def _lineage(self) -> dict[int, list[Adaptation]]:
        return {}
