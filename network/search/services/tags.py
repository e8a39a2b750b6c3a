"""Tags: what hits of words are narrowed by, as lexemes beside the words, so that one index answers all of it.

An index walks through a list for each tag of a query; lists of nearly all rows cost as much as the words
themselves. So a tag says at once what is mostly asked together: `own` (a row is read in one language, or as
the original by all), the kind, who may know of it, a facet.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from .. import registry
from ..querysets import PUBLIC, keys_of
from ..registry import Entry
from .written import Carried

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
SPANS = (32, 128, 512)  # days, as in sql/hits.sql
ORIGINAL = "o"
CLOSED = "closed"  # in tags of facets: not public; the row's key says who may know of it


def tags_of(kind: str, entry: Entry) -> list[str]:
    """The tags of a row, as lexemes that no text can hold."""
    own = ORIGINAL if entry.is_original else entry.language
    door = PUBLIC if entry.visibility == PUBLIC else CLOSED
    day = (entry.published_at - EPOCH).days
    return sorted(
        {
            f"~{own}~~{entry.visibility}",
            f"~{own}~{kind}~{entry.visibility}",
            *(f"~d{days}:{day // days}" for days in SPANS),
            *(f"~{own}~{kind}~{door}~{facet}" for facet in entry.facets),
        }
    )


def narrowed(words: str, user: Any, language: str, kind: str, carried: Carried) -> str:
    """The words and all else that hits must carry, as one query; `kind` "" is every kind."""
    keys, owns = keys_of(user), (ORIGINAL, language)
    parts = [f"({words})"]
    if keys != [PUBLIC] or not carried:
        parts.append(_any(_tag(f"{own}~{kind}~{key}") for own in owns for key in keys))
    doors = (PUBLIC,) if keys == [PUBLIC] else (PUBLIC, CLOSED)
    kinds = [kind] if kind else [indexer.kind for indexer in registry.indexers()]
    before = [f"{own}~{each}~{door}~" for own in owns for each in kinds for door in doors]
    for facets, all_of in carried:
        found = [_any(_tag(start + facet) for start in before) for facet in facets]
        parts.append(" & ".join(found) if all_of else _any(found))
    return " & ".join(parts)


def today() -> int:
    """The number of the day, as rows are tagged with it."""
    return (timezone.now() - EPOCH).days


def _any(queries: Iterable[str]) -> str:
    return f"({' | '.join(queries)})"


def _tag(name: str) -> str:
    """A tag as a lexeme of a query."""
    escaped = name.replace("\\", "\\\\").replace("'", "''")
    return f"'~{escaped}'"
