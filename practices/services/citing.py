"""How to cite a practice: in one line, as BibTeX, as RIS. Text in the reader's language or the original."""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from network.ui.addresses import absolute

from ..models import Practice

_BIBTEX = re.compile(r"[\\{}$&#^_~%]")
_NAMED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


class Citation(NamedTuple):
    """What every form of a citation says."""

    key: str
    author: str
    year: str
    title: str
    language: str
    version: int
    publisher: str
    url: str
    day: str


def citation(practice: Practice) -> Citation:
    """Of a published practice; the author is the organization, or the State where none is named."""
    title = practice.passage("title")
    author = practice.organization.name if practice.organization else practice.country.name
    day = practice.published_at.date() if practice.published_at else None
    return Citation(
        key=practice.identifier or "",
        author=_flat(author),
        year=str(day.year) if day else "",
        title=_flat(title.text),
        language=title.language,
        version=practice.version,
        publisher=_("Inter-American Network for the Prevention of Violence and Crime"),
        url=absolute(practice.get_absolute_url()),
        day=day.isoformat() if day else "",
    )


def in_one_line(practice: Practice) -> str:
    """Author (year). Title. Version. Publisher. Identifier, address."""
    said = citation(practice)
    words = {"number": said.version}
    version = _("Version %(number)s") % words
    return f"{said.author} ({said.year}). {said.title}. {version}. {said.publisher}. {said.key}, {said.url}"


def as_bibtex(practice: Practice) -> str:
    """An entry for BibTeX; signs that mean something to it are written out."""
    said = citation(practice)
    fields = {
        "author": f"{{{_safe(said.author)}}}",
        "title": f"{{{_safe(said.title)}}}",
        "year": said.year,
        "institution": _safe(said.publisher),
        "type": _safe(_("Good practice")),
        "number": said.key,
        "language": said.language,
        "version": str(said.version),
        "url": said.url,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@techreport{{{said.key},\n{lines}\n}}\n"


def as_ris(practice: Practice) -> str:
    """A record for reference managers."""
    said = citation(practice)
    rows = (
        ("TY", "RPRT"),
        ("ID", said.key),
        ("AU", said.author),
        ("TI", said.title),
        ("PY", said.year),
        ("DA", said.day.replace("-", "/")),
        ("PB", said.publisher),
        ("M3", _("Good practice")),
        ("ET", str(said.version)),
        ("LA", said.language),
        ("UR", said.url),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value or tag == "ER")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _safe(text: str) -> str:
    return _BIBTEX.sub(lambda match: _NAMED.get(match[0], f"\\{match[0]}"), text)
