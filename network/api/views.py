"""States and topics for programs."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from ..choices import Region, StateStatus
from ..models import MemberState, Topic
from .base import FIELDS, LANG, ApiView, wanted_fields
from .fields import CodedField
from .writing import RecordSerializer


class StateSerializer(RecordSerializer):
    """A member state of the Organization, as it stands now."""

    iso2 = serializers.CharField(help_text="ISO 3166-1 alpha-2")
    iso3 = serializers.CharField(help_text="ISO 3166-1 alpha-3")
    name = serializers.CharField(help_text="in the language of the answer")
    names = serializers.SerializerMethodField(help_text="by language")
    region = CodedField(Region)
    groups = serializers.ListField(child=serializers.CharField())
    member_since = serializers.IntegerField(source="joined_year", help_text="year")
    languages = serializers.ListField(child=serializers.CharField(), help_text="of the state in this portal")
    status = CodedField(StateStatus)
    url = serializers.SerializerMethodField(help_text="page for people")

    @extend_schema_field(serializers.DictField(child=serializers.CharField()))
    def get_names(self, state: MemberState) -> dict[str, str]:
        """All four names."""
        return {code: getattr(state, f"name_{code}") for code in ("en", "es", "fr", "pt")}

    def get_url(self, state: MemberState) -> str:
        """The page in the language of the answer."""
        return self.context["request"].build_absolute_uri(state.get_absolute_url())


class TopicSerializer(RecordSerializer):
    """A subject; one without `parent` is a group of subjects."""

    slug = serializers.CharField()
    parent = serializers.CharField(source="parent_id", allow_null=True)
    name = serializers.CharField(help_text="in the language of the answer")
    url = serializers.SerializerMethodField(help_text="page for people")

    def get_url(self, topic: Topic) -> str:
        """The page in the language of the answer."""
        return self.context["request"].build_absolute_uri(topic.get_absolute_url())


class StateList(ApiView):
    """All member states, by ISO code."""

    @extend_schema(
        operation_id="states_list",
        parameters=[LANG, FIELDS],
        responses=StateSerializer(many=True),
        tags=["states"],
    )
    def get(self, request: Request) -> Response:
        """List the member states."""
        return Response(_many(StateSerializer, MemberState.objects.visible_to(request.user), request))


class StateDetail(ApiView):
    """One member state."""

    @extend_schema(
        operation_id="states_retrieve", parameters=[LANG, FIELDS], responses=StateSerializer, tags=["states"]
    )
    def get(self, request: Request, iso2: str) -> Response:
        """Read one member state."""
        state = get_object_or_404(MemberState.objects.visible_to(request.user), pk=iso2.upper())
        only = wanted_fields(request, StateSerializer)
        return Response(StateSerializer(state, only=only, context={"request": request}).data)


class TopicList(ApiView):
    """The two-level taxonomy."""

    @extend_schema(
        operation_id="topics_list",
        parameters=[LANG, FIELDS],
        responses=TopicSerializer(many=True),
        tags=["topics"],
    )
    def get(self, request: Request) -> Response:
        """List the topics and their groups."""
        return Response(_many(TopicSerializer, Topic.objects.visible_to(request.user), request))


class TopicDetail(ApiView):
    """One topic."""

    @extend_schema(
        operation_id="topics_retrieve", parameters=[LANG, FIELDS], responses=TopicSerializer, tags=["topics"]
    )
    def get(self, request: Request, slug: str) -> Response:
        """Read one topic or group."""
        topic = get_object_or_404(Topic.objects.visible_to(request.user), pk=slug)
        only = wanted_fields(request, TopicSerializer)
        return Response(TopicSerializer(topic, only=only, context={"request": request}).data)


def _many(serializer: type[RecordSerializer], rows: Any, request: Request) -> Any:
    only = wanted_fields(request, serializer)
    return serializer(rows, many=True, only=only, context={"request": request}).data
