"""How texts and codes look in answers: a text says its language, a code its name in the reader's."""

from typing import Any

from django.db.models import Choices
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ..choices import Language

PASSAGE = ("text", "language", "is_original", "origin", "engine", "is_stale")


class PassageSerializer(serializers.Serializer):
    """A text, the language that it is in, and whose words they are."""

    text = serializers.CharField()
    language = serializers.ChoiceField(Language.choices)
    is_original = serializers.BooleanField(help_text="as its author wrote it")
    origin = serializers.ChoiceField(
        ["author", "human", "machine", "memory"],
        help_text="machine: no person has approved it; memory: put together from approved translations",
    )
    engine = serializers.CharField(help_text="that translated it; empty for people's words")
    is_stale = serializers.BooleanField(
        help_text="the original has changed since a person approved the translation"
    )


@extend_schema_field(PassageSerializer(allow_null=True))
class PassageField(serializers.Field):
    """A text column read by `passage`; null when nothing was written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"read_only": True, "source": "*", **options})

    def to_representation(self, value: Any) -> dict[str, Any] | None:
        """The text in the language of the answer, or else the original."""
        passage = value.passage(self.field_name)
        return {name: getattr(passage, name) for name in PASSAGE} if passage else None


class CodedSerializer(serializers.Serializer):
    """A value of a closed list, and its name in the language of the answer."""

    code = serializers.CharField()
    name = serializers.CharField()


@extend_schema_field(CodedSerializer(allow_null=True))
class CodedField(serializers.Field):
    """A value of a closed list, with its name in the language of the answer; null when nothing was chosen."""

    def __init__(self, values: type[Choices], **options: Any) -> None:
        super().__init__(**{"read_only": True, "source": "*", **options})
        self.names = dict(values.choices)

    def to_representation(self, value: Any) -> dict[str, str] | None:
        """Code and name."""
        code = getattr(value, self.field_name)
        return {"code": code, "name": str(self.names.get(code, code))} if code else None
