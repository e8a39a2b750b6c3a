"""The REST API: what every app's api.py builds on, and the Network's own addresses."""

from .base import FIELDS, LANG, ApiView, wanted_fields
from .fields import CodedField, CodedSerializer, PassageField, PassageSerializer
from .forms import IF_MATCH, ChangedSince, body_of, check_version, checked, sent_as
from .idempotency import IDEMPOTENCY_KEY, idempotent
from .paging import (
    CURSOR,
    PAGE_SIZE,
    asked_as_on_the_page,
    asked_by,
    in_their_order,
    newest_records,
    part_of_list,
    place,
)
from .problems import Gone
from .stamps import etag_of, list_stamp, spares
from .writing import RecordSerializer

__all__ = [
    "CURSOR",
    "FIELDS",
    "IDEMPOTENCY_KEY",
    "IF_MATCH",
    "LANG",
    "PAGE_SIZE",
    "ApiView",
    "ChangedSince",
    "CodedField",
    "CodedSerializer",
    "Gone",
    "PassageField",
    "PassageSerializer",
    "RecordSerializer",
    "asked_as_on_the_page",
    "asked_by",
    "body_of",
    "check_version",
    "checked",
    "etag_of",
    "idempotent",
    "in_their_order",
    "list_stamp",
    "newest_records",
    "part_of_list",
    "place",
    "sent_as",
    "spares",
    "wanted_fields",
]
