"""Proceedings on paper, in the reader's language."""

import re
from html import unescape
from typing import Any

import nh3
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui import languages, numbers
from network.ui.blocks import blocks
from network.ui.pdf import pdf

from ...models import Space
from ...querysets import Place
from ..beside import beside
from ..citing import IN_TEXT, cited
from ..report_paper import address_at, citation_on_paper, said
from .reading import places_of, threads_of

MOST_ON_PAPER = 600  # posts; the ZIP has all of them
END_OF_LINE = re.compile(r"</(?:p|li|h\d|tr|blockquote|pre)>|<br */?>")


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


def _on_paper(space: Space, user: Any) -> tuple[list[dict[str, Any]], int]:
    """Threads with their posts up to the limit; how many visible posts were left out."""
    room, found, left_out = MOST_ON_PAPER, [], 0
    for thread in threads_of(space, user):
        if room <= 0:
            left_out += thread.visible_count
            continue
        posts = []
        for place in places_of(thread, user):
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
