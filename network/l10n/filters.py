"""What narrows the queue of the desk; every state of it is an address."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from .choices import AT_THE_DESK
from .querysets import TranslationQuerySet
from .registry import UnknownKindError, find_kind

AGES = {"1": _("More than a day"), "7": _("More than a week"), "30": _("More than a month")}
LOW, HIGH = 0.5, 0.8
CONFIDENCES = {"low": _("Low"), "medium": _("Medium"), "high": _("High")}
ORDERS = {"": _("Longest waiting first"), "unsure": _("Least certain first")}
_BETWEEN: dict[str, dict[str, float]] = {
    "low": {"confidence__lt": LOW},
    "medium": {"confidence__gte": LOW, "confidence__lt": HIGH},
    "high": {"confidence__gte": HIGH},
}


def confidence_level(confidence: float | None) -> str:
    """A name of CONFIDENCES; empty when no engine said."""
    if confidence is None:
        return ""
    return "low" if confidence < LOW else "medium" if confidence < HIGH else "high"


@dataclass(frozen=True)
class DeskFilters:
    """What was chosen; a value that does not exist counts as none."""

    language: str = ""
    kind: str = ""
    state: str = ""
    age: str = ""
    confidence: str = ""
    order: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        """From an address or a form."""
        return cls(
            language=_one_of(query.get("language"), Language.values),
            kind=_kind(query.get("kind", "")),
            state=_one_of(query.get("state"), [state.value for state in AT_THE_DESK]),
            age=_one_of(query.get("age"), AGES),
            confidence=_one_of(query.get("confidence"), CONFIDENCES),
            order=_one_of(query.get("order"), ORDERS),
        )

    def conditions(self, *, with_state: bool = True) -> dict[str, Any]:
        """As `filter` takes them."""
        found: dict[str, Any] = {}
        if self.language:
            found["target_language"] = self.language
        if self.kind:
            found["kind"] = self.kind
        if self.state and with_state:
            found["state"] = self.state
        if self.age:
            found["waiting_since__lt"] = timezone.now() - timedelta(days=int(self.age))
        return found | _BETWEEN.get(self.confidence, {})

    def query(self, **more: str) -> str:
        """For addresses: "language=fr&kind=…"."""
        named = {name: value for name, value in vars(self).items() if value}
        return urlencode(named | {name: value for name, value in more.items() if value})

    @property
    def count(self) -> int:
        """How many are on, the state and the order apart."""
        return sum(map(bool, (self.language, self.kind, self.age, self.confidence)))


def _one_of(value: str | None, known: Any) -> str:
    return value if value and value in known else ""


def _kind(name: str) -> str:
    try:
        return find_kind(name).kind
    except UnknownKindError:
        return ""


def in_order(rows: TranslationQuerySet, filters: DeskFilters, after: str) -> TranslationQuerySet:
    """The queue in its order, from behind the row that `after` names on (see `place_of`)."""
    if filters.order == "unsure":
        rows = rows.filter(confidence__isnull=False).least_sure_first()
        sure, key = _place(after, float)
        behind = {"confidence__gte": sure}, Q(confidence__gt=sure) | Q(pk__gt=key)
    else:
        rows = rows.oldest_first()
        since, key = _place(after, _moment)
        behind = {"waiting_since__gte": since}, Q(waiting_since__gt=since) | Q(pk__gt=key)
    return rows.filter(behind[1], **behind[0]) if key else rows


def place_of(row: Any, filters: DeskFilters) -> str:
    """Where a row stands in the order, for the next page's address."""
    first = row.confidence if filters.order == "unsure" else row.waiting_since.isoformat()
    return f"{first}~{row.pk}"


def _place(after: str, read: Any) -> tuple[Any, int]:
    first, _sign, key = after.rpartition("~")
    try:
        return read(first), int(key) if len(key) < 19 else 0
    except ValueError:
        return None, 0


def _moment(text: str) -> datetime:
    moment = parse_datetime(text)
    if moment is None or timezone.is_naive(moment):
        raise ValueError(text)
    return moment
