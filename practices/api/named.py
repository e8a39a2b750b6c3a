"""What records of practices and of adaptations name: states, topics, organizations, practices."""

from typing import Any

from django.utils.functional import cached_property
from rest_framework import serializers

from network.api import RecordSerializer


class NamedSerializer(RecordSerializer):
    """A state by its ISO code, or a topic by its slug, with its name in the language of the answer."""

    code = serializers.CharField(source="pk")
    name = serializers.CharField()

    @cached_property
    def _written(self) -> dict[Any, dict[str, Any]]:
        return {}

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """The same few come again and again in one answer: each is written once."""
        key = (type(instance), instance.pk)
        if key not in self._written:
            self._written[key] = super().to_representation(instance)
        return self._written[key]


class OrganizationSerializer(RecordSerializer):
    """A body; its name stays in its own language."""

    name = serializers.CharField()
    language = serializers.CharField(source="name_language")
