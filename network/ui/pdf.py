"""PDFs of one make: a template of typst and data in, a tagged PDF/UA out. Any app may use it.

    pdf("fund/statement.typ", {"title": _("Statement"), "lines": [...]})

A template lies in templates/ beside the pages of its app and begins with

    #import "/pdf/portal.typ": *
    #show: paper

`templates/pdf/portal.typ` says what it offers. `data` is what JSON can hold, in words that readers see:
numbers and dates are put into the reader's language before. Its texts are shown as they are: to typst they
are values, never markup. The fonts are those inside the package typst; nothing of the machine is used.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from . import languages
from .numbers import locale

ROOT = Path(settings.BASE_DIR, "templates")


def pdf(template: str, data: Mapping[str, Any], *, made_at: datetime | None = None) -> bytes:
    """The PDF of `template` in the active language. `data` needs a "title"; "note" stands in the footer.

    Raises typst.TypstError for a fault in the template.
    """
    said = {
        "note": "",
        "language": languages.active(),
        "region": locale().partition("_")[2],
        "publisher": _("Inter-American Network for the Prevention of Violence and Crime"),
        "page_of": _("Page %(page)s of %(pages)s"),
    } | dict(data)
    compiler = typst.Compiler(root=ROOT, font_paths=_fonts())
    made = compiler.compile(
        input=ROOT / template,
        format="pdf",
        sys_inputs={"data": json.dumps(said, ensure_ascii=False)},
        pdf_standards=["ua-1"],  # ISO 14289-1: tagged, with title and language; what falls short is refused
        timestamp=(made_at or timezone.now()).replace(microsecond=0),
    )
    return made if isinstance(made, bytes) else b"".join(made or [])


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """The PDF as a file that the browser keeps under this name."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@cache
def _fonts() -> typst.Fonts:
    """Read once in a process; a twentieth of a second."""
    return typst.Fonts(include_system_fonts=False)
