"""What the Fund pays for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.sharing import shared

from ..models import Entry, Project
from ..services.showing.lines import entry_rows, for_rows
from ..services.showing.projects import money_of

LATEST = 10


@require_safe
@shared
def project_detail(request: HttpRequest, identifier: str) -> HttpResponse:
    """One project: what it is, what was allocated and used, its entries."""
    project = get_object_or_404(Project.objects.for_list(), identifier=identifier)
    entries = for_rows(Entry.objects.of_project(project.pk))[:LATEST]
    context = {
        "project": project,
        "title": project.passage("title"),
        "summary": project.passage("summary"),
        "reads_original": project.source_language != languages.active(),
        "money": money_of(project),
        "lines": entry_rows(entries),
        "crumbs": [(_("Fund"), reverse("fund:overview"))],
    }
    return render(request, "fund/project.html", context)
