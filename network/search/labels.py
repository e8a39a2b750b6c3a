"""Names of member states, topics and kinds of crime in the reader's language, kept in the process.

Lists name them a hundred times a page, and they change a few times a year: they are read once in five
minutes, and at once again where this process changed one.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils.translation import get_language

from network.choices import StateStatus
from network.models import IccsSection, MemberState, Topic

SECONDS_KEPT = 300
LANGUAGES = ("en", "es", "fr", "pt")


@dataclass(frozen=True)
class StateLabel:
    """A member state as lists and maps name it."""

    iso2: str
    iso3: str
    name: str
    region: str
    is_active: bool


@dataclass(frozen=True)
class TopicLabel:
    """A topic, or a group of topics (without parent)."""

    slug: str
    name: str
    parent: str


_kept: dict[tuple[str, str], tuple[float, dict[Any, Any]]] = {}
_digested: list[Any] = []


def states(language: str | None = None) -> dict[str, StateLabel]:
    """Member states by ISO 3166-1 alpha-2 code."""

    def read(code: str) -> dict[str, StateLabel]:
        rows = MemberState.objects.visible_to(AnonymousUser()).values(
            "iso2", "iso3", f"name_{code}", "name_en", "region", "status"
        )
        return {
            row["iso2"]: StateLabel(
                row["iso2"], row["iso3"], _name(row, code), row["region"], row["status"] == StateStatus.ACTIVE
            )
            for row in rows
        }

    return _remembered("states", language, read)


def topics(language: str | None = None) -> dict[str, TopicLabel]:
    """Topics and their groups by slug, in their order."""

    def read(code: str) -> dict[str, TopicLabel]:
        rows = Topic.objects.visible_to(AnonymousUser()).values(
            "slug", f"name_{code}", "name_en", "parent_id"
        )
        return {
            row["slug"]: TopicLabel(row["slug"], _name(row, code), row["parent_id"] or "") for row in rows
        }

    return _remembered("topics", language, read)


def iccs_sections(language: str | None = None) -> dict[str, str]:
    """Names of the ICCS sections by code."""

    def read(code: str) -> dict[str, str]:
        return {
            row["code"]: _name(row, code)
            for row in IccsSection.objects.values("code", f"name_{code}", "name_en")
        }

    return _remembered("iccs", language, read)


def records(model: type[Model]) -> dict[Any, Any]:
    """All objects of MemberState, Topic or IccsSection by key, in their order; nobody changes them."""

    def read(code: str) -> dict[Any, Any]:
        rows: Any = model._default_manager.all()
        if hasattr(rows, "visible_to"):
            rows = rows.visible_to(AnonymousUser())
        return {row.pk: row for row in rows}

    return _remembered(model.__name__, "en", read)


def digest() -> str:
    """What changes whenever one of the names does that this process keeps."""
    kept = tuple(records(model) for model in (MemberState, Topic, IccsSection))
    if not _digested or any(old is not new for old, new in zip(_digested[0], kept, strict=True)):
        names = (
            str(getattr(record, f"name_{code}"))
            for found in kept
            for record in found.values()
            for code in LANGUAGES
        )
        _digested[:] = [kept, hashlib.sha256("\0".join(names).encode()).hexdigest()]
    return _digested[1]


def forget(**signal: Any) -> None:
    """Read all names anew at the next use."""
    _kept.clear()


def listen() -> None:
    """Forget names when this process changes one."""
    for model in (MemberState, Topic, IccsSection):
        for change in (post_save, post_delete):
            change.connect(forget, sender=model, dispatch_uid=f"search.labels.{model.__name__}")


def _name(row: dict[str, Any], code: str) -> str:
    return row[f"name_{code}"] or row["name_en"] or ""


def _remembered(what: str, language: str | None, read: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    code = (language or get_language() or "en")[:2]
    code = code if code in LANGUAGES else "en"
    kept = _kept.get((what, code))
    if kept is None or kept[0] < time.monotonic():
        kept = (time.monotonic() + SECONDS_KEPT, read(code))
        if kept[1]:
            _kept[(what, code)] = kept
    return kept[1]
