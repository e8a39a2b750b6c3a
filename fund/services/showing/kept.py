"""Parts of public pages that are kept, each under all that shows in it.

What is posted never changes, so nothing here is ever thrown away: when something that a part shows changes,
the part has another key, and the old one is not asked for again. Without the cache each page is put together
anew. What only one reader sees, times of day (in each reader's zone) and what was verified stay outside.
"""

import hashlib
from collections.abc import Callable
from functools import cache as once
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db.models.expressions import RawSQL
from django.urls import get_script_prefix

from network.models import reads_originals
from network.ui import languages

from ..own_rules import own_rules

SECONDS_PART, SECONDS_ROW = 900, 86_400
OF_THE_FUND = ("fund_fund", "fund_currency", "fund_donor", "fund_pledge", "fund_project", "fund_period")
OF_A_DONOR = ("fund_currency", "fund_donor", "fund_agreement", "fund_pledge")
OF_ACCOUNTS = ("fund_currency", "fund_donor", "fund_project")
OF_CHOICES = ("fund_donor", "fund_project", "fund_period")
PROGRAM = (
    "templates/fund/*.html",
    "templates/components/*.html",
    "fund/*.py",
    "fund/services/showing/*.py",
    "fund/templatetags/*.py",
    "network/ui/**/*.py",
    "locale*/**/*.mo",
)
Part = TypeVar("Part")


def with_versions(rows: Any, tables: tuple[str, ...]) -> Any:
    """Rows with `versions`: what changes whenever a row of these small tables is added, changed, removed.

    PostgreSQL keeps with each row the transaction that wrote it and its place; a changed row has a new place.
    """
    each = ", ".join(
        f"(SELECT string_agg(concat(ctid, xmin), ',' ORDER BY ctid) FROM {table})"  # noqa: S608 - our own tables
        for table in tables
    )
    return rows.annotate(versions=RawSQL(f"md5(concat_ws('|', {each}))", []))  # noqa: S611 - as above


def kept(name: str, about: tuple[Any, ...], make: Callable[[], Part]) -> Part:
    """The part of that name about what is given, in the reader's language; made when it is not there."""
    if settings.DEBUG:  # whoever edits a template wants to see it
        return make()
    key = key_of(name, about)
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, SECONDS_PART)
    return found


def kept_each(name: str, abouts: list[tuple[Any, ...]], make: Callable[[list[int]], list[str]]) -> list[str]:
    """Rows about these, in their order, from one question; `make` gets the places of those not there."""
    keys = [key_of(name, about) for about in abouts]
    found = {} if settings.DEBUG else cache.get_many(keys)
    missing = [place for place, key in enumerate(keys) if key not in found]
    if missing:
        made = dict(zip((keys[place] for place in missing), make(missing), strict=True))
        if not settings.DEBUG:
            cache.set_many(made, SECONDS_ROW)
        found |= made
    return [found[key] for key in keys]


def key_of(name: str, about: tuple[Any, ...]) -> str:
    """The key: what it is about, and what the reader's language, settings and this program make of it."""
    reader = (languages.active(), reads_originals(), get_script_prefix())
    parts = (*about, *reader, settings.DEMO, *own_rules(), _program())
    return f"fund:{name}:{hashlib.sha256(repr(parts).encode()).hexdigest()}"


@once
def _program() -> str:
    """What writes the parts, words included: after a release it may write others."""
    root = Path(settings.BASE_DIR)
    files = sorted(file for pattern in PROGRAM for file in root.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
