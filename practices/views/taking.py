"""One practice taken along: as PDF, DOCX, JSON, as a citation; a draft and the empty form on paper."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.l10n.views.reading import shows_originals
from network.ui import languages
from network.ui.downloads import named
from network.ui.papers import docx_response, paper_docx, paper_pdf
from network.ui.pdf import pdf_response
from network.ui.sharing import shared

from ..api.serializers import PracticeSerializer
from ..choices import PracticeState
from ..models import Practice
from ..services.citing import as_bibtex, as_ris, in_one_line
from .draft_pages import DraftPage
from .empty_form import empty_form
from .paper import draft_paper, published_paper

CITED: dict[str, tuple[Callable[[Practice], str], str]] = {
    "bib": (as_bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (as_ris, "application/x-research-info-systems; charset=utf-8"),
    "txt": (in_one_line, "text/plain; charset=utf-8"),
}


def _practice(request: HttpRequest, identifier: str) -> Practice:
    """What the reader may see of it, published."""
    visible = Practice.objects.visible_to(request.user).filter(state=PracticeState.PUBLISHED)
    practice = visible.whole(identifier)
    if practice is None:
        raise Http404
    return practice


@require_safe
@shared
@shows_originals
def as_pdf(request: HttpRequest, identifier: str) -> HttpResponse:
    """A tagged PDF in the language of the address, or as it was written (`?original=1`)."""
    practice = _practice(request, identifier)
    return _paper(published_paper(practice), _named(practice), "pdf", practice.changed_at)


@require_safe
@shared
@shows_originals
def as_docx(request: HttpRequest, identifier: str) -> HttpResponse:
    """The same to be edited."""
    practice = _practice(request, identifier)
    return _paper(published_paper(practice), _named(practice), "docx", practice.changed_at)


@require_safe
@shared
def as_json(request: HttpRequest, identifier: str) -> HttpResponse:
    """The record as the API gives it, as a file."""
    record = PracticeSerializer(_practice(request, identifier), context={"request": request}).data
    return named(
        JsonResponse(record, json_dumps_params={"ensure_ascii": False, "indent": 1}), f"{identifier}.json"
    )


@require_safe
@shared
def cite(request: HttpRequest, identifier: str) -> HttpResponse:
    """The citation in all forms."""
    practice = _practice(request, identifier)
    context = {
        "practice": practice,
        "title": practice.passage("title"),
        "plain": in_one_line(practice),
        "bibtex": as_bibtex(practice),
        "ris": as_ris(practice),
        "crumbs": [
            (_("Practices"), reverse("practices:list")),
            (practice.identifier, practice.get_absolute_url()),
        ],
    }
    return render(request, "practices/cite.html", context)


@require_safe
@shared
def cite_file(request: HttpRequest, identifier: str, form: str) -> HttpResponse:
    """One form of it as a file: bib, ris or txt."""
    write, kind = CITED[form]
    said = write(_practice(request, identifier))
    return named(HttpResponse(said, content_type=kind), f"{identifier}.{form}")


class DraftPaper(DraftPage):
    """A practice that is not public yet, for sign-off; `form` is pdf or docx."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The whole record as it stands."""
        practice = Practice.objects.visible_to(request.user).for_page().get(pk=self.practice.pk)
        name = f"draft-{str(practice.uuid)[:8]}-r{practice.revision}"
        return _paper(draft_paper(practice), name, kwargs["form"])


@require_safe
@shared
def empty_paper(request: HttpRequest, form: str) -> HttpResponse:
    """The questions, to be filled in by hand; the same for everyone."""
    return _paper(empty_form(), f"practice-form-{languages.active()}", form)


def _named(practice: Practice) -> str:
    return f"{practice.identifier}-{languages.active()}"


def _paper(paper: dict[str, Any], name: str, form: str, made_at: datetime | None = None) -> HttpResponse:
    if form == "docx":
        return docx_response(paper_docx(paper, made_at=made_at), f"{name}.docx")
    return pdf_response(paper_pdf(paper, made_at=made_at), f"{name}.pdf")
