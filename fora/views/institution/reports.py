"""The final report of a forum, for its readers: the page, and the same on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.pdf import pdf_response
from network.ui.sharing import shared

from ...models import FinalReport
from ...rules import can_write_report
from ...services.citing import cited
from ...services.report_paper import how_to_cite
from ...services.report_paper import report_pdf as made_pdf
from .access import space_crumb


@require_safe
@shared
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The report with what it cites; a draft for those who write it."""
    found = _report(request, slug)
    context = {
        "report": found,
        "space": found.space,
        "title": found.passage("title"),
        "cited": cited(found, request.user, languages.active()),
        "citation": how_to_cite(found),
        "may_write": request.user.is_authenticated and can_write_report(request.user, found.space),
        "crumbs": [(_("Fora"), reverse("fora:overview")), space_crumb(found.space)],
    }
    return render(request, "fora/report/report.html", context)


@require_safe
def report_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The report as a tagged PDF in the language of the address."""
    found = _report(request, slug)
    response = pdf_response(made_pdf(found, request.user), f"{found.space.slug}-{languages.active()}.pdf")
    response["Cache-Control"] = "private, max-age=0"
    return response


def _report(request: HttpRequest, slug: str) -> Any:
    reports = FinalReport.objects.visible_to(request.user).select_related("space")
    return get_object_or_404(reports, space__slug=slug)
