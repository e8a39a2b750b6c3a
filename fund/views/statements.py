"""Donors' statements: for who may read them; to others they are not there."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.pdf import pdf_response

from ..filters import EntryFilter
from ..models import Donor
from ..services.showing.chain import head_beside, with_head
from ..services.showing.kept import OF_A_DONOR, kept, with_versions
from ..services.showing.lines import entry_rows
from ..services.showing.paper import statement_pdf
from ..services.showing.statement import statement_of


@require_safe
@login_required
def statements(request: HttpRequest) -> HttpResponse:
    """Statements that the person may read."""
    donors = Donor.objects.with_statement_for(request.user)
    context = {"donors": donors, "crumbs": [(_("Fund"), reverse("fund:overview"))]}
    return render(request, "fund/statements.html", context)


@require_safe
@login_required
def statement(request: HttpRequest, donor: int) -> HttpResponse:
    """One donor's statement with the head of the chain."""
    donors = with_versions(with_head(Donor.objects.with_statement_for(request.user)), OF_A_DONOR)
    whose = get_object_or_404(donors, pk=donor)  # nobody else comes to what is kept
    head = head_beside(whose)
    asked = EntryFilter(request.GET)
    asked.donor = whose.pk
    rows, newer, older = asked.page()
    context = {
        "donor": whose,
        "given": kept("given", (whose.pk, head.fingerprint, whose.versions), lambda: _given(whose)),
        "lines": entry_rows(rows),
        "previous_url": newer,
        "next_url": older,
        "head_number": head.number,
        "head": head.fingerprint,
        "verification": head.verification,
        "crumbs": [
            (_("Fund"), reverse("fund:overview")),
            (_("Statements"), reverse("fund:statements")),
        ],
    }
    return render(request, "fund/statement.html", context)


def _given(donor: Donor) -> str:
    """Figures, agreements and pledges of one donor."""
    return render_to_string("fund/_given.html", {"donor": donor, "seen": statement_of(donor)})


@require_safe
@login_required
def statement_paper(request: HttpRequest, donor: int) -> HttpResponse:
    """The same statement as PDF, in the language of the address."""
    whose = get_object_or_404(with_head(Donor.objects.with_statement_for(request.user)), pk=donor)
    content = statement_pdf(whose)
    return pdf_response(content, f"fund-statement-{whose.pk}-{languages.active()}.pdf")
