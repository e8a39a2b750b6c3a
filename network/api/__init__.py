"""The REST API: what every app's api.py builds on, and the Network's own addresses."""

from .base import FIELDS, LANG, ApiView, SparseSerializer, wanted_fields
from .fields import CodedField, CodedSerializer, PassageField, PassageSerializer
from .problems import Gone

__all__ = [
    "FIELDS",
    "LANG",
    "ApiView",
    "CodedField",
    "CodedSerializer",
    "Gone",
    "PassageField",
    "PassageSerializer",
    "SparseSerializer",
    "wanted_fields",
]
