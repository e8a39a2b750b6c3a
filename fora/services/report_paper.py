"""The final report of a forum on paper, in the reader's language, with what it cites."""

from typing import Any

from django.utils.translation import gettext as _

from network.l10n.services.engines import engine_name
from network.models.text import Passage
from network.ui import languages, numbers
from network.ui.addresses import absolute
from network.ui.blocks import blocks
from network.ui.pdf import pdf

from ..models import FinalReport
from .citing import IN_TEXT, Cited, cited


def report_pdf(report: FinalReport, user: Any) -> bytes:
    """The report as a tagged PDF; citations that the reader may not read have no words."""
    title = report.passage("title")
    space_title = report.space.passage("title")
    return pdf(
        "fora/report.typ",
        {
            "title": title.text,
            "heading": said(title),
            "kicker": _("Final report"),
            "facts": [
                [_("Forum"), said(space_title)],
                *_hours(report),
                [_("Published"), numbers.day(report.published_at) if report.published_at else _("Draft")],
                [_("Address"), address_of(report)],
            ],
            "origin": origin(report),
            "summary": said(report.passage("summary")),
            "blocks": blocks(IN_TEXT.sub(r"[\1]", report.passage("body").text)),
            "body_language": _other(report.passage("body")),
            "cited_label": _("Cited posts"),
            "cited": [citation_on_paper(each) for each in cited(report, user, languages.active())],
            "closing": _("How to cite: %(citation)s") % {"citation": how_to_cite(report)},
            "note": _("Final report"),
        },
    )


def citation_on_paper(each: Cited) -> dict[str, Any]:
    """A cited post, or that it can no longer be read."""
    number = f"[{each.number}]"
    if each.words is None:
        return {"number": number, "who": "", "words": _("The cited post can no longer be read."), "mark": ""}
    who = ", ".join(part for part in (each.name, each.office) if part)
    when = f"{numbers.day(each.said_at, 'medium')}, #{each.seq}"
    return {
        "number": number,
        "who": f"{who} ({when})",
        "words": said(each.words),
        "mark": _("Machine translation") if each.words.is_machine else "",
    }


def origin(report: FinalReport) -> str:
    """Where the words come from, when they are not the author's."""
    body = report.passage("body")
    if body.is_original:
        return ""
    language = languages.NAMES[report.source_language]
    if body.is_machine:
        return _(
            "Machine translation by %(engine)s, not yet checked by a person."
            " The original is in: %(language)s."
        ) % {"engine": engine_name(body.engine), "language": language}
    return _("Translation. The original is in: %(language)s.") % {"language": language}


def how_to_cite(report: FinalReport) -> str:
    """One line that finds the report again."""
    year = report.published_at.year if report.published_at else "–"
    publisher = _("Inter-American Network for the Prevention of Violence and Crime")
    return f"{publisher} ({year}). {report.passage('title').text}. {address_of(report)}"


def address_of(report: FinalReport) -> str:
    """The report's own address; it never changes."""
    return address_at(report.get_absolute_url())


def address_at(path: str) -> str:
    """A page's whole address."""
    return absolute(path)


def said(passage: Passage) -> dict[str, str]:
    """A passage for paper, with its language where that is not the page's."""
    return {"text": passage.text, "language": _other(passage)}


def _other(passage: Passage) -> str:
    return "" if passage.language == languages.active() else passage.language


def _hours(report: FinalReport) -> list[list[str]]:
    space = report.space
    if space.opens_at is not None and space.closes_at is not None:
        return [[_("Hours"), f"{numbers.day(space.opens_at)} – {numbers.day(space.closes_at)}"]]
    return []
