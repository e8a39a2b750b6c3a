"""Proceedings as a ZIP of JSON, with the author's words and the reader's language beside."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from network.ui.zipping import zipped

from ...models import Space, Thread
from ...querysets import Place
from ..beside import beside
from ..citing import cited
from ..report_paper import address_at
from .reading import places_of, threads_of

NO_LICENCE = (
    "Posts, papers and reports carry no licence: their authors have not given one. Ask them before you reuse."
)


def proceedings_zip(space: Space, user: Any) -> Iterator[bytes]:
    """The proceedings as JSON files in a ZIP, written while it is sent."""
    return zipped(_files(space, user))


def _files(space: Space, user: Any) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "forum.json", [_json(_forum(space, user))]
    for thread in threads_of(space, user):
        yield f"threads/{thread.pk}.json", _thread_file(thread, user)


def _thread_file(thread: Thread, user: Any) -> Iterator[bytes]:
    """A thread with its posts, some at a time."""
    head = {"id": thread.pk, "title": _texts(thread, "title"), "language": thread.source_language}
    yield _json(head)[:-1] + b',"posts":[\n'
    is_first = True
    for place in places_of(thread, user, original=True):
        yield (b"" if is_first else b",\n") + _json(_post(place))
        is_first = False
    yield b"\n]}\n"


def _post(place: Place) -> dict[str, Any]:
    """A post by its author's words; of one that may not be read the number and its state."""
    record: dict[str, Any] = {"number": place.seq, "state": place.state}
    if place.is_readable:
        record |= {
            "author": place.author_name,
            "office": place.author_office,
            "state_of_author": place.country_id,
            "language": place.source_language,
            "published_at": place.published_at,
            "edited_at": place.edited_at,
            "in_reply_to": place.reply_to_seq,
            "html": place.html,
            "licence": None,
        }
    return record


def _forum(space: Space, user: Any) -> dict[str, Any]:
    about, report = beside(space, user), beside(space, user).report
    return {
        "address": address_at(space.get_absolute_url()),
        "made_at": timezone.now(),
        "licence": None,
        "licence_note": NO_LICENCE,
        "kind": space.kind,
        "language": space.source_language,
        "title": _texts(space, "title"),
        "description": _texts(space, "description"),
        "concept_note": _texts(space, "concept_note"),
        "opens_at": space.opens_at,
        "closes_at": space.closes_at,
        "agenda": [{"number": point.number, "title": _texts(point.item, "title")} for point in about.agenda],
        "papers": [_paper(paper) for paper in about.papers],
        "report": _report(report, user) if report else None,
    }


def _paper(paper: Any) -> dict[str, Any]:
    return {
        "title": _texts(paper, "title"),
        "symbol": paper.symbol,
        "year": paper.year,
        "versions": [
            {"language": each.language, "address": each.url, "file": each.file_name, "sha256": each.sha256}
            for each in paper.shown_versions
        ],
    }


def _report(report: Any, user: Any) -> dict[str, Any]:
    return {
        "language": report.source_language,
        "published_at": report.published_at,
        "title": _texts(report, "title"),
        "summary": _texts(report, "summary"),
        "text": _texts(report, "body"),
        "cited": [
            {"number": each.number, "author": each.name, "post": each.seq, "words": each.words.text}
            if each.words
            else {"number": each.number, "words": None}
            for each in cited(report, user, report.source_language)
        ],
    }


def _texts(record: Any, field: str) -> dict[str, dict[str, str]]:
    """The author's words, and those of the reader's language with how they came about."""
    own, read = record.passage(field, record.source_language), record.passage(field)
    found = {own.language: {"text": own.text, "origin": own.origin}}
    return found | {read.language: {"text": read.text, "origin": read.origin}}


def _json(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=False, default=_in_words).encode()


def _in_words(value: Any) -> str:
    return value.isoformat(timespec="seconds")
