"""The REST API: what every app's api.py builds on, and the Network's own addresses."""

from .base import FIELDS, LANG, ApiView, wanted_fields
from .fields import CodedField, CodedSerializer, PassageField, PassageSerializer
from .problems import Gone
from .stamps import etag_of, spares
from .writing import RecordSerializer

__all__ = [
    "FIELDS",
    "LANG",
    "ApiView",
    "CodedField",
    "CodedSerializer",
    "Gone",
    "PassageField",
    "PassageSerializer",
    "RecordSerializer",
    "etag_of",
    "spares",
    "wanted_fields",
]
