"""How offers, requests, cooperations and gaps look in answers of the API."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import CodedField, CodedSerializer, PassageField, RecordSerializer

from ..choices.assistance import (
    AssistanceKind,
    AssistanceState,
    CostSharing,
    Modality,
    Priority,
    RecordedBy,
    Strength,
)
from ..choices.cooperation import CooperationState
from ..choices.parties import Audience
from ..models import Assistance, Cooperation, CooperationReport
from ..rules.assistance import steps_open_to

MODALITIES, AUDIENCES = dict(Modality.choices), dict(Audience.choices)


class PartySerializer(serializers.Serializer):
    """A member state by its ISO code, or an organization by its number, with its name."""

    kind = serializers.ChoiceField(["state", "organization"])
    code = serializers.CharField()
    name = serializers.CharField()


class TopicNameSerializer(RecordSerializer):
    """A topic by its slug, with its name in the language of the answer."""

    code = serializers.CharField(source="pk")
    name = serializers.CharField()


def party_of(record: Assistance) -> dict[str, str]:
    """The party as answers name it."""
    if record.country:
        return {"kind": "state", "code": record.country.pk, "name": record.country.name}
    return {"kind": "organization", "code": str(record.organization_id), "name": record.organization.name}


class AssistanceSerializer(RecordSerializer):
    """An offer or a request."""

    id = serializers.IntegerField(source="pk")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    kind = CodedField(AssistanceKind)
    state = CodedField(AssistanceState)
    party = serializers.SerializerMethodField()
    title = PassageField()
    description = PassageField()
    conditions = PassageField()
    in_return = PassageField()
    topics = TopicNameSerializer(many=True)
    modalities = serializers.SerializerMethodField()
    languages = serializers.ListField(child=serializers.CharField(), help_text="ISO 639-1")
    addressed_to = serializers.SerializerMethodField(help_text="empty: to all")
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    cost_sharing = CodedField(CostSharing)
    priority = CodedField(Priority)
    is_two_way = serializers.BooleanField(help_text="it gives and asks")
    contact_unit = PassageField()
    recorded_by = CodedField(RecordedBy)
    strength = CodedField(Strength)
    on_behalf_of = PassageField()
    reported_by = serializers.CharField()
    practice_named = serializers.CharField()
    source_document = serializers.CharField()
    source_place = serializers.CharField()
    source_language = serializers.CharField(help_text="that the record was written in")
    published_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()

    def get_url(self, record: Assistance) -> str:
        """Its page."""
        return self.context["request"].build_absolute_uri(record.get_absolute_url())

    @extend_schema_field(PartySerializer)
    def get_party(self, record: Assistance) -> dict[str, str]:
        """Who offers or asks."""
        return party_of(record)

    @extend_schema_field(CodedSerializer(many=True))
    def get_modalities(self, record: Assistance) -> list[dict[str, str] | None]:
        """Codes with their names."""
        return [self.coded(MODALITIES, code) for code in record.modalities]

    @extend_schema_field(CodedSerializer(many=True))
    def get_addressed_to(self, record: Assistance) -> list[dict[str, str] | None]:
        """Codes with their names."""
        return [self.coded(AUDIENCES, code) for code in record.addressed_to]


class OwnAssistanceSerializer(AssistanceSerializer):
    """An offer or a request for the people of its party."""

    confirmed_on = serializers.DateField(allow_null=True, help_text="when the party last said that it stands")
    steps = serializers.SerializerMethodField(help_text="verbs that you can take from here")

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_steps(self, record: Assistance) -> list[str]:
        """As the buttons of the page."""
        return [row.verb for row in steps_open_to(self.context["request"].user, record)]


class ReportSerializer(RecordSerializer):
    """What came of a cooperation."""

    result = PassageField()
    body = PassageField()
    written_at = serializers.DateTimeField()
    file_url = serializers.SerializerMethodField()

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_file_url(self, report: CooperationReport) -> str | None:
        """Where the file can be had, if there is one."""
        if not report.file.name:
            return None
        path = reverse("training:cooperation_file", args=[report.uuid])
        return self.context["request"].build_absolute_uri(path)


class CooperationSerializer(RecordSerializer):
    """A cooperation that came of an offer and a request; the report once it is completed."""

    id = serializers.IntegerField(source="pk")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    state = CodedField(CooperationState)
    provider = serializers.SerializerMethodField()
    requester = serializers.SerializerMethodField()
    offer = serializers.SerializerMethodField()
    request = serializers.SerializerMethodField()
    title = PassageField()
    objective = PassageField()
    activities = PassageField()
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    agreed_at = serializers.DateTimeField(allow_null=True)
    begun_at = serializers.DateTimeField(allow_null=True)
    completed_at = serializers.DateTimeField(allow_null=True)
    report = serializers.SerializerMethodField()

    def get_url(self, cooperation: Cooperation) -> str:
        """Its page."""
        return self.context["request"].build_absolute_uri(cooperation.get_absolute_url())

    def get_offer(self, cooperation: Cooperation) -> int:
        """Number of the offer."""
        return cooperation.match.offer_id

    def get_request(self, cooperation: Cooperation) -> int:
        """Number of the request."""
        return cooperation.match.request_id

    @extend_schema_field(PartySerializer)
    def get_provider(self, cooperation: Cooperation) -> dict[str, str]:
        """Who offers."""
        return party_of(cooperation.match.offer)

    @extend_schema_field(PartySerializer)
    def get_requester(self, cooperation: Cooperation) -> dict[str, str]:
        """Who asks."""
        return party_of(cooperation.match.request)

    @extend_schema_field(ReportSerializer(allow_null=True))
    def get_report(self, cooperation: Cooperation) -> Any:
        """Only of completed ones."""
        found = self.context["reports"].get(cooperation.pk)
        return ReportSerializer(found, context=self.context).data if found else None


class GapSerializer(RecordSerializer):
    """A topic: how often it is needed, and what there is."""

    topic = serializers.CharField(help_text="slug")
    name = serializers.CharField()
    needs = serializers.IntegerField(help_text="the sum of the next three")
    needs_in_documents = serializers.IntegerField(source="documented")
    states_in_survey = serializers.IntegerField(source="ranked")
    open_requests = serializers.IntegerField(source="requests")
    courses = serializers.IntegerField()
    offers = serializers.IntegerField()
    cooperations_completed = serializers.IntegerField(source="completed")
    situation = serializers.SerializerMethodField()

    @extend_schema_field(CodedSerializer)
    def get_situation(self, gap: Any) -> dict[str, str]:
        """How what there is stands to what is needed."""
        return {"code": gap.situation.value, "name": str(gap.situation.label)}
