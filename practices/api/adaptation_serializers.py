"""How an adaptation looks in answers of the API."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import PassageField, RecordSerializer

from ..models import Adaptation
from .named import NamedSerializer, OrganizationSerializer


class PracticeAddressSerializer(serializers.Serializer):
    """A practice by its identifier, and where its record is; 410 there once it was withdrawn."""

    identifier = serializers.CharField()
    url = serializers.URLField(help_text="page for people")
    api_url = serializers.URLField()


class AdaptationSummarySerializer(RecordSerializer):
    """What lists, and the records of both practices, say of an adaptation."""

    id = serializers.IntegerField(source="pk")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    api_url = serializers.SerializerMethodField(help_text="the whole record")
    state = NamedSerializer(source="country", help_text="that adapted the practice")
    organization = OrganizationSerializer(allow_null=True, help_text="null: the state as such")
    practice = serializers.SerializerMethodField(help_text="that was adapted")
    resulting_practice = serializers.SerializerMethodField(help_text="of the adapting state, that came of it")
    title = PassageField()
    places = PassageField()
    started_on = serializers.CharField(help_text="ISO 8601: a year, a month or a day")
    ended_on = serializers.CharField(help_text="ISO 8601: a year, a month or a day; empty while it runs")
    is_ongoing = serializers.BooleanField()
    result = PassageField()
    source_language = serializers.CharField(help_text="that the record was written in")
    published_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()

    def get_url(self, adaptation: Adaptation) -> str:
        """Its permanent address."""
        return self._absolute("practices:adaptation", adaptation.pk)

    def get_api_url(self, adaptation: Adaptation) -> str:
        """The record's own address here."""
        return self._absolute("api:adaptation", adaptation.pk)

    @extend_schema_field(PracticeAddressSerializer)
    def get_practice(self, adaptation: Any) -> dict[str, str] | None:
        """What was adapted."""
        return self._addressed(adaptation.origin_identifier)

    @extend_schema_field(PracticeAddressSerializer(allow_null=True))
    def get_resulting_practice(self, adaptation: Any) -> dict[str, str] | None:
        """What came of it, if it is said."""
        return self._addressed(adaptation.result_identifier)

    def _addressed(self, identifier: str | None) -> dict[str, str] | None:
        if not identifier:
            return None
        return {
            "identifier": identifier,
            "url": self._absolute("practices:detail", identifier),
            "api_url": self._absolute("api:practice", identifier),
        }

    def _absolute(self, name: str, key: Any) -> str:
        return self.context["request"].build_absolute_uri(reverse(name, args=[key]))


class AdaptationSerializer(AdaptationSummarySerializer):
    """The whole public record of an adaptation."""

    topics = NamedSerializer(many=True, help_text="of the practice, when it was begun")
    kept = PassageField()
    changed = PassageField()
    contact_unit = PassageField()
