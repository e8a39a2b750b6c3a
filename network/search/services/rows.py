"""From entries to rows: the one SQL that says what a row must be, used to write and to prove."""

import json
from collections.abc import Iterable
from typing import Any

from ..folding import fold_text, plain, readable
from ..models import FacetSign
from ..registry import Entry
from .tags import tags_of

VERSION = 2
"""Raise it when rows are made by other rules (here, tags.py, folding.py, sql/): they are then made anew."""
LONGEST_BODY, LONGEST_FILES = 100_000, 200_000  # characters; a tsvector holds one megabyte
LONGEST_WORD = 40
_AROUND_WORDS = "«»“”\"'()[].,;:!?¡¿–—-"
FIRST_SIGN = 0x3400  # characters of three bytes, none of which means anything to collation or parsing

COLUMNS = (
    "kind, object_id, language, is_original, address, visibility, published_at, title, title_language, "
    "summary, facets, signs, display, head, vector"
)

#: Rows as they must be, from a JSON array of `described` entries. Parameters: kind, entries.
FRESH = """
SELECT %s::varchar AS kind, e.object_id, e.language, e.is_original, e.address, e.visibility, e.published_at,
       e.title, e.title_language, e.summary, e.facets, e.signs, e.display,
       setweight(to_tsvector(search_forms(e.title_language), e.title_folded), 'A')
              || setweight(to_tsvector(search_forms(e.language), e.summary_folded), 'B') AS head,
       search_vector(e.title_language, 'A', e.title_read, e.title_folded)
              || search_vector(e.language, 'B', e.summary_read, e.summary_folded)
              || search_vector(e.language, 'C', e.body, e.body_folded)
              || search_vector(e.language, 'D', e.files, e.files_folded)
              || array_to_tsvector(e.tags) AS vector
FROM jsonb_to_recordset(%s::jsonb) AS e(
       object_id bigint, language varchar, is_original boolean, address varchar, visibility varchar,
       published_at timestamptz, title varchar, title_language varchar, title_read text, title_folded text,
       summary text, summary_read text, summary_folded text, body text, body_folded text, files text,
       files_folded text, facets varchar[], tags text[], signs text, display jsonb)
"""


def described(kind: str, entries: Iterable[Entry]) -> str:
    """Entries as the JSON array that FRESH reads, words already folded and facets already signed."""
    listed = list(entries)
    signs = signs_of({facet for entry in listed for facet in entry.facets})
    return json.dumps([_described(kind, entry, signs) for entry in listed], ensure_ascii=False)


def _described(kind: str, entry: Entry, signs: dict[str, str]) -> dict[str, Any]:
    title, summary = entry.title[:300].replace("\x00", ""), entry.summary.replace("\x00", "")
    body = readable(f"{entry.names} {entry.body}"[:LONGEST_BODY])
    files = readable(entry.files[:LONGEST_FILES])
    facets = sorted(set(entry.facets))
    return {
        "object_id": entry.object_id,
        "language": entry.language,
        "is_original": entry.is_original,
        "address": entry.address,
        "visibility": entry.visibility,
        "published_at": entry.published_at.isoformat(),
        "title": title,
        "title_language": entry.title_language,
        "title_read": readable(title),
        "title_folded": fold_text(title, entry.title_language),
        "summary": summary,
        "summary_read": readable(summary),
        "summary_folded": fold_text(summary, entry.language),
        "body": body,
        "body_folded": fold_text(body, entry.language),
        "files": files,
        "files_folded": fold_text(files, entry.language),
        "facets": facets,
        "tags": tags_of(kind, entry),
        "signs": "".join(signs[facet] for facet in facets),
        "display": entry.display,
    }


def signs_of(facets: Iterable[str]) -> dict[str, str]:
    """The character of each facet; a facet seen for the first time gets one.

    Read anew each time: a sign given in a transaction that was rolled back must not be remembered.
    """
    wanted = sorted(set(facets))
    known = dict(FacetSign.objects.filter(facet__in=wanted).values_list("facet", "pk"))
    missing = [facet for facet in wanted if facet not in known]
    if missing:
        FacetSign.objects.bulk_create([FacetSign(facet=facet) for facet in missing], ignore_conflicts=True)
        known.update(FacetSign.objects.filter(facet__in=missing).values_list("facet", "pk"))
    return {facet: chr(FIRST_SIGN + pk) for facet, pk in known.items()}


def words_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Words of titles, summaries and names that others may learn, by their unaccented form."""
    found: dict[str, str] = {}
    for entry in entries:
        if not entry.is_taught:
            continue
        for word in set(readable(f"{entry.title} {entry.summary} {entry.names}").split()):
            letters = word.strip(_AROUND_WORDS)
            if 4 <= len(letters) <= LONGEST_WORD and letters.isalpha():
                found.setdefault(plain(letters), letters.lower())
    return {word: written for word, written in found.items() if len(word) <= LONGEST_WORD}
