"""Papers: one description of a document, set as a tagged PDF (typst) and as a DOCX that can be edited.

A paper is a dict of what JSON can hold, in words that readers see:

- "title": of the file; "heading", "lead": texts; "kicker", "note" (footer), "closing": plain words
- "facts": pairs of (term, text), of which a text may have "bars" that picture it in the PDF (see
  templates/pdf/portal.typ); "remarks": plain sentences in boxes above the sections
- "sections": each {"title", "rows"}; a row is one of
  {"kind": "facts", "pairs": [(term, text), …]},
  {"kind": "prose", "label", "blocks": network/ui/blocks.py, "language"},
  {"kind": "pieces", "label", "pieces": [{"name": text, "pairs": […], "parts": [prose rows]}]},
  {"kind": "list", "label", "items": [text, …]},
  {"kind": "fill", "label", "hint", "options": […], "lines": to write on}
- "signatures": labels of lines to sign on

A text is {"text", "language"}: the language where it is not the page's, else "".
"""

import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from . import languages
from .numbers import locale
from .pdf import pdf

Paper = Mapping[str, Any]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BOX, LINE = "☐ ", "_" * 70
EMPTY: dict[str, Any] = {
    "kicker": "",
    "lead": {"text": "", "language": ""},
    "facts": [],
    "remarks": [],
    "signatures": [],
    "closing": "",
    "note": "",
}


def paper_pdf(paper: Paper, *, made_at: datetime | None = None) -> bytes:
    """The paper as a tagged PDF/UA-1 in the active language."""
    return pdf("pdf/paper.typ", EMPTY | dict(paper), made_at=made_at)


def paper_docx(paper: Paper, *, made_at: datetime | None = None) -> bytes:
    """The paper as a DOCX with real headings, lists and languages."""
    said = EMPTY | dict(paper)
    document = Document()
    _describe(document, said, made_at or timezone.now())
    if said["kicker"]:
        document.add_paragraph(said["kicker"]).runs[0].bold = True
    _text(document.add_heading(level=1), said["heading"])
    if said["lead"]["text"]:
        _text(document.add_paragraph(), said["lead"])
    for remark in said["remarks"]:
        document.add_paragraph(remark, style="Intense Quote")
    _facts(document, said["facts"])
    for section in said["sections"]:
        document.add_heading(section["title"], level=2)
        for row in section["rows"]:
            _row(document, row)
    for label in said["signatures"]:
        document.add_paragraph(f"\n{LINE}\n{label}")
    if said["closing"]:
        document.add_paragraph(said["closing"])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_response(content: bytes, name: str) -> HttpResponse:
    """The DOCX as a file that the browser keeps under this name."""
    response = HttpResponse(content, content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def plain_text(text: Any, language: str = "") -> dict[str, str]:
    """A text of a paper; of a passage, with its language where that is not the page's."""
    language = language or getattr(text, "language", "")
    return {"text": str(text or ""), "language": "" if language == languages.active() else language}


def _describe(document: Any, said: dict[str, Any], made_at: datetime) -> None:
    facts = document.core_properties
    facts.title, facts.language = said["title"][:255], locale().replace("_", "-")
    facts.author = _("Inter-American Network for the Prevention of Violence and Crime")
    facts.comments = ""
    facts.created = facts.modified = made_at.astimezone(tz=None).replace(tzinfo=None)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    _speak(normal.element.get_or_add_rPr(), locale().replace("_", "-"))
    document.sections[0].footer.paragraphs[0].text = said["note"]


def _row(document: Any, row: dict[str, Any]) -> None:
    if row.get("label"):
        document.add_heading(row["label"], level=3)
    match row["kind"]:
        case "facts":
            _facts(document, row["pairs"])
        case "prose":
            _blocks(document, row["blocks"], row["language"])
        case "pieces":
            for piece in row["pieces"]:
                _text(document.add_heading(level=4), piece["name"])
                _facts(document, piece["pairs"])
                for part in piece["parts"]:
                    document.add_paragraph().add_run(part["label"]).italic = True
                    _blocks(document, part["blocks"], part["language"])
        case "list":
            for item in row["items"]:
                _text(document.add_paragraph(style="List Bullet"), item)
        case "fill":
            _fill(document, row)


def _fill(document: Any, row: dict[str, Any]) -> None:
    """What a person is to write or tick."""
    if row["hint"]:
        document.add_paragraph().add_run(row["hint"]).italic = True
    for option in row["options"]:
        document.add_paragraph(BOX + option)
    for _line in range(row["lines"]):
        document.add_paragraph(LINE)


def _facts(document: Any, pairs: Iterable[Any]) -> None:
    listed = list(pairs)
    if not listed:
        return
    table = document.add_table(rows=0, cols=2)
    for term, value in listed:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(term).bold = True
        _text(cells[1].paragraphs[0], value)


def _blocks(document: Any, blocks: Iterable[dict[str, Any]], language: str, style: str | None = None) -> None:
    for block in blocks:
        match block["kind"]:
            case "list":
                name = "List Number" if block["ordered"] else "List Bullet"
                for item in block["items"]:
                    _blocks(document, item, language, name)
            case "quote":
                _blocks(document, block["blocks"], language, "Quote")
            case "code":
                document.add_paragraph(block["text"], style=style)
            case "table":
                _table(document, block["rows"], language)
            case "paragraph" | "heading":
                paragraph = document.add_paragraph(style=style)
                _spans(paragraph, block["spans"], language, is_bold=block["kind"] == "heading")


def _table(document: Any, rows: list[Any], language: str) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for row in rows:
        for cell, spans in zip(table.add_row().cells, row, strict=False):
            _spans(cell.paragraphs[0], spans, language)


def _spans(paragraph: Any, spans: Iterable[dict[str, str]], language: str, *, is_bold: bool = False) -> None:
    for span in spans:
        words = f"{span['text']} ({span['url']})" if span["url"] not in ("", span["text"]) else span["text"]
        run = _run(paragraph, words, language)
        run.bold, run.italic = (is_bold or span["style"] == "strong") or None, span["style"] == "em" or None


def _text(paragraph: Any, value: dict[str, str]) -> None:
    _run(paragraph, value["text"], value["language"])


def _run(paragraph: Any, words: str, language: str) -> Any:
    """Words with their language, for spelling and for readers of screens; no sign that XML forbids."""
    run = paragraph.add_run("".join(sign for sign in words if sign >= " " or sign in "\n\t"))
    if language:
        _speak(run._element.get_or_add_rPr(), language)
    return run


def _speak(properties: Any, language: str) -> None:
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), language)
    properties.append(element)
