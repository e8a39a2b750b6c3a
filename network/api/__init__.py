"""The REST API: what every app's api.py builds on, and the Network's own addresses."""

from .base import FIELDS, LANG, ApiView, wanted_fields
from .fields import CodedField, CodedSerializer, PassageField, PassageSerializer
from .idempotency import IDEMPOTENCY_KEY, idempotent
from .problems import Gone
from .stamps import etag_of, spares
from .writing import RecordSerializer

__all__ = [
    "FIELDS",
    "IDEMPOTENCY_KEY",
    "LANG",
    "ApiView",
    "CodedField",
    "CodedSerializer",
    "Gone",
    "PassageField",
    "PassageSerializer",
    "RecordSerializer",
    "etag_of",
    "idempotent",
    "spares",
    "wanted_fields",
]
