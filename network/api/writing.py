"""Serializers that write lists of records quickly, by what they declare.

Django REST framework copies every field for every answer, and asks each anew, for each record, how to read
it. Here that is worked out once per class. Declarations, documentation and schema stay the library's own.
"""

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import cache
from typing import Any

from django.db.models.manager import BaseManager
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from rest_framework import serializers

from .fields import CodedField

Write = Callable[[Any, "RecordSerializer"], Any]


class RecordSerializer(serializers.Serializer):
    """Writes records and reads none. `only`: names of the fields that are wanted; None for all."""

    def __init__(self, *args: Any, only: set[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.only = only
        self._nested: dict[type, RecordSerializer] = {}
        self._coded: dict[tuple[int, str], dict[str, str]] = {}

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """The record as data, fields in the order of their declaration."""
        return {name: write(instance, self) for name, write in self._wanted}

    @cached_property
    def _wanted(self) -> list[tuple[str, Write]]:
        return [pair for pair in writers(type(self)) if self.only is None or pair[0] in self.only]

    def nested(self, serializer: type["RecordSerializer"]) -> "RecordSerializer":
        """What writes the parts of a record, in the context of this one."""
        if serializer not in self._nested:
            self._nested[serializer] = serializer(context=self.context)
        return self._nested[serializer]

    def address(self, name: str, specimen: str) -> str:
        """An address with host, of a specimen that the caller replaces: worked out once for an answer."""
        if name not in self._addresses:
            path = reverse(name, args=[specimen])
            self._addresses[name] = self.context["request"].build_absolute_uri(path)
        return self._addresses[name]

    @cached_property
    def zone(self) -> tzinfo:
        """The clock of the answer."""
        return timezone.get_current_timezone()

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {}

    def coded(self, names: dict[Any, Any], code: str) -> dict[str, str] | None:
        """A code with its name in the language of the answer, put into words once; None for no code."""
        if not code:
            return None
        key = (id(names), code)
        if key not in self._coded:
            self._coded[key] = {"code": code, "name": str(names.get(code, code))}
        return self._coded[key]


@cache
def writers(serializer: type[RecordSerializer]) -> list[tuple[str, Write]]:
    """Names of a serializer's fields, each with what writes it."""
    return [(name, _writer(field)) for name, field in serializer().fields.items()]


def _writer(field: Any) -> Write:
    """What writes one field, which has its name and source already."""
    if isinstance(field, serializers.SerializerMethodField):
        method = str(field.method_name)
        return lambda record, serializer: getattr(serializer, method)(record)
    if isinstance(field, CodedField):
        names, name = field.names, str(field.field_name)
        return lambda record, serializer: serializer.coded(names, getattr(record, name))
    if isinstance(field, serializers.ListSerializer):
        return _many(field.source, type(field.child))
    if isinstance(field, RecordSerializer):
        return _one(field.source, type(field))
    return _moment(field.source) if type(field) is serializers.DateTimeField else _plain(field)


def _plain(field: Any) -> Write:
    """A value as the library's field writes it."""
    source, represent = field.source, field.to_representation
    if source == "*":
        return lambda record, serializer: represent(record)
    return lambda record, serializer: None if (value := getattr(record, source)) is None else represent(value)


def _moment(source: str) -> Write:
    """ISO 8601 on the clock of the answer, as the library writes it."""

    def write(record: Any, serializer: RecordSerializer) -> str | None:
        value: datetime | None = getattr(record, source)
        if value is None:
            return None
        zone = serializer.zone
        text = (value if value.tzinfo is zone else value.astimezone(zone)).isoformat()
        return f"{text[:-6]}Z" if text.endswith("+00:00") else text

    return write


def _many(source: str, kind: Any) -> Write:
    def write(record: Any, serializer: RecordSerializer) -> list[dict[str, Any]]:
        value, parts = getattr(record, source), serializer.nested(kind)
        found = value.all() if isinstance(value, BaseManager) else value
        return [parts.to_representation(part) for part in found]

    return write


def _one(source: str, kind: Any) -> Write:
    def write(record: Any, serializer: RecordSerializer) -> dict[str, Any] | None:
        value = getattr(record, source)
        return None if value is None else serializer.nested(kind).to_representation(value)

    return write
