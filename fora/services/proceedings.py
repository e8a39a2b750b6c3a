"""Proceedings of a forum: concept note, agenda, papers, what was said, report; as one reader may read it.

On paper in the reader's language; as a ZIP of JSON with the author's words and the reader's language beside.
Posts carry no licence: their authors have not given one.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import nh3
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui import languages, numbers
from network.ui.blocks import blocks
from network.ui.pdf import pdf
from network.ui.zipping import zipped

from ..models import Post, Space, Thread
from ..querysets import Place
from .beside import beside
from .citing import IN_TEXT, cited
from .report_paper import address_at, citation_on_paper, said

MOST_ON_PAPER = 600  # posts; the ZIP has all of them
END_OF_LINE = re.compile(r"</(?:p|li|h\d|tr|blockquote|pre)>|<br */?>")
STEP = 200  # posts read at a time
NO_LICENCE = (
    "Posts, papers and reports carry no licence: their authors have not given one. Ask them before you reuse."
)


def proceedings_pdf(space: Space, user: Any) -> bytes:
    """The proceedings on paper, tagged; long ones stop after MOST_ON_PAPER posts and say so."""
    about, note = beside(space, user), space.passage("concept_note")
    threads, left_out = _on_paper(space, user)
    report = about.report
    return pdf(
        "fora/proceedings.typ",
        {
            "title": _("Proceedings: %(title)s") % {"title": space.passage("title").text},
            "heading": said(space.passage("title")),
            "kicker": _("Proceedings"),
            "facts": _facts(space),
            "about_note": _(
                "What a person may not read is left out or stands as a number alone. Machine translations"
                " are marked; the words of the author count."
            ),
            "note_label": _("Concept note"),
            "concept_note": blocks(note.text),
            "agenda_label": _("Agenda"),
            "agenda": [f"{point.number}. {point.item.passage('title').text}" for point in about.agenda],
            "papers_label": _("Background papers"),
            "papers": [_paper_line(paper) for paper in about.papers],
            "threads": threads,
            "left_out": _left_out(left_out),
            "report_label": _("Final report"),
            "report": blocks(IN_TEXT.sub(r"[\1]", report.passage("body").text)) if report else [],
            "report_title": said(report.passage("title")) if report else None,
            "cited_label": _("Cited posts"),
            "cited": [citation_on_paper(each) for each in cited(report, user, languages.active())]
            if report
            else [],
            "note": _("Proceedings"),
        },
    )


def proceedings_zip(space: Space, user: Any) -> Iterator[bytes]:
    """The proceedings as JSON files in a ZIP, written while it is sent."""
    return zipped(_files(space, user))


def _files(space: Space, user: Any) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "forum.json", [_json(_forum(space, user))]
    for thread in _threads(space, user):
        yield f"threads/{thread.pk}.json", _thread_file(thread, user)


def _thread_file(thread: Thread, user: Any) -> Iterator[bytes]:
    """A thread with its posts, some at a time."""
    head = {"id": thread.pk, "title": _texts(thread, "title"), "language": thread.source_language}
    yield _json(head)[:-1] + b',"posts":[\n'
    is_first = True
    for place in _places(thread, user, original=True):
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


def _threads(space: Space, user: Any) -> Any:
    return Thread.objects.visible_to(user).listed().of_space(space.pk).select_related("space").order_by("pk")


def _places(thread: Thread, user: Any, *, original: bool = False) -> Iterator[Place]:
    """All places of a thread in order, a stretch at a time."""
    for first in range(1, thread.last_seq + 1, STEP):
        yield from Post.objects.places(
            thread_id=thread.pk,
            first=first,
            last=first + STEP - 1,
            user=user,
            language=languages.active(),
            original=original,
        )


def _on_paper(space: Space, user: Any) -> tuple[list[dict[str, Any]], int]:
    """Threads with their posts up to the limit; how many visible posts were left out."""
    room, found, left_out = MOST_ON_PAPER, [], 0
    for thread in _threads(space, user):
        if room <= 0:
            left_out += thread.visible_count
            continue
        posts = []
        for place in _places(thread, user):
            if len(posts) >= room:
                break
            posts.append(_post_on_paper(place))
        room -= len(posts)
        left_out += max(0, thread.visible_count - len(posts))
        found.append({"title": said(thread.passage("title")), "posts": posts})
    return found, left_out


def _post_on_paper(place: Place) -> dict[str, Any]:
    if not place.is_readable:
        return {
            "number": f"#{place.seq}",
            "who": "",
            "words": _("This post cannot be read."),
            "mark": "",
            "language": "",
        }
    when = numbers.day(place.published_at, "medium") if place.published_at else ""
    who = ", ".join(part for part in (place.author_name, place.author_office) if part)
    mark = _("Machine translation from %(language)s") % {
        "language": languages.NAMES.get(place.source_language, "")
    }
    return {
        "number": f"#{place.seq}",
        "who": f"{who} ({when})",
        "words": words_of(place.html),
        "mark": mark if place.is_machine else "",
        "language": "" if place.language == languages.active() else place.language,
    }


def words_of(html: str) -> str:
    """The words of a post without marks, a line for each paragraph, quote or point of a list."""
    lines = unescape(nh3.clean(END_OF_LINE.sub("\n", html), tags=set())).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _left_out(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)s further post is not on paper: the ZIP has all of them.",
        "%(count)s further posts are not on paper: the ZIP has all of them.",
        count,
    ) % {"count": numbers.number(count)}


def _facts(space: Space) -> list[list[Any]]:
    facts: list[list[Any]] = [[_("Kind"), space.get_kind_display()]]
    if space.opens_at and space.closes_at:
        facts.append([_("Hours"), f"{numbers.moment(space.opens_at)} – {numbers.moment(space.closes_at)}"])
    if space.starts_on:
        facts.append([_("Place"), f"{space.place}, {numbers.day(space.starts_on)}"])
    facts.append([_("As of"), numbers.moment(timezone.now())])
    return [*facts, [_("Address"), address_at(space.get_absolute_url())]]


def _paper_line(paper: Any) -> str:
    versions = ", ".join(languages.NAMES[version.language] for version in paper.shown_versions)
    parts = [paper.passage("title").text, paper.symbol, str(paper.year or ""), versions]
    return " · ".join(part for part in parts if part)


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
