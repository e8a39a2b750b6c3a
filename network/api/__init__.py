"""The REST API: what every app's api.py builds on, and the Network's own addresses."""

from .base import FIELDS, LANG, ApiView, wanted_fields
from .fields import CodedField, CodedSerializer, PassageField, PassageSerializer
from .idempotency import IDEMPOTENCY_KEY, idempotent
from .paging import CURSOR, PAGE_SIZE, asked_by, place
from .problems import Gone
from .stamps import etag_of, spares
from .writing import RecordSerializer

__all__ = [
    "CURSOR",
    "FIELDS",
    "IDEMPOTENCY_KEY",
    "LANG",
    "PAGE_SIZE",
    "ApiView",
    "CodedField",
    "CodedSerializer",
    "Gone",
    "PassageField",
    "PassageSerializer",
    "RecordSerializer",
    "asked_by",
    "etag_of",
    "idempotent",
    "place",
    "spares",
    "wanted_fields",
]
